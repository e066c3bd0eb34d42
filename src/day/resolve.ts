import { equals, negate } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { DetailRow } from './report.ts';

/*
 * What SEQR's report says about payments and refunds whose outcome nobody knows (PF-10, PF-14, PF-16, PF-18). Pure: who
 * carries it out is the till. Only reports with a row for every transaction can say anything here.
 */

/** A payment that is not known to have been kept. */
export interface UnknownPayment {
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
  /** Other amounts that SEQR may hold instead, because a change of the invoice was not answered (PF-25). */
  readonly doubts: readonly Money[];
  /** `orphan`: given up or sent again, and listed since (PF-10). `unknown`: set aside, unanswerable or its send unanswered. */
  readonly kind: 'orphan' | 'unknown';
  /** SEQR answers about it: the report is not asked. */
  readonly answered: boolean;
}

/** Money that may or may not have gone back. */
export interface UnknownDisbursement {
  readonly id: string;
  readonly correlationId: string;
  readonly kind: 'refund' | 'credit';
  /** What goes back, positive. */
  readonly amount: Money;
}

/** What the reports of every period in which something may lie say about it. */
export interface Evidence {
  /** Rows that no record of the till explains. */
  readonly unmatched: readonly DetailRow[];
  /** Each of those periods has a report with a row for every transaction. If not, a missing row proves nothing. */
  readonly covered: boolean;
  /** Each of those reports lists another one that is known, so that this kind is known to appear (PF-14). */
  readonly lists: { readonly refund: boolean; readonly credit: boolean };
}
/** Evidence is asked for by the ids that are judged together. */
export type EvidenceFor = (ids: readonly string[]) => Evidence;

/** What becomes of one payment. */
export type PaymentResolution = {
  readonly subject: 'payment';
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
  readonly was: UnknownPayment['kind'];
} &
  /** No such row: no money was kept. An orphan leaves the list; an unknown payment has ended. */
  (
    | { readonly verdict: 'notPaid' }
    /** The report has rows of that amount that nothing explains: a supervisor may attach one of them (PF-18). */
    | { readonly verdict: 'offered'; readonly references: readonly string[] }
    | { readonly verdict: 'stays'; readonly because: 'answered' | 'otherAmount' | 'notCovered' }
  );

export type DisbursementResolution = {
  readonly subject: 'disbursement';
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
  readonly was: UnknownDisbursement['kind'];
} &
  /** Null reference: several equal ones went back together, and nobody can say which row is whose. */
  (
    | { readonly verdict: 'done'; readonly ersReference: string | null; readonly row: DetailRow }
    | { readonly verdict: 'notDone' }
    | { readonly verdict: 'stays'; readonly because: 'ambiguous' | 'noOtherListed' | 'notCovered' }
  );

export type Resolution = PaymentResolution | DisbursementResolution;

export function resolvePayment(payment: UnknownPayment, evidenceFor: EvidenceFor): PaymentResolution {
  const { id, correlationId, amount, kind } = payment;
  const base = { subject: 'payment', id, correlationId, amount, was: kind } as const;
  if (payment.answered) return { ...base, verdict: 'stays', because: 'answered' };
  const { unmatched, covered } = evidenceFor([id]);
  const rows = rowsOf(unmatched, amount);
  if (rows.length > 0) return { ...base, verdict: 'offered', references: rows.flatMap((row) => row.ersReference ?? []) };
  // The sale cannot be completed with an amount that nobody has confirmed; neither was nothing kept.
  if (payment.doubts.some((doubt) => rowsOf(unmatched, doubt).length > 0)) return { ...base, verdict: 'stays', because: 'otherAmount' };
  return covered ? { ...base, verdict: 'notPaid' } : { ...base, verdict: 'stays', because: 'notCovered' };
}

/** Equal amounts are judged together, whatever their kind: a row says an amount, not whose it is (PF-14). */
export function resolveDisbursements(unknown: readonly UnknownDisbursement[], evidenceFor: EvidenceFor): readonly DisbursementResolution[] {
  const groups = Map.groupBy(unknown, ({ amount }) => `${amount.currency} ${amount.minor}`);
  return [...groups.values()].flatMap((group) => resolveGroup(group, evidenceFor(group.map(({ id }) => id))));
}

function resolveGroup(group: readonly UnknownDisbursement[], { unmatched, covered, lists }: Evidence): readonly DisbursementResolution[] {
  const [first] = group;
  if (first === undefined) return [];
  const base = ({ id, correlationId, amount, kind }: UnknownDisbursement) =>
    ({ subject: 'disbursement', id, correlationId, amount, was: kind }) as const;
  const stay = (because: Extract<DisbursementResolution, { verdict: 'stays' }>['because']): readonly DisbursementResolution[] =>
    group.map((each) => ({ ...base(each), verdict: 'stays', because }));
  const rows = rowsOf(unmatched, negate(first.amount));
  if (rows.length === group.length) {
    return rows.flatMap((row, index): readonly DisbursementResolution[] => {
      const each = group[index];
      return each === undefined
        ? []
        : [{ ...base(each), verdict: 'done', ersReference: group.length === 1 ? row.ersReference : null, row }];
    });
  }
  if (rows.length > 0) return stay('ambiguous');
  if (!covered) return stay('notCovered');
  if (!group.every((each) => lists[each.kind])) return stay('noOtherListed');
  return group.map((each) => ({ ...base(each), verdict: 'notDone' }));
}

function rowsOf(unmatched: readonly DetailRow[], amount: Money): readonly DetailRow[] {
  return unmatched.filter((row) => equals(row.amount, amount));
}
