import type { AccountView, MovementView } from '../../world/account.ts';
import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { money } from './money.ts';
import { listen, send } from './news.ts';
import { customerId, handTo } from './owner.ts';
import { post } from './service.ts';

const POLL_MS = 1000;
const texts = ACCOUNT_TEXTS[language];
const time = new Intl.DateTimeFormat(language === 'sv' ? 'sv' : 'en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const ownerField = byId('owner') as HTMLSelectElement;
let drawn = '';

/** The account at the foot of the phone: whose it is, what it holds, and on a tap what came and went. */
export function startAccount(): void {
  byId('account-label').textContent = texts.balance;
  byId('movements').setAttribute('aria-label', texts.movements);
  byId('no-movements').textContent = texts.none;
  byId('owner-label').textContent = texts.owner;
  ownerField.addEventListener('change', () => handTo(ownerField.value));
  listen('owner', () => void look());
  listen('accountChanged', () => void look());
  void fillOwners().then(lookForEver);
}

/** Without an answer the balance stays as it was last known; the phone above says that there is no contact. */
async function look(): Promise<void> {
  const answer = await post('account', { customerId: customerId() });
  if (answer?.status === 200) draw(answer.body as AccountView);
}

async function lookForEver(): Promise<void> {
  for (;;) {
    await look();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function draw(account: AccountView): void {
  const answer = JSON.stringify(account);
  if (answer === drawn) return;
  drawn = answer;
  send('account', account);
  byId('account-name').textContent = account.name;
  ownerField.value = account.customerId;
  byId('account-balance').textContent = money(account.balance);
  const reserved = byId('reserved');
  reserved.hidden = !/[1-9]/.test(account.reserved.value);
  reserved.textContent = texts.reserved.replace('{amount}', money(account.reserved));
  byId('movements').replaceChildren(...account.movements.map(row));
  byId('no-movements').hidden = account.movements.length > 0;
}

function row(movement: MovementView): HTMLElement {
  const { value } = movement.amount;
  const what = document.createElement('span');
  what.textContent = texts.kinds[movement.kind];
  const sum = document.createElement('b');
  sum.textContent = (value.startsWith('-') ? '' : '+') + money(movement.amount);
  const where = document.createElement('small');
  where.textContent = `${movement.shop} · ${time.format(new Date(movement.at))} · …${movement.ersReference.slice(-6)}`;
  where.title = movement.ersReference;
  const item = document.createElement('li');
  item.className = value.startsWith('-') ? 'out' : 'in';
  item.append(what, sum, where);
  return item;
}

/** Everybody who may hold the phone; the owner is chosen. */
async function fillOwners(): Promise<void> {
  const answer = await post('owners');
  if (answer?.status !== 200) return;
  const owners = answer.body as readonly { readonly id: string; readonly name: string }[];
  ownerField.replaceChildren(...owners.map(({ id, name }) => new Option(name, id)));
}
