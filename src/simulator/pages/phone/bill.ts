import type { PhoneStateView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { decimals } from '../shared/decimals.ts';
import { language } from '../shared/language.ts';
import { money } from './money.ts';
import { PHONE_TEXTS } from './texts.ts';

/** UN/ECE Recommendation 20 codes as a customer knows them; another one is shown as it came. */
const UNITS: Readonly<Record<string, string>> = { KGM: 'kg', LTR: 'l', MTR: 'm' };
const texts = PHONE_TEXTS[language];

/** What is to be paid, and for what. */
export function drawBill(state: PhoneStateView): void {
  byId('shop').textContent = state.receiverName;
  byId('title').textContent = state.title === state.receiverName ? '' : state.title;
  byId('caption').textContent = state.reserves ? texts.toReserve : texts.toPay;
  drawAmount(byId('amount'), state.totalAmount);
  byId('pay').textContent = (state.reserves ? texts.reserve : texts.pay).replace('{amount}', money(state.totalAmount));
  const list = byId('rows');
  const drawn = JSON.stringify(state.rows);
  if (list.dataset['drawn'] === drawn) return;
  list.dataset['drawn'] = drawn;
  list.replaceChildren(...state.rows.map(rowOf));
}

/** The digits large, the currency small. */
export function drawAmount(target: HTMLElement, amount: PhoneStateView['totalAmount']): void {
  const currency = document.createElement('small');
  currency.textContent = ` ${amount.currency}`;
  target.replaceChildren(decimals(amount.value), currency);
}

function rowOf(row: PhoneStateView['rows'][number]): HTMLElement {
  const name = document.createElement('span');
  const quantity = trimmed(row.itemQuantity ?? '1');
  const unit = row.itemUnit && row.itemUnit !== 'EA' ? ` ${UNITS[row.itemUnit] ?? row.itemUnit}` : ' ×';
  name.textContent = (quantity === '1' ? '' : `${quantity}${unit} `) + (row.itemDescription ?? row.itemSKU ?? row.itemEAN ?? '');
  const sum = document.createElement('b');
  sum.textContent = decimals(row.itemTotalAmount?.value ?? '');
  const item = document.createElement('li');
  item.append(name, sum);
  return item;
}

/** A quantity without zeros at its end. */
function trimmed(quantity: string): string {
  const plain = quantity.includes('.') ? quantity.replace(/0+$/, '').replace(/\.$/, '') : quantity;
  return language === 'sv' ? plain.replace('.', ',') : plain;
}
