import type { Clock } from '../../../clock/clock.ts';
import type { Lives } from './lives.ts';
import { diskError } from './model-disk.ts';
import type { DiskError } from './model-disk.ts';

/** Thrown where a process writes that has died: what its code makes of it nobody sees. */
export class DeadProcessError extends Error {
  override readonly name = 'DeadProcessError';
}

/** A till that comes to rest writes far less in one millisecond. */
const MOST_AT_ONCE = 1_000;

/** What becomes of the writes that come next. */
export interface Writes {
  /** So many from now on are refused so. */
  refuse(kind: DiskError, count: number): void;
  /** At the so-manyth from now on (1: the next) the process that writes dies, before or after it is on disk. */
  dieAt(when: 'before' | 'after', nth: number): void;
  /** The next one will be refused. */
  isRefusing(): boolean;
  /** All that come are taken. */
  heal(): void;
  /** @returns why this write fails; null: it comes to disk */
  before(process: number): Error | null;
  after(process: number): void;
}

/** @param onRestless told once of a process that writes without end in one moment; it dies of it */
export function createWrites(lives: Lives, clock: Pick<Clock, 'monotonicMs'>, onRestless: (error: Error) => void): Writes {
  let refusal: { readonly kind: DiskError; left: number } | null = null;
  let death: { readonly when: 'before' | 'after'; left: number } | null = null;

  let atOnce = { atMs: 0, count: 0 };

  function isRestless(process: number): boolean {
    const atMs = clock.monotonicMs();
    atOnce = { atMs, count: atOnce.atMs === atMs ? atOnce.count + 1 : 1 };
    if (atOnce.count <= MOST_AT_ONCE) return false;
    onRestless(new Error(`nothing comes to rest: ${atOnce.count} writes in one millisecond`));
    lives.end(process);
    return true;
  }

  /** Whether the process dies at this write. */
  function diesNow(process: number): boolean {
    if (death === null || (death.left -= 1) > 0) return false;
    death = null;
    lives.end(process);
    return true;
  }

  return {
    refuse(kind, count) {
      refusal = { kind, left: count };
    },
    dieAt(when, nth) {
      death = { when, left: nth };
    },
    isRefusing: () => refusal !== null,
    heal() {
      refusal = death = null;
    },
    before(process) {
      if (lives.isGone(process)) return new DeadProcessError();
      if (isRestless(process)) return new DeadProcessError();
      if (death?.when === 'before' && diesNow(process)) return new DeadProcessError();
      if (refusal === null) return null;
      const { kind } = refusal;
      if ((refusal.left -= 1) <= 0) refusal = null;
      return diskError(kind);
    },
    after(process) {
      if (death?.when === 'after') diesNow(process);
    },
  };
}
