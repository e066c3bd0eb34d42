import type { Clock } from '../../clock/clock.ts';
import type { Mark } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';

/*
 * How much time has passed from close to close while SEQR tells none (PF-30). It may be less than the truth, and not more: so
 * nothing is closed too early because somebody has set this machine's clock.
 */

/**
 * Of the time in which Kassa did not run so much counts at a time. It is less than the day that a closing has to wait, so that
 * a clock that was set wrong once, however far, is never enough.
 */
export const OFF_AT_MOST_MS = 12 * 60 * 60_000;

/** Counts from the latest close in the journal on, whatever became of it. @returns ms; only the difference between two of them means something */
export function createCountedTime(clock: Clock, journal: Pick<Journal, 'triedCloses' | 'latestCloses'>): () => number {
  let countedMs = countedAtStart(clock, journal);
  let [monotonicMs, wallMs] = [clock.monotonicMs(), clock.wallMs()];
  return () => {
    const [nowMonotonicMs, nowWallMs] = [clock.monotonicMs(), clock.wallMs()];
    // What both clocks say: one that was set back counts nothing, and sleep, which only the wall clock sees, neither.
    countedMs += Math.max(0, Math.min(nowMonotonicMs - monotonicMs, nowWallMs - wallMs));
    [monotonicMs, wallMs] = [nowMonotonicMs, nowWallMs];
    return countedMs;
  };
}

function countedAtStart(clock: Clock, journal: Pick<Journal, 'triedCloses' | 'latestCloses'>): number {
  const mark = latestMark(journal);
  if (mark?.countedMs === undefined) return 0;
  const sinceMs = clock.wallMs() - Date.parse(mark.at);
  return mark.countedMs + Math.max(0, Math.min(OFF_AT_MOST_MS, sinceMs));
}

function latestMark(journal: Pick<Journal, 'triedCloses' | 'latestCloses'>): Mark | null {
  const marks = [...journal.triedCloses(1), ...journal.latestCloses(1)].map(({ mark }) => mark);
  return marks.reduce<Mark | null>((latest, mark) => (latest === null || mark.entry > latest.entry ? mark : latest), null);
}
