import type { Clock } from '../../clock/clock.ts';

/** The computer's own clock, so many times as fast: for what happens once a second, over a real socket. The wall is left alone. */
export function createQuickClock(times: number): Clock {
  return {
    monotonicMs: () => performance.now() * times,
    wallMs: () => Date.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs / times);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
