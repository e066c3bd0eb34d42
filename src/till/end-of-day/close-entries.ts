import type { Close, CloseFacts, Report, TillEntry } from '../../day/index.ts';
import { negate } from '../../money/index.ts';
import type { Money } from '../../money/index.ts';
import { isSameTerminal } from '../../protocol/index.ts';
import type { TerminalAt } from '../../protocol/index.ts';
import type { AttemptRecord, Journal, DisbursementRecord, ReceiptRecord } from '../../records/index.ts';

/*
 * The journal's receipts, refunds and pay-outs of one close's time, each as an entry to be held against SEQR's report.
 */

type Origins = Pick<Journal, 'attempt' | 'disbursement'>;
type Receipts = Origins & Pick<Journal, 'receiptsBetween' | 'receiptsWithReference' | 'subjectsOf' | 'disbursementsWithReferences'>;

/** What the journal calls it when money has gone back. */
export const DISBURSEMENT_DONE = ['refund.done', 'credit.done'] as const;

/** Receipts of sales of this close's time; `mayBeLost`: they may lie in a period whose id nobody knows (PF-17). */
export function salesOf(journal: Receipts, { facts, from, mark }: Close, mayBeLost: boolean): readonly TillEntry[] {
  const receipts = journal.receiptsBetween(from?.receipt ?? 0, mark.receipt).filter(({ receipt }) => receipt.kind === 'sale');
  return receipts.flatMap((record) => entryOf(journal, record, facts, mayBeLost) ?? []);
}

/**
 * Counter-receipts of this close's time: what they cancel is counted, in whichever close (PF-33). SEQR, which has taken the
 * money back by itself, lists none of them.
 */
export function reversalsOf(journal: Receipts, { facts, from, mark }: Close): readonly { readonly amount: Money }[] {
  return journal.receiptsBetween(from?.receipt ?? 0, mark.receipt).flatMap(({ receipt, attemptId }) => {
    const origin = receipt.kind === 'return' && receipt.reversal === true ? journal.attempt(attemptId) : null;
    return origin !== null && isOf(origin, facts) ? [{ amount: receipt.tenders[0]?.amount ?? receipt.total }] : [];
  });
}

/** Refunds and pay-outs that were done in this close's time. */
export function disbursementOf(journal: Receipts, { facts, from, mark }: Close, mayBeLost: boolean): readonly TillEntry[] {
  const ids = DISBURSEMENT_DONE.flatMap((kind) => journal.subjectsOf(kind, from?.entry ?? 0, mark.entry));
  return ids.flatMap((id) => {
    const record = journal.disbursement(id);
    return record?.state.kind === 'done' && isOf(record, facts) ? [entryOfDisbursement(record, mayBeLost)] : [];
  });
}

/** Of this very terminal at this very service. */
export function isOf(record: { readonly facts: TerminalAt }, facts: TerminalAt): boolean {
  return isSameTerminal(record.facts, facts);
}

/** What a receipt came from: the payment of a sale, the refund of a return. */
export function originOf(journal: Origins, { receipt, attemptId }: ReceiptRecord): AttemptRecord | DisbursementRecord | null {
  return receipt.kind === 'sale' ? journal.attempt(attemptId) : journal.disbursement(attemptId);
}

/** What the report names and this close does not cover. */
export function othersIn(report: Report, journal: Receipts, facts: CloseFacts, entries: readonly TillEntry[]): readonly TillEntry[] {
  if (report.shape === 'summary') return [];
  const own = new Set(entries.map(({ id }) => id));
  const references = [...new Set(report.rows.flatMap((row) => row.ersReference ?? []))];
  const receipts = references.flatMap((reference) => journal.receiptsWithReference(reference));
  // A pay-out has a reference and no receipt.
  const payOuts = journal.disbursementsWithReferences(references).filter((record) => record.facts.kind === 'credit' && isOf(record, facts));
  const found = [
    ...receipts.flatMap((record) => entryOf(journal, record, facts, false) ?? []),
    ...payOuts.map((record) => entryOfDisbursement(record, false)),
  ];
  return found.filter(({ id }) => !own.has(id));
}

/** A receipt of this very terminal, as an entry; null: it is another's. */
export function entryOf(journal: Origins, record: ReceiptRecord, facts: TerminalAt, mayBeLost: boolean): TillEntry | null {
  const { receipt, attemptId } = record;
  // SEQR took the payment back by itself: nothing of this is in its report.
  if (receipt.kind === 'return' && receipt.reversal) return null;
  const origin = originOf(journal, record);
  if (origin === null || !isOf(origin, facts)) return null;
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
    mayBeLost,
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
