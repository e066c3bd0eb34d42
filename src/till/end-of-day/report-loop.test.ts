import { expect, test } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { exampleClose } from '../../day/testing/periods.ts';
import { createReportLoop } from './report-loop.ts';

const MINUTE_MS = 60_000;

test.each([
  ['is not ready, told at once', 0],
  ['has no answer', 30_000],
])('a report that %s is asked for ten minutes, and then held (PF-17)', async (_, takesMs) => {
  const clock = createVirtualClock();
  const close = exampleClose();
  const last: number[] = [];
  const loop = createReportLoop({
    clock,
    close: () => close,
    onChange: () => undefined,
    asking: {
      report: (__, isLast) =>
        new Promise((resolve) => {
          clock.after(takesMs, () => {
            if (isLast) last.push(clock.monotonicMs());
            resolve(isLast ? 'over' : 'again');
          });
        }),
    },
  });
  loop.start(close);
  await clock.advance(60 * MINUTE_MS);
  expect(last).toHaveLength(1);
  expect(last[0]).toBeGreaterThanOrEqual(10 * MINUTE_MS);
  expect(last[0]).toBeLessThan(11.5 * MINUTE_MS);
  loop.stop();
});
