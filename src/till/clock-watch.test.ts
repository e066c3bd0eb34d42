import { beforeEach, describe, expect, test } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { JournalWriteError } from '../records/index.ts';
import type { Entry, ReceiptRecord } from '../records/index.ts';
import type { Problem } from '../text/index.ts';
import { createClockWatch } from './clock-watch.ts';
import type { ClockWatch } from './clock-watch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let clock: VirtualClock;
let watch: ClockWatch;
let told: Problem[];
let entries: Entry[];
let last: { number: number; issuedAt: string } | null;
let diskIsFull: boolean;
beforeEach(() => {
  clock = createVirtualClock();
  told = [];
  entries = [];
  last = null;
  diskIsFull = false;
  watch = createClockWatch({
    clock,
    notices: {
      tell: (problem) => void told.push(problem),
      withdraw: (code) => void (told = told.filter((problem) => problem.code !== code)),
    },
    journal: () => ({
      lastReceipt: () => (last === null ? null : ({ receipt: last } as ReceiptRecord)),
      write(batch) {
        if (diskIsFull) throw new JournalWriteError('full', 'no space');
        entries.push(...batch.entries);
      },
    }),
  });
});

const codes = (): readonly string[] => told.map(({ code }) => code);
const kinds = (): readonly string[] => entries.map(({ kind }) => kind);

describe("the wall clock, held against SEQR's at every answer (PF-11)", () => {
  test('is right within two minutes: nothing is said', () => {
    watch.heard(clock.wallMs() + 2 * MINUTE - 1);
    watch.look();
    expect([codes(), kinds(), watch.verdict()]).toEqual([[], [], { known: true, problem: null }]);
  });

  test.each([HOUR, -HOUR, DAY, -DAY, 3_650 * DAY, -20_000 * DAY])('that is off by %i ms is told and written down, once', (offMs) => {
    const problem = { code: 'health.clock', params: { minutes: Math.round(Math.abs(offMs) / MINUTE) } };
    watch.heard(clock.wallMs() - offMs);
    watch.heard(clock.wallMs() - offMs + 1_000);
    expect(told).toEqual([problem]);
    expect(kinds()).toEqual(['clock.differs']);
    expect(entries[0]?.body).toMatchObject({ offMs });
    expect(watch.verdict()).toEqual({ known: true, problem });
  });

  test('that is set right is told no more, and that is written down too', () => {
    watch.heard(clock.wallMs() + HOUR);
    clock.shiftWall(HOUR);
    watch.heard(clock.wallMs());
    expect([codes(), kinds()]).toEqual([[], ['clock.differs', 'clock.agrees']]);
  });

  test('that jumps in mid-payment is noticed with the next answer, a second later', async () => {
    const seqr = createVirtualClock();
    for (let poll = 0; poll < 3; poll += 1) {
      watch.heard(seqr.wallMs());
      await Promise.all([clock.advance(1_000), seqr.advance(1_000)]);
    }
    clock.shiftWall(DAY);
    watch.heard(seqr.wallMs());
    expect(codes()).toEqual(['health.clock']);
  });

  test('that is set back is noticed without SEQR', async () => {
    await clock.advance(10_000);
    clock.shiftWall(-HOUR);
    watch.look();
    expect(told).toEqual([{ code: 'health.clock-set-back', params: { minutes: 60 } }]);
    expect(kinds()).toEqual(['clock.set-back']);
  });

  test('that ran on while the machine slept is not called wrong for that', () => {
    watch.heard(clock.wallMs());
    // The monotonic clock stands still in sleep.
    clock.shiftWall(8 * HOUR);
    watch.look();
    expect([codes(), watch.verdict(), watch.seqrMs()]).toEqual([[], { known: false }, null]);
    watch.heard(clock.wallMs());
    expect([codes(), watch.verdict()]).toEqual([[], { known: true, problem: null }]);
  });
});

describe('the wall clock, held against the last receipt', () => {
  test('stands before it: it is told before the next one is dated, and once for each', () => {
    last = { number: 26, issuedAt: new Date(clock.wallMs() + 1).toISOString() };
    watch.look();
    watch.look();
    expect(told).toEqual([{ code: 'health.clock-behind', params: { number: 26 } }]);
    expect(entries).toMatchObject([{ kind: 'clock.behind', body: { receipt: 26, issuedAt: last.issuedAt } }]);
    expect(watch.verdict()).toMatchObject({ problem: { code: 'health.clock-behind' } });
  });

  test('has passed it: it is told no more', async () => {
    last = { number: 26, issuedAt: new Date(clock.wallMs() + MINUTE).toISOString() };
    watch.look();
    await clock.advance(MINUTE);
    watch.look();
    expect(codes()).toEqual([]);
  });
});

test('what a full disk refuses is written when it can be', () => {
  diskIsFull = true;
  watch.heard(clock.wallMs() + HOUR);
  expect([codes(), kinds()]).toEqual([['health.clock'], []]);
  diskIsFull = false;
  watch.look();
  expect(kinds()).toEqual(['clock.differs']);
});

test("SEQR's time is counted on from its last word, whatever is done to the clock of this computer", async () => {
  const seqr = clock.wallMs() - DAY;
  watch.heard(seqr);
  clock.shiftWall(-3 * DAY);
  await clock.advance(5_000);
  watch.look();
  expect(watch.seqrMs()).toBe(seqr + 5_000);
});
