import { negate } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Close, CloseResult } from './close.ts';
import { match } from './match.ts';
import type { Comparison, DetailComparison, Pair } from './match.ts';
import { periodsOf } from './period.ts';
import type { Period } from './period.ts';
import type { DetailRow, Report } from './report.ts';
import type { PaymentResolution } from './resolution.ts';
import { resolveDisbursements } from './resolve-disbursements.ts';
import type { Claim, DisbursementsResolved } from './resolve-disbursements.ts';
import { resolvePayment } from './resolve.ts';
import type { AbsenceRule, Sent, UnknownPayment } from './resolve.ts';
import { figureOf } from './till-entry.ts';
import type { TillEntry } from './till-entry.ts';

/** A refund or a pay-out, with what its line says once a row is found to be its own. */
export type ListedClaim = Omit<Claim, 'sent'> & {
  /** Null: nobody wrote down when it was sent. */
  readonly sent: Sent | null;
  readonly at: string;
  readonly receiptNumber: number | null;
};

/** A payment that has its receipt, and that SEQR has not confirmed. */
export interface Unconfirmed {
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
}

export interface ReconcileInput {
  readonly close: Close;
  readonly report: Report;
  /** Everything of this close's time. */
  readonly entries: readonly TillEntry[];
  /** Counter-receipts of this close's time, negative: counted, and never looked for in a report (PF-33). */
  readonly reversals: readonly { readonly amount: Money }[];
  readonly others: readonly TillEntry[];
  readonly payments: readonly (UnknownPayment & { readonly sent: Sent | null })[];
  /** PAID before the mark, and not confirmed by now (PF-08). */
  readonly unconfirmed: readonly Unconfirmed[];
  /** Every refund and pay-out of an amount that is unknown of one, whatever became of it. */
  readonly claims: readonly ListedClaim[];
  /** Done, of the same series, oldest first, none left out from the first one on. */
  readonly earlier: readonly Close[];
  /** A record of the till names this reference as its own by now: of money that came in, or that went back. */
  readonly isOwned: (ersReference: string, direction: 'in' | 'out') => boolean;
  readonly rule: AbsenceRule;
}

/** The report against the journal, and what follows from it for everything that nobody knows the outcome of. */
export function reconcile(input: ReconcileInput): CloseResult {
  const { close, report, entries, earlier } = input;
  const { terminalId, scope, currency } = close.facts;
  const before = foundEarlier(earlier);
  const counted = entries.filter(({ id }) => !before.resolved.has(id));
  const foundBefore = counted.flatMap((till): readonly Pair[] => {
    const seqr = before.rowOf(till);
    return seqr === null ? [] : [{ till, seqr, otherClose: true, resolved: false, otherReport: true }];
  });
  const missedBefore = counted.filter((till) => !foundBefore.some((pair) => pair.till === till));
  const others = input.others.filter(({ id }) => !entries.some((entry) => entry.id === id));
  const matched = withFound(match({ report, terminalId, scope, currency, entries: missedBefore, others }), foundBefore);

  const periods = periodsOf([...earlier, close], (each) => (each === close ? matched : comparisonOf(each)));
  const isFree = ({ ersReference, amount }: DetailRow): boolean =>
    ersReference === null || !input.isOwned(ersReference, amount.minor < 0 ? 'out' : 'in');
  // What began after the mark cannot be in this report, and is not covered by it.
  const isCovered = ({ id }: { readonly id: string }): boolean => close.mark.open.includes(id);
  const claims = openClaims(input.claims, isCovered, [...earlier.map(comparisonOf), matched]).map((claim): Claim => ({
    ...claim,
    sent: claim.sent ?? (claim.outcome === 'unknown' ? sentBy(claim, periods) : ANY_TIME),
  }));
  const isPayment = (ersReference: string): boolean => input.isOwned(ersReference, 'in');
  const disbursements = resolveDisbursements(claims, periods, isFree, isPayment, input.rule);
  const payments = input.payments
    .filter(isCovered)
    .map((payment): PaymentResolution => resolvePayment(payment, payment.sent ?? sentBy(payment, periods), periods, isFree, input.rule));

  const comparison = withResolved(matched, disbursements, input.claims);
  const resolved = comparison.kind === 'details' ? comparison.both.filter((pair) => pair.resolved).map(({ till }) => till) : [];
  const own = [...counted, ...resolved.filter(({ id }) => !counted.some((entry) => entry.id === id))];
  return {
    root: report.root,
    meta: report.meta,
    sales: figureOf(
      own.filter((entry) => entry.kind === 'sale'),
      currency,
    ),
    returns: figureOf([...own.filter((entry) => entry.kind !== 'sale'), ...input.reversals], currency),
    comparison,
    resolutions: [...payments, ...confirmed(input.unconfirmed, comparison), ...disbursements.resolutions],
  };
}

/** What the report lists under its own reference and with its own amount. */
function confirmed(unconfirmed: readonly Unconfirmed[], comparison: Comparison): readonly PaymentResolution[] {
  const both = comparison.kind === 'details' ? comparison.both : [];
  return unconfirmed.flatMap(({ id, correlationId, amount }): readonly PaymentResolution[] => {
    const ersReference = both.find(({ till }) => till.id === id)?.seqr.ersReference ?? null;
    if (ersReference === null) return [];
    return [{ subject: 'payment', id, correlationId, amount, was: 'unknown', verdict: 'confirmed', ersReference }];
  });
}

function comparisonOf({ state }: Close): Comparison | null {
  return state.kind === 'done' || state.kind === 'reported' ? (state.result?.comparison ?? null) : null;
}

/** Of one that has come to something, and whose sending nobody wrote down: any row may be its own. */
const ANY_TIME: Sent = { firstEntry: 0, lastEntry: 0, lastMs: null };

/** Of an open one whose sending nobody wrote down: before the first mark that found it open. */
function sentBy({ id }: { readonly id: string }, periods: readonly Period[]): Sent {
  const entry = periods.find(({ open }) => open.includes(id))?.afterEntry ?? 0;
  return { firstEntry: entry, lastEntry: entry, lastMs: null };
}

/** Those that a row may still belong to: what a report has found already has its row. */
function openClaims(
  claims: readonly ListedClaim[],
  isCovered: (claim: ListedClaim) => boolean,
  comparisons: readonly (Comparison | null)[],
): readonly ListedClaim[] {
  const pairs = comparisons.flatMap((each) => (each?.kind === 'details' ? [...each.both, ...each.differs] : []));
  const found = new Set(pairs.map(({ till }) => till.id));
  return claims.filter((claim) => (claim.outcome === 'unknown' ? isCovered(claim) : claim.outcome === 'notDone' || !found.has(claim.id)));
}

/** What an earlier report has listed already is not missed: it stands here with its row. */
function withFound(comparison: Comparison, found: readonly Pair[]): Comparison {
  if (comparison.kind !== 'details') return comparison;
  return { ...comparison, both: [...comparison.both, ...found] };
}

/** A row that is found to be that of a refund or a pay-out is no longer SEQR's alone. */
function withResolved(comparison: Comparison, { resolutions, found }: DisbursementsResolved, claims: readonly ListedClaim[]): Comparison {
  if (comparison.kind !== 'details') return comparison;
  const done = resolutions.flatMap((each) =>
    each.verdict === 'done' ? [{ id: each.id, row: each.row, ersReference: each.ersReference }] : [],
  );
  const rows = [...done, ...found.map((each) => ({ ...each, ersReference: null }))];
  return rows.reduce<DetailComparison>((before, { id, row, ersReference }) => {
    const claim = claims.find((each) => each.id === id);
    if (claim === undefined) return before;
    const otherReport = !before.seqrOnly.includes(row);
    const missed = before.tillOnly.find((till) => till.id === id);
    const till = missed ?? entryOfClaim(claim, ersReference);
    const pair: Pair = { till, seqr: row, otherClose: otherReport, resolved: true, ...(otherReport ? { otherReport: true } : {}) };
    return {
      ...before,
      both: [...before.both, pair],
      seqrOnly: before.seqrOnly.filter((each) => each !== row),
      tillOnly: before.tillOnly.filter((each) => each !== missed),
    };
  }, comparison);
}

function entryOfClaim(claim: ListedClaim, ersReference: string | null): TillEntry {
  const { id, correlationId, kind, amount, at, receiptNumber } = claim;
  return {
    kind: kind === 'refund' ? 'return' : 'payout',
    id,
    correlationId,
    receiptNumber,
    ersReference,
    amount: negate(amount),
    at,
    reversed: false,
    mayBeLost: false,
  };
}

interface FoundEarlier {
  /** Counted in the close that resolved them. */
  readonly resolved: ReadonlySet<string>;
  /** The row that an earlier report has listed for it, though it was not of that close. */
  rowOf(till: TillEntry): DetailRow | null;
}

/** What closes before this one have found already, though it was not theirs: it is not missed a second time. */
function foundEarlier(earlier: readonly Close[]): FoundEarlier {
  const comparisons = earlier.map(comparisonOf).flatMap((each) => (each?.kind === 'details' ? [each] : []));
  const pairs = comparisons.flatMap(({ both, differs }) => [...both, ...differs]);
  const rowById = new Map(pairs.filter((pair) => pair.otherClose && !pair.resolved).map((pair) => [pair.till.id, pair.seqr]));
  const alone = new Map<string, DetailRow>(
    comparisons.flatMap(({ seqrOnly }) => seqrOnly.map((row) => [keyOf(row.ersReference, row.amount), row] as const)),
  );
  return {
    resolved: new Set(pairs.filter((pair) => pair.resolved).map((pair) => pair.till.id)),
    rowOf: ({ id, ersReference, amount }) =>
      rowById.get(id) ?? (ersReference === null ? undefined : alone.get(keyOf(ersReference, amount))) ?? null,
  };
}

const keyOf = (ersReference: string | null, amount: Money): string => `${ersReference ?? ''} ${amount.minor}`;
