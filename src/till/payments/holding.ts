import { isAtRest, isOpen, silenceMs } from '../../payment/index.ts';
import type { Watch } from '../../payment/index.ts';
import type { AttemptRecord, Entry } from '../../records/index.ts';

/** An attempt in the desk's hands. `shown` is what is on disk; `record` may be ahead of it while the disk refuses. */
export interface Holding {
  record: AttemptRecord;
  shown: AttemptRecord;
  watch: Watch;
  /** What the disk has refused so far, to be tried again (PF-02). */
  unwritten: { readonly entries: readonly Entry[]; readonly completes: boolean } | null;
  /** Wall time of the last good answer, for silences that the monotonic clock does not see: sleep, restart. */
  lastGoodWallMs: number;
}

/** Every attempt in the desk's hands, by its id. */
export type Holdings = ReadonlyMap<string, Holding>;

/** Takes an attempt that is on disk into the desk's hands. */
export type Hold = (record: AttemptRecord, watch: Watch, lastGoodWallMs: number) => Holding;

/** What SEQR has not answered about for so long holds its own money, and nothing else any more (PF-24). */
const HOLDS_UNANSWERED_MS = 25_000;

/**
 * Whether this payment holds its terminal (PF-24): it has not come to an end, and SEQR answers about it. A tab at rest is not
 * asked about; SEQR is taken at its last word, unless somebody wants another.
 *
 * @param isLost nobody can ask about it: its terminal's password is lost
 */
export function holdsItsTerminal({ record: { state }, watch }: Holding, nowMs: number, isLost: boolean): boolean {
  if (!isOpen(state) || isLost) return false;
  if ('unanswerable' in state && state.unanswerable !== null && isAtRest(state)) return false;
  return (isAtRest(state) && !watch.checkWanted) || silenceMs(watch, nowMs) < HOLDS_UNANSWERED_MS;
}
