import type { Clock } from './clock.ts';

/** The computer's own clocks. `performance` and the timers are globals in Node, Electron and the browser alike. */
export function createSystemClock(): Clock {
  return {
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
