import type { Close, CloseFacts, Report, TillEntry } from '../../day/index.ts';
import { negate } from '../../money/index.ts';
import type { Journal, DisbursementRecord, ReceiptRecord } from '../../records/index.ts';

/*
 * The journal's receipts, refunds and pay-outs of one close's time, each as an entry to be held against SEQR's report.
 */

type Origins = Pick<Journal, 'attempt' | 'disbursement'>;
type Receipts = Origins & Pick<Journal, 'receiptsBetween' | 'receiptsWithReference' | 'subjectsOf'>;

/** What the journal calls it when money has gone back. */
const DISBURSEMENT_DONE = ['refund.done', 'credit.done'] as const;

/** Receipts of sales of this close's time. */
export function salesOf(journal: Receipts, { facts, from, mark, lost }: Close): readonly TillEntry[] {
  const lostThrough = lost.at(-1)?.receipt ?? 0;
  const receipts = journal.receiptsBetween(from?.receipt ?? 0, mark.receipt).filter(({ receipt }) => receipt.kind === 'sale');
  return receipts.flatMap((record) => entryOf(journal, record, facts, lostThrough) ?? []);
}

/** Refunds and pay-outs that were done in this close's time. */
export function disbursementOf(journal: Receipts, { facts, from, mark, lost }: Close): readonly TillEntry[] {
  const lostThrough = lost.at(-1)?.entry ?? 0;
  const ids = (after: number, through: number): readonly string[] =>
    DISBURSEMENT_DONE.flatMap((kind) => journal.subjectsOf(kind, after, through));
  const mayBeLost = new Set(ids(from?.entry ?? 0, lostThrough));
  return ids(from?.entry ?? 0, mark.entry).flatMap((id) => {
    const record = journal.disbursement(id);
    if (record?.state.kind !== 'done' || record.facts.endpoint !== facts.endpoint || record.facts.terminalId !== facts.terminalId)
      return [];
    return [entryOfDisbursement(record, mayBeLost.has(id))];
  });
}

/** What the report names and this close does not cover. */
export function othersIn(report: Report, journal: Receipts, facts: CloseFacts, entries: readonly TillEntry[]): readonly TillEntry[] {
  if (report.shape === 'summary') return [];
  const own = new Set(entries.map(({ id }) => id));
  const references = new Set(report.rows.flatMap((row) => row.ersReference ?? []));
  const found = [...references].flatMap((reference) => journal.receiptsWithReference(reference));
  return found.flatMap((record) => entryOf(journal, record, facts, 0) ?? []).filter(({ id }) => !own.has(id));
}

/** A receipt of this very terminal, as an entry; null: it is another's. */
function entryOf(journal: Origins, { receipt, attemptId }: ReceiptRecord, facts: CloseFacts, lostThrough: number): TillEntry | null {
  const origin = receipt.kind === 'sale' ? journal.attempt(attemptId) : journal.disbursement(attemptId);
  if (origin?.facts.endpoint !== facts.endpoint || origin.facts.terminalId !== facts.terminalId) return null;
  const [tender] = receipt.tenders;
  return {
    kind: receipt.kind,
    id: attemptId,
    correlationId: receipt.correlationId,
    receiptNumber: receipt.number,
    ersReference: tender?.ersReference ?? null,
    amount: tender?.amount ?? receipt.total,
    at: receipt.issuedAt,
    reversed: origin.state.kind === 'reversed',
    mayBeLost: receipt.number <= lostThrough,
  };
}

/** A refund without a receipt, or a pay-out. */
function entryOfDisbursement({ facts, state, receiptNumber, changedAt }: DisbursementRecord, mayBeLost: boolean): TillEntry {
  return {
    kind: facts.kind === 'refund' ? 'return' : 'payout',
    id: facts.id,
    correlationId: facts.correlationId,
    receiptNumber,
    ersReference: state.kind === 'done' ? state.ersReference : null,
    amount: negate(facts.amount),
    at: changedAt,
    reversed: false,
    mayBeLost,
  };
}
