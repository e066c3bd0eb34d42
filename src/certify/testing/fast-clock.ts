import type { Clock } from '../../clock/clock.ts';

/** A clock on which every wait is over at the next turn of the event loop, and has taken its full time. */
export function createFastClock(onAdvance: (ms: number) => void = () => undefined): Clock {
  let nowMs = 0;
  return {
    monotonicMs: () => nowMs,
    wallMs: () => Date.UTC(2026, 10, 23, 8) + nowMs,
    after(delayMs, run) {
      const due = setImmediate(() => {
        nowMs += delayMs;
        onAdvance(delayMs);
        run();
      });
      return () => clearImmediate(due);
    },
  };
}
