import type { Clock } from '../../clock/clock.ts';
import { createSystemClock } from '../../clock/system-clock.ts';

/** The computer's own clock, but for the wall, which shows that time now and goes on from there. */
export function createClockAt(wallMs: number): Clock {
  const startMs = performance.now();
  return { ...createSystemClock(), wallMs: () => Math.round(wallMs + performance.now() - startMs) };
}
