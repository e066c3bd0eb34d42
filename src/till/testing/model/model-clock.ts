import type { Clock } from '../../../clock/clock.ts';

/** One time for everybody in a model: it moves only when the model says so. */
export interface ModelClock extends Clock {
  /**
   * Moves time on by `ms`; what falls due happens on the way, each thing with all that follows from it at once.
   *
   * @throws Error where no end comes of what falls due in one moment
   */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock only, as somebody setting the computer's clock would. */
  shiftWall(ms: number): void;
  /** Lets everything happen that follows at once from what has happened. */
  settle(): Promise<void>;
  /** The same clock for one process: when that is dead, none of its timers fires any more. */
  ofProcess(isDead: () => boolean): Clock;
  /** The same time for SEQR, whose wall clock nobody sets. */
  readonly ofSeqr: Clock;
  /** Nothing that is still to come happens any more. */
  end(): void;
}

/** A till that comes to rest has far fewer timers in one millisecond. */
const MOST_AT_ONCE = 10_000;

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

export function createModelClock(startWallMs: number): ModelClock {
  let nowMs = 0;
  let wallShiftMs = 0;
  let order = 0;
  /** The next one last. */
  const timers: Timer[] = [];

  /** A turn of the event loop: every promise that can settle has settled by then, however long its chain. */
  const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

  function after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: nowMs + Math.max(0, delayMs), order: order++, run };
    let low = 0;
    let high = timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = timers[middle];
      if (there !== undefined && isBefore(timer, there)) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
    return () => {
      const index = timers.indexOf(timer);
      if (index >= 0) timers.splice(index, 1);
    };
  }

  const clock: Clock = {
    monotonicMs: () => nowMs,
    wallMs: () => startWallMs + nowMs + wallShiftMs,
    after,
  };

  return {
    ...clock,
    ofSeqr: { ...clock, wallMs: () => startWallMs + nowMs },
    settle,
    async advance(ms) {
      const endMs = nowMs + ms;
      await settle();
      let atOnce = 0;
      for (;;) {
        const next = timers.at(-1);
        if (next === undefined || next.atMs > endMs) break;
        timers.pop();
        atOnce = next.atMs > nowMs ? 0 : atOnce + 1;
        if (atOnce > MOST_AT_ONCE) throw new Error(`nothing comes to rest: ${atOnce} timers fell due in one millisecond`);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle();
      }
      nowMs = endMs;
    },
    shiftWall(ms) {
      wallShiftMs += ms;
    },
    ofProcess: (isDead) => ({
      ...clock,
      after(delayMs, run) {
        return after(delayMs, () => {
          if (!isDead()) run();
        });
      },
    }),
    end() {
      timers.length = 0;
    },
  };
}
