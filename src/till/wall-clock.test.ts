import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clock } from '../clock/clock.ts';
import { openJournal } from '../journal/index.ts';
import { chargeSale, payAt } from './testing/live-shop.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createTillHarness, mustDo, startPractising } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

/* Somebody sets the clock of the computer while the till works: payments do not mind, and people are told (PF-11, PF-27). */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let shiftMs: number;
let harness: TillHarness;
beforeEach(async () => {
  shiftMs = 0;
  const quick = createQuickClock(60);
  const clock: Clock = { ...quick, wallMs: () => quick.wallMs() + shiftMs };
  harness = await createTillHarness(clock);
  await startPractising(harness);
});
afterEach(() => harness.close());

const codes = (): readonly string[] =>
  harness
    .till()
    .snapshot()
    .notices.map(({ problem }) => problem.code);

/** The entries about the clock, as they lie on the disk. */
function written(): readonly string[] {
  const journal = openJournal({ file: join(harness.folder, 'journal-practice.sqlite'), nowIso: () => '' });
  const found = ['clock.differs', 'clock.agrees', 'clock.set-back', 'clock.behind'].filter(
    (kind) => journal.subjectsOf(kind, 0, journal.entryCount()).length > 0,
  );
  journal.close();
  return found;
}

test.each([DAY, -DAY, 3_650 * DAY, -20_000 * DAY])(
  'a clock that is set by %i ms while a customer pays is told at once, and the payment stands',
  async (ms) => {
    await chargeSale(harness);
    payAt(harness);
    await harness.until(({ payment }) => payment?.screen.kind === 'paid');
    await chargeSale(harness);
    shiftMs = ms;
    const noticed = await harness.until(() => codes().includes('health.clock'));
    expect(noticed.health).toContainEqual(expect.objectContaining({ check: 'clock', state: 'bad' }));
    payAt(harness);
    const paid = await harness.until(({ payment }) => payment?.screen.kind === 'paid');
    expect(paid.payment?.screen).toMatchObject({ receiptNumber: 2 });
    expect(codes().includes('health.clock-behind')).toBe(ms < 0);
    expect(written()).toEqual(ms < 0 ? ['clock.differs', 'clock.set-back', 'clock.behind'] : ['clock.differs']);
  },
);

test('a tab ends by SEQR’s clock, though that of this computer went back a day over a restart (PF-29)', async () => {
  await mustDo(harness, { kind: 'sale.addAmount', minor: 9_900 });
  const { revision } = harness.till().snapshot().sale;
  await mustDo(harness, { kind: 'tab.open', revision, name: 'Table 4', mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 3 });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  payAt(harness);
  await harness.until(({ tabs }) => tabs.some(({ phase }) => phase === 'held'));
  shiftMs = -DAY;
  await harness.restart();
  await harness.until(({ tabs }) => tabs.some(({ phase }) => phase !== 'held'));
});
