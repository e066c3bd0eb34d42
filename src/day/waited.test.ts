import { describe, expect, test } from 'vitest';
import type { Close } from './close.ts';
import { CLOSES_AFTER_MS, triedInVain, whyNotYet } from './waited.ts';
import type { NotYet, Waiting } from './waited.ts';

const DAY_MS = CLOSES_AFTER_MS;
const AT_MS = Date.UTC(2026, 10, 23, 17);

/** A done close that found it open. `period`: SEQR ended one; `days`: when, by SEQR's clock; `counted`: by the till's own count. */
interface Told {
  readonly period: boolean;
  readonly report?: true;
  readonly days?: number;
  readonly counted?: number;
}

const RESULT = { comparison: { kind: 'details', both: [], differs: [], tillOnly: [], seqrOnly: [], lost: [] } };

function closed({ period, report, days, counted }: Told, index: number): Close {
  const mark = {
    at: '2026-11-23T17:00:00.000+01:00',
    entry: 10 + index,
    receipt: 0,
    open: ['a'],
    ...(days === undefined ? {} : { seqrMs: AT_MS + days * DAY_MS }),
    ...(counted === undefined ? {} : { countedMs: counted * DAY_MS }),
  };
  return {
    facts: { id: `c${index}` },
    mark,
    lost: [],
    state: { kind: 'done', periodId: period ? 'p' : null, result: report ? RESULT : null, doneAt: mark.at },
  } as unknown as Close;
}

function why(told: readonly Told[], more: Partial<Waiting> = {}): NotYet | null {
  return whyNotYet({ id: 'a', sent: null, closes: told.map(closed), nowMs: null, absenceMs: null, ...more });
}

const nowAfter = (days: number): Partial<Waiting> => ({ nowMs: AT_MS + days * DAY_MS });

describe('what no evidence settles may be closed (PF-30)', () => {
  test('after a close that could not tell, and a day of SEQR’s time', () => {
    expect(why([])).toBe('close');
    expect(why([{ period: true, report: true, days: 0 }], nowAfter(0.9))).toBe('hours');
    expect(why([{ period: true, report: true, days: 0 }], nowAfter(1))).toBeNull();
  });

  test('where SEQR tells no time, after a day by the till’s own count, between two closes at which it ended no period', () => {
    expect(why([{ period: false, counted: 3 }])).toBe('hours');
    expect(
      why([
        { period: false, counted: 3 },
        { period: false, counted: 3.9 },
      ]),
    ).toBe('hours');
    expect(
      why([
        { period: false, counted: 3 },
        { period: false, counted: 4 },
      ]),
    ).toBeNull();
    // Also where the first close still had SEQR's answer, or was an earlier Kassa's, which did not count.
    expect(
      why([
        { period: true, days: 0, counted: 3 },
        { period: false, counted: 4 },
      ]),
    ).toBeNull();
    expect(
      why([
        { period: true, days: 0 },
        { period: false, counted: 4 },
      ]),
    ).toBe('hours');
  });

  test('SEQR’s own time wins: while it tells one, and where it ended the latest period, the till’s count says nothing', () => {
    expect(
      why(
        [
          { period: false, counted: 3 },
          { period: false, counted: 9 },
        ],
        nowAfter(9),
      ),
    ).toBe('hours');
    expect(
      why([
        { period: true, days: 0, counted: 3 },
        { period: true, days: 0.5, counted: 9 },
      ]),
    ).toBe('hours');
  });

  test('a close without a report has asked nothing: the day lies before the last such close', () => {
    expect(why([{ period: false, days: 0 }], nowAfter(2))).toBe('hours');
    expect(
      why(
        [
          { period: false, days: 0 },
          { period: false, days: 1 },
        ],
        nowAfter(2),
      ),
    ).toBeNull();
    expect(
      why(
        [
          { period: true, days: 0 },
          { period: true, days: 1 },
        ],
        nowAfter(2),
      ),
    ).toBeNull();
    expect(
      why(
        [
          { period: true, report: true, days: 0 },
          { period: false, days: 0.1 },
        ],
        nowAfter(2),
      ),
    ).toBeNull();
  });

  test('a close that came to nothing, or whose marks were lost, could not tell each time that it was tried', () => {
    const [refused] = [closed({ period: false, days: 0 }, 0)].map((close): Close => ({
      ...close,
      state: { kind: 'notMarked', problem: { code: 'day.report-late' } },
    }));
    const again = [0, 0.5, 1].map((counted, index) => closed({ period: false, counted }, index).mark);
    const lost: Close = { ...closed({ period: false }, 9), lost: again, state: { kind: 'markLost', problem: null } };
    expect(refused === undefined ? [] : triedInVain(refused)).toEqual([refused]);
    expect(triedInVain(lost).map(({ mark }) => mark)).toEqual(again);
    expect(triedInVain(closed({ period: true }, 0))).toEqual([]);
    const since = { id: 'a', sent: null, nowMs: null, closes: triedInVain(lost) };
    expect(whyNotYet({ ...since, absenceMs: null })).toBeNull();
    // However often one was tried, it is one close.
    expect(whyNotYet({ ...since, absenceMs: DAY_MS })).toBe('absence');
  });

  test('not done never before the time of an absence, whoever counts (PF-14)', () => {
    const absence = { absenceMs: 3 * DAY_MS };
    const silent = (...counted: readonly number[]): readonly Told[] => counted.map((each) => ({ period: false, counted: each }));
    expect(why(silent(0, 3), absence)).toBe('absence');
    expect(why(silent(0, 1, 2.9), absence)).toBe('absence');
    expect(why(silent(0, 1, 3), absence)).toBeNull();
  });
});
