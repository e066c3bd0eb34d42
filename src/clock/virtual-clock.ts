import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. Timers fire in order of their time, ties in order of setting. */
export interface VirtualClock extends Clock {
  /** Moves time on by `ms`, firing what falls due on the way and letting promises settle between firings. */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock only, as somebody setting the computer's clock would. */
  shiftWall(ms: number): void;
}

/** Lets every promise that can settle now do so. */
async function settle(turns: number): Promise<void> {
  for (let i = 0; i < turns; i += 1) await Promise.resolve();
}

/** How many microtask turns a firing gets to settle; our promise chains are far shorter. */
const SETTLE_TURNS = 40;

export function createVirtualClock(startWallMs = Date.UTC(2026, 10, 23, 8, 0, 0)): VirtualClock {
  let nowMs = 0;
  let wallShiftMs = 0;
  let order = 0;
  let timers: readonly { readonly atMs: number; readonly order: number; readonly run: () => void }[] = [];

  return {
    monotonicMs: () => nowMs,
    wallMs: () => startWallMs + nowMs + wallShiftMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + Math.max(0, delayMs), order: order++, run };
      timers = [...timers, timer].sort((a, b) => a.atMs - b.atMs || a.order - b.order);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    async advance(ms) {
      const endMs = nowMs + ms;
      await settle(SETTLE_TURNS);
      for (;;) {
        const next = timers[0];
        if (!next || next.atMs > endMs) break;
        timers = timers.slice(1);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle(SETTLE_TURNS);
      }
      nowMs = endMs;
    },
    shiftWall(ms) {
      wallShiftMs += ms;
    },
  };
}
