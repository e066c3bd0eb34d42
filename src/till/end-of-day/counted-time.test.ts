import { expect, test } from 'vitest';
import { isoWithZone } from '../../clock/iso-time.ts';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { Close } from '../../day/index.ts';
import { exampleClose, exampleMark } from '../../day/testing/periods.ts';
import { createCountedTime, OFF_AT_MOST_MS } from './counted-time.ts';

const HOUR_MS = 3_600_000;
const NOTHING = { triedCloses: () => [], latestCloses: () => [] };

/** A journal whose latest close was marked then. */
function marked(wallMs: number, countedMs?: number) {
  const mark = exampleMark(10, { at: isoWithZone(wallMs), ...(countedMs === undefined ? {} : { countedMs }) });
  const earlier = exampleClose({ mark: exampleMark(5, { countedMs: 1 }) });
  const tried = exampleClose({ mark, state: { kind: 'notMarked', problem: { code: 'day.report-late' } } });
  return { triedCloses: (): readonly Close[] => [tried], latestCloses: () => [earlier] };
}

test('while Kassa runs, what both clocks say has passed counts (PF-30)', async () => {
  const clock = createVirtualClock();
  const counted = createCountedTime(clock, NOTHING);
  await clock.advance(2 * HOUR_MS);
  expect(counted()).toBe(2 * HOUR_MS);
  // Somebody sets the clock ahead: nothing has passed.
  clock.shiftWall(48 * HOUR_MS);
  expect(counted()).toBe(2 * HOUR_MS);
  // And back: less than has passed is counted, once.
  clock.shiftWall(-96 * HOUR_MS);
  await clock.advance(HOUR_MS);
  expect(counted()).toBe(2 * HOUR_MS);
  await clock.advance(HOUR_MS);
  expect(counted()).toBe(3 * HOUR_MS);
});

test('over a restart the wall clock counts from the latest mark on, forwards only, and never a whole day at a time', () => {
  const clock = createVirtualClock();
  const after = (hours: number): number => createCountedTime(clock, marked(clock.wallMs() - hours * HOUR_MS, 7))();
  expect(after(3)).toBe(7 + 3 * HOUR_MS);
  expect(after(-3)).toBe(7);
  expect(after(24 * 365)).toBe(7 + OFF_AT_MOST_MS);
  expect(OFF_AT_MOST_MS).toBeLessThan(24 * HOUR_MS);
  // An earlier Kassa did not count.
  expect(createCountedTime(clock, marked(clock.wallMs() - HOUR_MS))()).toBe(0);
});
