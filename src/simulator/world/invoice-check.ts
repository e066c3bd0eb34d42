import type { WireInvoice, WireInvoiceRow } from '../wire/schema.ts';
import { minorOf } from './money.ts';
import { isTimeoutUnderstood } from './reservation.ts';
import type { ResultCode } from './result-codes.ts';

export type CheckedInvoice = { readonly ok: true; readonly totalMinor: number } | { readonly ok: false; readonly code: ResultCode };

/**
 * Whether the service takes this invoice (protocol §2 "Invoice business fields", §11):
 * 49 without a total, in another currency, with more than two decimals, with rows that do not add up, with a
 * time-out of a reservation that is none;
 * 11 for a total of zero or less; 64 for a notification address that is not http.
 * No rows at all, or no title, are taken: the published samples leave them out.
 */
export function checkInvoice(invoice: WireInvoice | undefined, currency: string): CheckedInvoice {
  const totalMinor = minorOf(invoice?.totalAmount, currency);
  if (!invoice || totalMinor === undefined) return { ok: false, code: 49 };
  if (totalMinor <= 0) return { ok: false, code: 11 };
  const rows = invoice.invoiceRows?.invoiceRow ?? [];
  if (rows.length > 0 && sumOfRows(rows, currency) !== totalMinor) return { ok: false, code: 49 };
  if (!isTimeoutUnderstood(invoice)) return { ok: false, code: 49 };
  if (invoice.notificationUrl !== undefined && !/^https?:\/\//i.test(invoice.notificationUrl)) {
    return { ok: false, code: 64 };
  }
  return { ok: true, totalMinor };
}

/** Undefined when a row is not to be understood. */
function sumOfRows(rows: readonly WireInvoiceRow[], currency: string): number | undefined {
  let sum = 0;
  for (const row of rows) {
    const rowMinor = minorOf(row.itemTotalAmount, currency);
    if (rowMinor === undefined || !isUnderstood(row, currency)) return undefined;
    sum += rowMinor;
  }
  return sum;
}

/** Decided here: a quantity, when given, is more than 0 (protocol §2 "1 or more", kilograms may be less). */
function isUnderstood(row: WireInvoiceRow, currency: string): boolean {
  const amounts = [row.itemUnitPrice, row.itemDiscount].filter((a) => a !== undefined);
  if (amounts.some((a) => minorOf(a, currency) === undefined)) return false;
  return row.itemQuantity === undefined || (!row.itemQuantity.startsWith('-') && /[1-9]/.test(row.itemQuantity));
}
