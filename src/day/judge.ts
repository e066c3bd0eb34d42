import { negate } from '../money/index.ts';
import type { Close, CloseResult } from './close.ts';
import { compare } from './compare.ts';
import type { Comparison, DetailComparison } from './compare.ts';
import type { DetailRow, Report } from './report.ts';
import { settleOutgoing, settlePayment } from './settle.ts';
import type { EvidenceFor, OutgoingSettlement, UnknownOutgoing, UnknownPayment } from './settle.ts';
import { figureOf } from './till-entry.ts';
import type { TillEntry } from './till-entry.ts';

export interface JudgeInput {
  readonly close: Close;
  readonly report: Report;
  readonly entries: readonly TillEntry[];
  readonly others: readonly TillEntry[];
  readonly payments: readonly UnknownPayment[];
  readonly outgoing: readonly (UnknownOutgoing & { readonly at: string })[];
  /** Of the same series, newest first. */
  readonly earlier: readonly Close[];
  /** A record of the till names this reference by now. */
  readonly isKnown: (ersReference: string) => boolean;
}

/** The report against the journal, and what follows from it for everything that nobody knows the outcome of. */
export function judge(input: JudgeInput): CloseResult {
  const { close, report, entries } = input;
  const { terminalId, scope, currency } = close.facts;
  const compared = compare({ report, terminalId, scope, currency, entries, others: input.others });
  const evidenceFor = evidence(compared, input);
  // What began after the mark cannot be in this report, and is not judged by it.
  const isJudged = ({ id }: { readonly id: string }): boolean => close.mark.open.includes(id);
  const outgoing = settleOutgoing(input.outgoing.filter(isJudged), evidenceFor);
  const comparison = withSettled(compared, outgoing, input);
  const settledEntries = comparison.kind === 'details' ? comparison.both.filter((pair) => pair.settled).map((pair) => pair.till) : [];
  const own = [...entries, ...settledEntries];
  return {
    root: report.root,
    meta: report.meta,
    sales: figureOf(
      own.filter((entry) => entry.kind === 'sale'),
      currency,
    ),
    returns: figureOf(
      own.filter((entry) => entry.kind !== 'sale'),
      currency,
    ),
    comparison,
    settlements: [...input.payments.filter(isJudged).map((payment) => settlePayment(payment, evidenceFor)), ...outgoing],
  };
}

interface Period {
  readonly unmatched: readonly DetailRow[];
  readonly both: readonly TillEntry[];
}

/** A period's rows, if its report has one for every transaction. */
function periodOf(comparison: Comparison | null): Period | null {
  if (comparison?.kind !== 'details') return null;
  return { unmatched: comparison.seqrOnly, both: comparison.both.map((pair) => pair.till) };
}

/** Something may lie in this close's period, and in that of every earlier close at whose mark it was open already. */
function evidence(current: Comparison, { close, earlier, isKnown }: JudgeInput): EvidenceFor {
  return (ids) => {
    const wasOpen = (open: readonly string[]): boolean => ids.some((id) => open.includes(id));
    const older = earlier.filter((each) => wasOpen(each.mark.open));
    const periods = [
      periodOf(current),
      ...older.map(({ state }) => periodOf(state.kind === 'done' ? (state.result?.comparison ?? null) : null)),
    ];
    const readable = periods.filter((period) => period !== null);
    const lists = (kind: TillEntry['kind']): boolean => readable.every(({ both }) => both.some((entry) => entry.kind === kind));
    return {
      unmatched: readable.flatMap(({ unmatched }) => unmatched).filter((row) => row.ersReference === null || !isKnown(row.ersReference)),
      covered: readable.length === periods.length && ![close, ...older].some(({ lost }) => lost.some((mark) => wasOpen(mark.open))),
      lists: { refund: lists('return'), credit: lists('payout') },
    };
  };
}

/** A row that settles a refund is no longer SEQR's alone. */
function withSettled(comparison: Comparison, settlements: readonly OutgoingSettlement[], { outgoing }: JudgeInput): Comparison {
  if (comparison.kind !== 'details') return comparison;
  return settlements.reduce<DetailComparison>((before, settlement) => {
    const subject = outgoing.find(({ id }) => id === settlement.id);
    if (settlement.verdict !== 'done' || subject === undefined || !before.seqrOnly.includes(settlement.row)) return before;
    const till: TillEntry = {
      kind: subject.kind === 'refund' ? 'return' : 'payout',
      id: subject.id,
      correlationId: subject.correlationId,
      receiptNumber: null,
      ersReference: settlement.ersReference,
      amount: negate(subject.amount),
      at: subject.at,
      reversed: false,
      mayBeLost: false,
    };
    return {
      ...before,
      both: [...before.both, { till, seqr: settlement.row, otherClose: false, settled: true }],
      seqrOnly: before.seqrOnly.filter((row) => row !== settlement.row),
    };
  }, comparison);
}

/** What closes before this one have found already, though it was not theirs: it is not missed a second time. */
export function foundEarlier(earlier: readonly Close[]): { readonly ids: ReadonlySet<string>; readonly references: ReadonlySet<string> } {
  const comparisons = earlier.flatMap(({ state }) =>
    state.kind === 'done' && state.result?.comparison.kind === 'details' ? [state.result.comparison] : [],
  );
  const pairs = comparisons.flatMap(({ both, differs }) => [...both, ...differs]).filter((pair) => pair.otherClose || pair.settled);
  const references = comparisons.flatMap(({ seqrOnly }) => seqrOnly.flatMap((row) => row.ersReference ?? []));
  return { ids: new Set(pairs.map((pair) => pair.till.id)), references: new Set(references) };
}
