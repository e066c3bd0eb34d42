import type { Core } from './core.ts';
import type { LedgerEntry } from './records.ts';

/** Moves money: the entry in the ledger and the customer's balance in one step, so that neither is without the other. Reports are told apart from it. */
export function book(core: Core, entry: LedgerEntry): LedgerEntry {
  const customer = core.customer(entry.customerId);
  core.putCustomer({ ...customer, balanceMinor: customer.balanceMinor - keptMinor(entry) });
  core.addLedgerEntry(entry);
  return entry;
}

/** What a movement leaves with the shop: more for a debit, less for what goes back. */
export function keptMinor(entry: LedgerEntry): number {
  return entry.kind === 'debit' ? entry.amountMinor : -entry.amountMinor;
}
