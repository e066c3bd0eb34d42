import { hasPeriod } from './close.ts';
import type { Close, Mark } from './close.ts';
import type { Comparison } from './match.ts';
import { timeOfReference } from './reference-time.ts';
import type { DetailRow } from './report.ts';
import type { TillEntry } from './till-entry.ts';

/*
 * SEQR's periods as the closes of one series have ended them: what may lie in each, what its report has listed, and
 * whether an absence from it says anything (PF-14, PF-17). Hours are SEQR's own: of its HTTP `Date`, or of its period ids.
 */

/** After a mark without an answer SEQR may still cut for so long (PF-17). */
export const LOST_MARK_MS = 24 * 60 * 60_000;

export interface Period {
  /** Rises by one with each period of the series. */
  readonly index: number;
  /** The last entry of the journal before it began, and the last before it ended. */
  readonly afterEntry: number;
  readonly throughEntry: number;
  /** What was not resolved when it ended: it began before. */
  readonly open: readonly string[];
  /** SEQR's time at which it opened, never too late; null: not known. */
  readonly openedMs: number | null;
  /** SEQR's time at which it ended, never too early; null: not known. */
  readonly endedMs: number | null;
  /** Rows of its report that no record of the till explained; none if there was no list. */
  readonly unmatched: readonly DetailRow[];
  /** What its report lists of what the till knows. */
  readonly lists: ReadonlySet<TillEntry['kind']>;
  /** Its report has a row for every transaction, and no lost mark may have cut it: only then an absence says something. */
  readonly isWhole: boolean;
}

/** Between two moments, in ms of SEQR's time; the truth lies somewhere between. */
export interface Between {
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** When the mark that ended a period was carried out. */
export function endOf({ mark, state }: Close): Between | null {
  if (mark.seqrMs !== undefined) return { earliestMs: mark.seqrMs, latestMs: mark.seqrMs };
  return 'periodId' in state && state.periodId !== null ? timeOfReference(state.periodId) : null;
}

/** A close with which SEQR ended a period, and the marks that were lost since the one before it. */
interface Ended {
  readonly close: Close;
  readonly lost: readonly Mark[];
}

/** What was lost at a close that was finished without a period belongs to the next one with a period: it goes back to before it. */
function endedBy(closes: readonly Close[]): readonly Ended[] {
  let lost: readonly Mark[] = [];
  return closes.flatMap((close): readonly Ended[] => {
    lost = [...lost, ...close.lost];
    if (!hasPeriod(close)) return [];
    const ended = { close, lost };
    lost = [];
    return [ended];
  });
}

/**
 * Which of these closes ended a period that a lost mark may have cut, so that some of it lies under an id that nobody knows:
 * those from the good mark before a lost one to the first good mark that is {@link LOST_MARK_MS} younger than it. While there
 * is no such mark, or nobody knows how old the lost one is, all that follow.
 */
function areCut(ended: readonly Ended[]): ReadonlySet<Close> {
  const closes = ended.map(({ close }) => close);
  const stretches = ended.map(({ close, lost }, index): readonly Close[] => {
    const last = lost.at(-1);
    if (last === undefined) return [];
    const lostMs = last.seqrMs ?? endOf(close)?.latestMs ?? null;
    const since = closes.slice(index);
    const end = since.findIndex((later) => {
      const earliestMs = endOf(later)?.earliestMs;
      return lostMs !== null && earliestMs !== undefined && earliestMs >= lostMs + LOST_MARK_MS;
    });
    return end === -1 ? since : since.slice(0, end + 1);
  });
  return new Set(stretches.flat());
}

/**
 * The periods of a series.
 *
 * @param all done closes and the one whose report has come, oldest first, none left out from the first one on
 * @param comparisonOf what came of its report; null: there was none
 */
export function periodsOf(all: readonly Close[], comparisonOf: (close: Close) => Comparison | null): readonly Period[] {
  const ended = endedBy(all);
  const closes = ended.map(({ close }) => close);
  const cut = areCut(ended);
  return closes.map((close, index): Period => {
    const before = closes[index - 1];
    const comparison = comparisonOf(close);
    const details = comparison?.kind === 'details' ? comparison : null;
    const [afterEntry, throughEntry] = [close.from?.entry ?? 0, close.mark.entry];
    const pairs = details === null ? [] : [...details.both, ...details.differs].filter((pair) => pair.otherReport !== true);
    return {
      index,
      afterEntry,
      throughEntry,
      open: close.mark.open,
      openedMs: (before === undefined ? undefined : endOf(before)?.earliestMs) ?? close.from?.seqrMs ?? null,
      endedMs: endOf(close)?.latestMs ?? null,
      unmatched: details?.seqrOnly ?? [],
      lists: new Set(pairs.map(({ till }) => till.kind)),
      isWhole: details !== null && !cut.has(close),
    };
  });
}

/** Whether what this close covers may lie in a period whose id never reached the till; `all` as for {@link periodsOf}. */
export function mayBeLost(all: readonly Close[], close: Close): boolean {
  return areCut(endedBy(all)).has(close);
}
