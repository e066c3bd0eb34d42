import { hasPeriod, seriesOf, triedInVain } from '../../day/index.ts';
import type { Close, CloseFacts, Sent } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';

/** Closes are read in so many at a time, newest first. */
const READ_AT_ONCE = 16;

/**
 * Closes, oldest first, back to one that is far enough; all of them if none is.
 *
 * @param newest so many of them, newest first
 */
export function closesBackTo(newest: (limit: number) => readonly Close[], isFarEnough: (close: Close) => boolean): readonly Close[] {
  for (let limit = READ_AT_ONCE; ; limit *= 2) {
    const closes = newest(limit);
    const oldest = closes.at(-1);
    if (closes.length < limit || oldest === undefined || isFarEnough(oldest)) return closes.toReversed();
  }
}

/**
 * Closes that found, or did not find, something unsettled: those that are done, and those that were tried in vain (SEQR refused,
 * or its answers were lost). In the order of their marks, as far back as one that is far enough.
 */
export function closesThatLooked(
  journal: Pick<Journal, 'latestCloses' | 'triedCloses'>,
  isFarEnough: (close: Close) => boolean,
): readonly Close[] {
  const done = closesBackTo((limit) => journal.latestCloses(limit), isFarEnough);
  const tried = closesBackTo((limit) => journal.triedCloses(limit), isFarEnough).flatMap(triedInVain);
  return [...done, ...tried].sort((one, other) => one.mark.entry - other.mark.entry);
}

/** For {@link closesBackTo}: closes that did not know of it, and were marked before it was first sent, as far as that was written down. */
export function isBefore(id: string, sent: Sent | null): (close: Close) => boolean {
  return ({ mark }) => !mark.open.includes(id) && mark.entry <= (sent?.firstEntry ?? mark.entry);
}

/** The last close of the series at which SEQR has ended a period: what came after it is in the next period. */
export function lastWithPeriod(journal: Pick<Journal, 'closesOf'>, facts: CloseFacts): Close | null {
  return closesBackTo((limit) => journal.closesOf(seriesOf(facts), limit), hasPeriod).findLast(hasPeriod) ?? null;
}
