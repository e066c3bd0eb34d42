import type { CustomerView, LedgerView } from '../world/views.ts';
import type { Kit } from './kit.ts';

/** Customers with what their accounts hold and what their banks allow, and every movement of money. */
export function moneyPart(kit: Kit): void {
  const { texts, make } = kit;

  function customer(row: CustomerView): HTMLElement {
    const { id, balance, available } = row;
    const name = make('b', 'name', row.name, make('span', 'sum', kit.amount(balance)));
    const free = available.value === balance.value ? '' : texts.available.replace('{amount}', kit.amount(available));
    const phone = make('a', '', texts.openPhone) as HTMLAnchorElement;
    phone.href = `phone?customer=${encodeURIComponent(id)}`;
    phone.target = '_blank';
    phone.rel = 'noopener';
    const set = (change: object): void => kit.act('POST', 'api/customers', { id, ...change });
    return make(
      'li',
      'row customer',
      name,
      make('small', '', free),
      kit.check(texts.allowsRefunds, row.allowsRefunds, (allowsRefunds) => set({ allowsRefunds })),
      kit.check(texts.allowsReservations, row.allowsReservations, (allowsReservations) => set({ allowsReservations })),
      phone,
    );
  }

  function movement(row: LedgerView & { readonly who: string }): HTMLElement {
    const back = row.kind !== 'debit';
    const sum = make('span', back ? 'sum back' : 'sum', `${back ? '\u2212' : ''}${kit.amount(row.amount)}`);
    const about = `${kit.time(row.at)} · ${row.who} · ${row.ersReference}`;
    return make('li', 'row customer', make('b', 'name', texts.kinds[row.kind], sum), make('small', '', about));
  }

  kit.onOverview(({ customers, ledger, counts }) => {
    const names = new Map(customers.map(({ id, name }) => [id, name]));
    kit.list('customers', customers, ({ id }) => id, customer, '');
    const rows = ledger.map((entry) => ({ ...entry, who: names.get(entry.customerId) ?? '' }));
    kit.list('ledger', rows, ({ kind, ersReference }) => kind + ersReference, movement, texts.noLedger);
    kit.byId('ledger-count').textContent = counts.ledger > 0 ? String(counts.ledger) : '';
  });
}
