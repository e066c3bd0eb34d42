import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Close } from './close.ts';
import { periodsOf } from './period.ts';
import { whyAbsenceProvesNothing } from './resolve.ts';
import type { Sent } from './resolve.ts';
import { settlingOf } from './settling.ts';
import { OTHER_TERMINAL, TERMINAL } from './testing/examples.ts';
import { doneClose, exampleClose, exampleMark, HOUR_MS, START_MS } from './testing/periods.ts';
import { whyNotYet } from './waited.ts';

const ID = 'refund-1';
const ABSENCE_MS = 72 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** Sent an hour after the period that was open then had begun. */
const SENT: Sent = { firstEntry: 5, lastEntry: 5, lastMs: START_MS + HOUR_MS };

/** Closes that came so many hours after the one before; all of them find it open. */
function closesAfter(gaps: readonly number[]): readonly Close[] {
  let seqrMs = START_MS;
  return gaps.map((hours, index) => {
    const from = exampleMark(index * 10, { seqrMs });
    seqrMs += hours * HOUR_MS;
    return doneClose(exampleClose({ from, mark: exampleMark((index + 1) * 10, { seqrMs, open: [ID] }) }), index + 1, {});
  });
}

const settling = (closes: readonly Close[], sent: Sent | null = SENT, nowMs: number | null = null) =>
  settlingOf({ id: ID, sent, closes, terminalId: TERMINAL, absenceMs: ABSENCE_MS, nowMs });

/** What the rule itself says of the reports so far. */
const proves = (closes: readonly Close[]): boolean =>
  whyAbsenceProvesNothing(
    periodsOf(closes, ({ state }) => (state.kind === 'done' ? (state.result?.comparison ?? null) : null)),
    SENT,
    { absenceMs: ABSENCE_MS },
    () => true,
  ) === null;

const gaps = fc.array(fc.integer({ min: 2, max: 40 }), { maxLength: 9 });

describe('what an absence has to wait for (PF-14)', () => {
  test('is never told shorter than it is, and no longer than with closes that come late enough', () => {
    fc.assert(
      fc.property(gaps, gaps, (before, after) => {
        const closes = closesAfter(before);
        if (proves(closes)) return;
        const { closes: needed } = settling(closes).absence ?? { closes: Number.NaN };
        for (let more = 1; more < needed; more += 1)
          expect(proves(closesAfter([...before, ...after, ...late(9)].slice(0, before.length + more)))).toBe(false);
        expect(proves(closesAfter([...before, ...late(needed)]))).toBe(true);
      }),
    );
  });

  /** So many closes, each when the hours of the rule have passed. */
  const late = (count: number): readonly number[] => Array.from({ length: count }, () => 80);

  test('counts the owner’s hours from the last sending by SEQR’s clock, or else from the first close that found it', () => {
    expect(settling([]).absence).toEqual({ closes: 4, atMs: START_MS + HOUR_MS + ABSENCE_MS });
    expect(settling([], null).absence).toEqual({ closes: 4, atMs: null });
    expect(settling(closesAfter([24]), null).absence).toEqual({ closes: 3, atMs: START_MS + DAY_MS + ABSENCE_MS });
  });

  test('does not count closes of another terminal, and says when a period is lost', () => {
    const other = closesAfter([24]).map((close) => ({ ...close, facts: { ...close.facts, terminalId: OTHER_TERMINAL } }));
    expect(settling(other).absence?.closes).toBe(4);
    const [close] = closesAfter([24]);
    if (close === undefined) throw new Error('no close');
    const stays = { subject: 'disbursement', id: ID, correlationId: 'K1', was: 'refund', verdict: 'stays' } as const;
    const amount = { minor: 4_000, currency: 'SEK' } as const;
    const cut = doneClose({ ...close, state: { kind: 'waiting', periodId: '1' } }, 1, {
      resolutions: [{ ...stays, amount, because: 'notCovered' }],
    });
    expect(settling([cut]).absence).toBeNull();
  });
});

/** How a close came to its end, if it did. */
const ends = fc.constantFrom<Close['state'] | 'done' | 'finished without a report'>(
  'done',
  'finished without a report',
  { kind: 'notMarked', problem: { code: 'seqr.not-sent' } },
  { kind: 'held', periodId: '1', problem: { code: 'seqr.not-sent' } },
);

test('a supervisor’s word is told to be possible exactly when it is (PF-30)', () => {
  const hours = fc.integer({ min: 2, max: 40 });
  const tried = fc.record({ hours, end: ends, tellsTime: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(tried, { maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 0, max: 60 }),
      (all, knows, isUp, waited) => {
        const closes = closesAfter(all.map((each) => each.hours)).map((close, at): Close => {
          const { end, tellsTime } = all[at] ?? { end: 'done', tellsTime: true };
          const { seqrMs = START_MS, ...mark } = close.mark;
          const known = { ...close, mark: { ...mark, countedMs: seqrMs - START_MS, ...(tellsTime ? { seqrMs } : {}) } };
          if (end === 'done') return known;
          return end === 'finished without a report'
            ? doneClose({ ...known, state: { kind: 'waiting', periodId: '1' } }, at + 1, null)
            : { ...known, number: null, state: end };
        });
        const sent = knows ? SENT : null;
        const nowMs = isUp ? START_MS + (all.reduce((sum, each) => sum + each.hours, 0) + waited) * HOUR_MS : null;
        const { supervisor } = settling(closes, sent, nowMs);
        const told = supervisor.closes === 0 && (supervisor.atMs === null || nowMs === null || nowMs >= supervisor.atMs);
        const may = whyNotYet({ id: ID, sent, closes, nowMs, absenceMs: null }) === null;
        // Whoever knows no time of SEQR's cannot tell whether it has come, where a close has asked SEQR.
        if (nowMs === null && supervisor.atMs !== null && supervisor.closes === 0) return;
        expect(may).toBe(told);
      },
    ),
  );
});
