import { equals } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Period } from './period.ts';
import type { DetailRow } from './report.ts';
import type { PaymentResolution } from './resolution.ts';

/*
 * What SEQR's reports say about a payment whose outcome nobody knows (PF-10, PF-16, PF-17, PF-18). Pure: who carries it out
 * is the till. Only reports with a row for every transaction can say anything here. What they say about money that may have
 * gone back is in resolve-disbursements.ts.
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

/** Whose absence is judged: when it was first sent, and last. */
export interface Sent {
  /** The journal's last entry before the first sending. */
  readonly firstEntry: number;
  /** The same of the last sending. */
  readonly lastEntry: number;
  /** SEQR's time of the last sending, never too early; null: only known by the mark that came after it. */
  readonly lastMs: number | null;
}

/** An absence is judged by the owner's hours, and by what kind of row has to be known to appear. */
export interface AbsenceRule {
  /** From the last sending to the opening of the period that proves it; ms of SEQR's time. */
  readonly absenceMs: number;
}

/** So many periods have to begin after the one of the last sending until one can prove an absence (PF-14). */
export const ABSENCE_PERIODS = 3;

/** Periods in which something may lie that was first sent then. */
export function periodsSince(periods: readonly Period[], { firstEntry }: Pick<Sent, 'firstEntry'>): readonly Period[] {
  return periods.filter(({ throughEntry }) => throughEntry > firstEntry);
}

/**
 * What an absence from the reports proves (PF-14): it has to be absent from every period from the first sending up to one
 * that opened long enough after the last, and one of those has to list such a thing. Null: it was not carried out.
 *
 * @param lists whether this period's report lists a thing of the same kind
 */
export function whyAbsenceProvesNothing(
  periods: readonly Period[],
  sent: Sent,
  { absenceMs }: AbsenceRule,
  lists: (period: Period) => boolean,
): 'notCovered' | 'noOtherListed' | 'tooEarly' | null {
  const since = periodsSince(periods, sent);
  const lastSentIn = since.find(({ throughEntry }) => throughEntry > sent.lastEntry);
  const firstHole = since.findIndex((period) => !period.isWhole);
  const readable = firstHole === -1 ? since : since.slice(0, firstHole);
  const sentMs = sent.lastMs ?? lastSentIn?.endedMs ?? null;
  const isLate = ({ index, openedMs }: Period): boolean =>
    lastSentIn !== undefined &&
    index >= lastSentIn.index + ABSENCE_PERIODS &&
    openedMs !== null &&
    sentMs !== null &&
    openedMs >= sentMs + absenceMs;
  const end = readable.findLastIndex(isLate);
  if (end === -1) return firstHole === -1 ? 'tooEarly' : 'notCovered';
  if (readable.slice(0, end + 1).some(lists)) return null;
  return firstHole === -1 ? 'noOtherListed' : 'notCovered';
}

export function resolvePayment(
  payment: UnknownPayment,
  sent: Sent,
  periods: readonly Period[],
  free: (row: DetailRow) => boolean,
  rule: AbsenceRule,
): PaymentResolution {
  const { id, correlationId, amount, kind } = payment;
  const base = { subject: 'payment', id, correlationId, amount, was: kind } as const;
  if (payment.answered) return { ...base, verdict: 'stays', because: 'answered' };
  const since = periodsSince(periods, sent);
  const unmatched = since.flatMap((period) => period.unmatched).filter(free);
  const rows = rowsOf(unmatched, amount);
  if (rows.length > 0) return { ...base, verdict: 'offered', references: rows.flatMap((row) => row.ersReference ?? []) };
  // The sale cannot be completed with an amount that nobody has confirmed; neither was nothing kept.
  if (payment.doubts.some((doubt) => rowsOf(unmatched, doubt).length > 0)) return { ...base, verdict: 'stays', because: 'otherAmount' };
  const because =
    kind === 'orphan'
      ? // Nobody can have asked about it, so that SEQR cannot have kept it: what is not listed is not there (PF-17).
        since.every(({ isWhole }) => isWhole)
        ? null
        : 'notCovered'
      : whyAbsenceProvesNothing(periods, sent, rule, ({ lists, unmatched: others }) => lists.size > 0 || others.length > 0);
  return because === null ? { ...base, verdict: 'notPaid' } : { ...base, verdict: 'stays', because };
}

export function rowsOf(unmatched: readonly DetailRow[], amount: Money): readonly DetailRow[] {
  return unmatched.filter((row) => equals(row.amount, amount));
}
