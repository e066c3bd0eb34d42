import { negate } from '../money/index.ts';
import type { Close, CloseResult } from './close.ts';
import { match } from './match.ts';
import type { Comparison, DetailComparison } from './match.ts';
import type { DetailRow, Report } from './report.ts';
import { resolveDisbursements, resolvePayment } from './resolve.ts';
import type { EvidenceFor, DisbursementResolution, UnknownDisbursement, UnknownPayment } from './resolve.ts';
import { figureOf } from './till-entry.ts';
import type { TillEntry } from './till-entry.ts';

export interface ReconcileInput {
  readonly close: Close;
  readonly report: Report;
  readonly entries: readonly TillEntry[];
  readonly others: readonly TillEntry[];
  readonly payments: readonly UnknownPayment[];
  readonly disbursements: readonly (UnknownDisbursement & { readonly at: string })[];
  /** Of the same series, newest first. */
  readonly earlier: readonly Close[];
  /** A record of the till names this reference by now. */
  readonly isKnown: (ersReference: string) => boolean;
}

/** The report against the journal, and what follows from it for everything that nobody knows the outcome of. */
export function reconcile(input: ReconcileInput): CloseResult {
  const { close, report, entries } = input;
  const { terminalId, scope, currency } = close.facts;
  const matched = match({ report, terminalId, scope, currency, entries, others: input.others });
  const evidenceFor = evidence(matched, input);
  // What began after the mark cannot be in this report, and is not covered by it.
  const isCovered = ({ id }: { readonly id: string }): boolean => close.mark.open.includes(id);
  const resolutions = resolveDisbursements(input.disbursements.filter(isCovered), evidenceFor);
  const comparison = withResolved(matched, resolutions, input);
  const resolvedEntries = comparison.kind === 'details' ? comparison.both.filter((pair) => pair.resolved).map((pair) => pair.till) : [];
  const own = [...entries, ...resolvedEntries];
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
    resolutions: [...input.payments.filter(isCovered).map((payment) => resolvePayment(payment, evidenceFor)), ...resolutions],
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
function evidence(current: Comparison, { close, earlier, isKnown }: ReconcileInput): EvidenceFor {
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

/** A row that resolves a refund is no longer SEQR's alone. */
function withResolved(
  comparison: Comparison,
  resolutions: readonly DisbursementResolution[],
  { disbursements }: ReconcileInput,
): Comparison {
  if (comparison.kind !== 'details') return comparison;
  return resolutions.reduce<DetailComparison>((before, resolution) => {
    const subject = disbursements.find(({ id }) => id === resolution.id);
    if (resolution.verdict !== 'done' || subject === undefined || !before.seqrOnly.includes(resolution.row)) return before;
    const till: TillEntry = {
      kind: subject.kind === 'refund' ? 'return' : 'payout',
      id: subject.id,
      correlationId: subject.correlationId,
      receiptNumber: null,
      ersReference: resolution.ersReference,
      amount: negate(subject.amount),
      at: subject.at,
      reversed: false,
      mayBeLost: false,
    };
    return {
      ...before,
      both: [...before.both, { till, seqr: resolution.row, otherClose: false, resolved: true }],
      seqrOnly: before.seqrOnly.filter((row) => row !== resolution.row),
    };
  }, comparison);
}

/** What closes before this one have found already, though it was not theirs: it is not missed a second time. */
export function foundEarlier(earlier: readonly Close[]): { readonly ids: ReadonlySet<string>; readonly references: ReadonlySet<string> } {
  const comparisons = earlier.flatMap(({ state }) =>
    state.kind === 'done' && state.result?.comparison.kind === 'details' ? [state.result.comparison] : [],
  );
  const pairs = comparisons.flatMap(({ both, differs }) => [...both, ...differs]).filter((pair) => pair.otherClose || pair.resolved);
  const references = comparisons.flatMap(({ seqrOnly }) => seqrOnly.flatMap((row) => row.ersReference ?? []));
  return { ids: new Set(pairs.map((pair) => pair.till.id)), references: new Set(references) };
}
