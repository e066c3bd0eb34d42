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
export type Holdings = Map<string, Holding>;

export function newHolding(record: AttemptRecord, watch: Watch, lastGoodWallMs: number): Holding {
  return { record, shown: record, watch, unwritten: null, lastGoodWallMs };
}
