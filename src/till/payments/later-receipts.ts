import { allocate, equals, ONE } from '../../money/index.ts';
import { takenFor, termsOf, termsOfSale } from '../../payment/index.ts';
import { buildReversal, RECEIPT_WORDS } from '../../receipt/index.ts';
import type { AttemptRecord, Journal, ReceiptRecord } from '../../records/index.ts';
import type { SaleRow } from '../../sale/index.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

/* Receipts off the plain way: of money that SEQR took otherwise, of a reference told late, of a payment taken back. */

/** The payment, as if it had been for what SEQR took: so much at each VAT rate as of the sale (PF-08). */
export function asTaken(record: AttemptRecord, name: string): AttemptRecord {
  const { facts, state } = record;
  const taken = takenFor(facts, state);
  const { figures, amount, sale } = termsOf(facts, state);
  if (taken === null || equals(taken, amount) || (state.kind !== 'paid' && state.kind !== 'completed')) return record;
  const parts = allocate(
    taken,
    figures.vat.map(({ gross }) => gross.minor),
  );
  const rows = figures.vat.flatMap(({ rate: vatRate }, at): readonly SaleRow[] => {
    const unitPrice = parts[at];
    if (unitPrice === undefined || unitPrice.minor === 0) return [];
    return [{ id: `${sale.id}.${at}`, kind: 'amount', name, unitPrice, quantityMilli: ONE, unit: 'EA', vatRate }];
  });
  const terms = termsOfSale({ id: sale.id, currency: taken.currency, rows });
  return { ...record, state: { ...state, payment: { ...state.payment, terms } } };
}

/** The receipt whose reference was told after PAID (PF-08): the same document, its one gap filled. */
export function withReference(journal: Journal, record: AttemptRecord): ReceiptRecord | null {
  const { state, receiptNumber } = record;
  const stored = receiptNumber === null ? null : journal.receipt(receiptNumber);
  if (!stored || (state.kind !== 'completed' && state.kind !== 'paid')) return null;
  const { ersReference } = state.payment;
  const tenders = stored.receipt.tenders.map((tender) => (tender.ersReference === null ? { ...tender, ersReference } : tender));
  return { ...stored, receipt: { ...stored.receipt, tenders } };
}

/** The counter-receipt of a sale whose payment SEQR has taken back (PF-33). */
export function reversalOf(
  journal: Journal,
  { receiptNumber, facts }: AttemptRecord,
  { number, issuedAt, settings }: { readonly number: number; readonly issuedAt: string; readonly settings: SettingsKeeper },
): ReceiptRecord | null {
  const stored = receiptNumber === null ? null : journal.receipt(receiptNumber);
  if (stored?.receipt.kind !== 'sale') return null;
  const { reversedWhy } = RECEIPT_WORDS[settings.preferences().receiptLanguage];
  const receipt = buildReversal(stored.receipt, { number, issuedAt, reason: reversedWhy });
  return { receipt, attemptId: facts.id, originalPrinted: false, copyPrinted: false };
}
