import type { CustomerView, LedgerView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { amount, time } from './format.ts';
import { drawList } from './list.ts';
import { make, makeCheck } from './make.ts';
import { act, onOverview } from './overview.ts';
import { texts } from './words.ts';

/** Customers with what their accounts hold and what their banks allow, and every movement of money. */
export function startMoney(): void {
  onOverview(({ customers, ledger, counts }) => {
    const names = new Map(customers.map(({ id, name }) => [id, name]));
    drawList('customers', { items: customers, keyOf: ({ id }) => id, draw: customer, emptyWord: '' });
    const items = ledger.map((entry) => ({ ...entry, who: names.get(entry.customerId) ?? '' }));
    drawList('ledger', { items, keyOf: ({ kind, ersReference }) => kind + ersReference, draw: movement, emptyWord: texts.noLedger });
    byId('ledger-count').textContent = counts.ledger > 0 ? String(counts.ledger) : '';
  });
}

function customer(row: CustomerView): HTMLElement {
  const { id, balance, available } = row;
  const name = make('b', 'name', row.name, make('span', 'sum', amount(balance)));
  const free = available.value === balance.value ? '' : texts.available.replace('{amount}', amount(available));
  const phone = make('a', '', texts.openPhone) as HTMLAnchorElement;
  phone.href = `phone?customer=${encodeURIComponent(id)}`;
  phone.target = '_blank';
  phone.rel = 'noopener';
  const set = (change: object): void => act('POST', 'api/customers', { id, ...change });
  return make(
    'li',
    'row customer',
    name,
    make('small', '', free),
    makeCheck(texts.allowsRefunds, row.allowsRefunds, (allowsRefunds) => set({ allowsRefunds })),
    makeCheck(texts.allowsReservations, row.allowsReservations, (allowsReservations) => set({ allowsReservations })),
    phone,
  );
}

function movement(row: LedgerView & { readonly who: string }): HTMLElement {
  const back = row.kind !== 'debit';
  const sum = make('span', back ? 'sum back' : 'sum', `${back ? '\u2212' : ''}${amount(row.amount)}`);
  const about = `${time(row.at)} · ${row.who} · ${row.ersReference}`;
  return make('li', 'row customer', make('b', 'name', texts.kinds[row.kind], sum), make('small', '', about));
}
