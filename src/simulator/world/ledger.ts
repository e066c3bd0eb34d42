import type { Core } from './core.ts';
import type { LedgerEntry } from './records.ts';
import { addReportLine } from './report-lines.ts';

/**
 * Moves money: the entry in the ledger and the customer's balance in one step, so that neither is without the other. What goes
 * back to stay is in reports at once; a payment only when the till knows of it.
 */
export function book(core: Core, entry: LedgerEntry): void {
  const customer = core.customer(entry.customerId);
  core.putCustomer({ ...customer, balanceMinor: customer.balanceMinor - keptMinor(entry) });
  core.addLedgerEntry(entry);
  if (entry.kind !== 'debit') addReportLine(core, entry);
}

/** What a movement leaves with the shop: more for a debit, less for what goes back. */
export function keptMinor(entry: LedgerEntry): number {
  return entry.kind === 'debit' ? entry.amountMinor : -entry.amountMinor;
}
