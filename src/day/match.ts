import { add, equals, zero } from '../money/index.ts';
import type { Currency } from '../money/index.ts';
import type { DetailRow, Report, SummaryRow } from './report.ts';
import { figureOf } from './till-entry.ts';
import type { Figure, TillEntry } from './till-entry.ts';

/** A movement that both know. */
export interface Pair {
  readonly till: TillEntry;
  readonly seqr: DetailRow;
  /** The till has it in another close: SEQR counted it a little earlier or later. */
  readonly otherClose: boolean;
  /** This very report has resolved it. */
  readonly resolved: boolean;
  /** The row stands in the report of an earlier close. */
  readonly otherReport?: boolean;
}

/** Reference by reference (PF-17). Every row and every entry of this close is in exactly one of the lists. */
export interface DetailComparison {
  readonly kind: 'details';
  readonly both: readonly Pair[];
  /** The same reference with another amount. */
  readonly differs: readonly Pair[];
  readonly tillOnly: readonly TillEntry[];
  readonly seqrOnly: readonly DetailRow[];
  /** Not listed, but it may lie in a period whose id was lost: no difference, and no proof either. */
  readonly lost: readonly TillEntry[];
  /** Rows of the shop's other terminals: left out, and said. */
  readonly elsewhere: Figure;
}

/** SEQR gave counts and totals only. */
export interface SummaryComparison {
  readonly kind: 'summary';
  readonly till: Figure;
  /** Null: the report's figures are the whole shop's, and say nothing about one terminal. */
  readonly seqr: Figure | null;
  readonly agrees: boolean;
  readonly lost: readonly TillEntry[];
}

export type Comparison = DetailComparison | SummaryComparison;

export interface MatchInput {
  readonly report: Report;
  readonly terminalId: string;
  /** `terminal`: the period is this terminal's alone, so that figures without a terminal are its own. */
  readonly scope: 'terminal' | 'shop';
  readonly currency: Currency;
  /** What this close covers. */
  readonly entries: readonly TillEntry[];
  /** What other closes cover and the report names all the same. */
  readonly others: readonly TillEntry[];
}

export function match(input: MatchInput): Comparison {
  return input.report.shape === 'details' ? matchDetails(input.report.rows, input) : matchSummary(input.report.rows, input);
}

function isOwn(row: { readonly terminalId: string | null }, terminalId: string): boolean {
  return row.terminalId === null || row.terminalId === terminalId;
}

function matchDetails(all: readonly DetailRow[], { terminalId, currency, entries, others }: MatchInput): DetailComparison {
  const left = new Set(all.filter((row) => isOwn(row, terminalId)));
  const byReference = Map.groupBy(
    [...left].filter((row) => row.ersReference !== null),
    (row) => row.ersReference ?? '',
  );
  const found = new Map<TillEntry, Pair>();

  /** Two passes, so that an equal amount is never taken by an entry that differs. */
  function pass(some: readonly TillEntry[], otherClose: boolean, fits: (till: TillEntry, row: DetailRow) => boolean): void {
    for (const till of some) {
      if (found.has(till) || till.ersReference === null) continue;
      const seqr = byReference.get(till.ersReference)?.find((row) => left.has(row) && fits(till, row));
      if (seqr === undefined) continue;
      left.delete(seqr);
      found.set(till, { till, seqr, otherClose, resolved: false });
    }
  }
  const sameAmount = (till: TillEntry, row: DetailRow): boolean => equals(till.amount, row.amount);
  // A refund listed under its payment's reference is not that payment with another amount.
  const sameDirection = (till: TillEntry, row: DetailRow): boolean => Math.sign(till.amount.minor) === Math.sign(row.amount.minor);
  for (const fits of [sameAmount, sameDirection]) {
    pass(entries, false, fits);
    pass(others, true, fits);
  }

  const pairs = [...found.values()];
  const missing = entries.filter((till) => !found.has(till));
  return {
    kind: 'details',
    both: pairs.filter(({ till, seqr }) => sameAmount(till, seqr)),
    differs: pairs.filter(({ till, seqr }) => !sameAmount(till, seqr)),
    tillOnly: missing.filter((till) => !till.mayBeLost),
    seqrOnly: [...left],
    lost: missing.filter((till) => till.mayBeLost),
    elsewhere: figureOf(
      all.filter((row) => !isOwn(row, terminalId)),
      currency,
    ),
  };
}

function matchSummary(rows: readonly SummaryRow[], { terminalId, scope, currency, entries }: MatchInput): SummaryComparison {
  const certain = entries.filter((entry) => !entry.mayBeLost);
  const till = figureOf(certain, currency);
  // What may be lost may also be in there; with it, equal figures are the only thing that can be said.
  const withLost = figureOf(entries, currency);
  const seqr = ownFigure(rows, terminalId, scope, currency);
  const agrees = seqr !== null && (sameFigure(certain, till, seqr) || sameFigure(entries, withLost, seqr));
  return { kind: 'summary', till, seqr, agrees, lost: entries.filter((entry) => entry.mayBeLost) };
}

function ownFigure(rows: readonly SummaryRow[], terminalId: string, scope: 'terminal' | 'shop', currency: Currency): Figure | null {
  const own = rows.filter((row) => row.terminalId === terminalId || (scope === 'terminal' && row.terminalId === null));
  // A shop's summary by terminal leaves out a terminal that sold nothing; one without terminals is everybody's.
  if (own.length === 0 && rows.some((row) => row.terminalId === null)) return null;
  return {
    count: own.reduce((count, row) => count + row.count, 0),
    total: own.map((row) => row.total).reduce(add, zero(currency)),
  };
}

/** Whether `SalesCount` counts what went back is not published: both ways of counting are taken as equal. */
function sameFigure(entries: readonly TillEntry[], till: Figure, seqr: Figure): boolean {
  const sales = entries.filter((entry) => entry.kind === 'sale').length;
  return equals(till.total, seqr.total) && (seqr.count === till.count || seqr.count === sales);
}

/** Both sides in one figure each: what this close covers in the till, and what SEQR lists for it. Null: SEQR's is not known. */
export function sumsOf(comparison: Comparison, currency: Currency): { readonly till: Figure; readonly seqr: Figure | null } {
  if (comparison.kind === 'summary') return { till: comparison.till, seqr: comparison.seqr };
  const { both, differs, tillOnly, seqrOnly, lost } = comparison;
  const pairs = [...both, ...differs];
  return {
    till: figureOf([...pairs.map(({ till }) => till), ...tillOnly, ...lost], currency),
    seqr: figureOf([...pairs.map(({ seqr }) => seqr), ...seqrOnly], currency),
  };
}

/** What the comparison comes to, in a word. `lost`: no difference, but some of it cannot be looked up. */
export type Verdict = 'agrees' | 'differs' | 'lost' | 'notComparable';

export function verdictOf(comparison: Comparison): Verdict {
  if (comparison.kind === 'summary') {
    if (comparison.seqr === null) return 'notComparable';
    return !comparison.agrees ? 'differs' : comparison.lost.length > 0 ? 'lost' : 'agrees';
  }
  if (comparison.differs.length + comparison.tillOnly.length + comparison.seqrOnly.length > 0) return 'differs';
  return comparison.lost.length > 0 ? 'lost' : 'agrees';
}
