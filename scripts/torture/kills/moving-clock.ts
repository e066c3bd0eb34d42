/** The computer's clock, which somebody outside may put forward: what was to come meanwhile then comes at once, in its order. */
import type { Clock } from '../../../src/clock/clock.ts';

export interface MovingClock extends Clock {
  /** Lets `ms` pass in a moment. */
  forward(ms: number): void;
}

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** @param wallAheadMs how far it was put forward before this process began */
export function createMovingClock(wallAheadMs: number): MovingClock {
  let aheadMs = 0;
  let timers: readonly Timer[] = [];
  let waiting: NodeJS.Timeout | undefined;
  const monotonicMs = (): number => performance.now() + aheadMs;

  function wait(): void {
    clearTimeout(waiting);
    const [first] = timers;
    waiting = first && setTimeout(runDue, Math.max(0, first.atMs - monotonicMs()));
  }

  function runDue(): void {
    const nowMs = monotonicMs();
    // One by one: what runs may withdraw what comes after it.
    for (;;) {
      const [first] = timers;
      if (first === undefined || first.atMs > nowMs) break;
      timers = timers.slice(1);
      first.run();
    }
    wait();
  }

  return {
    monotonicMs,
    wallMs: () => Date.now() + wallAheadMs + aheadMs,
    after(delayMs, run) {
      const timer = { atMs: monotonicMs() + Math.max(0, delayMs), run };
      timers = [...timers, timer].toSorted((one, other) => one.atMs - other.atMs);
      wait();
      return () => {
        timers = timers.filter((other) => other !== timer);
        wait();
      };
    },
    forward(ms) {
      aheadMs += ms;
      runDue();
    },
  };
}
