import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Period } from './period.ts';
import { resolvePayment } from './resolve.ts';
import type { Sent, UnknownPayment } from './resolve.ts';
import { row } from './testing/examples.ts';
import { examplePeriods, HOUR_MS } from './testing/periods.ts';

const payment: UnknownPayment = { id: 'a', correlationId: 'K1', amount: money(100, 'SEK'), doubts: [], kind: 'unknown', answered: false };
/** In the first of the example's periods. */
const sent: Sent = { firstEntry: 5, lastEntry: 5, lastMs: null };
const rule = { absenceMs: 72 * HOUR_MS };
/** A day each: the fifth opens four days after the first mark, which is the earliest that can prove an absence. */
const week = (...given: readonly Partial<Period>[]) => examplePeriods(...Array.from({ length: 6 }, (_, index) => given[index] ?? {}));
const judged = (periods: readonly Period[], more: Partial<UnknownPayment> = {}, free = () => true) =>
  resolvePayment({ ...payment, ...more }, sent, periods, free, rule);

describe('a payment that nobody knows the outcome of', () => {
  test('was not kept if no period lists one of that amount, up to one that opened late enough; one of them lists something (PF-17)', () => {
    const listed = { unmatched: [row('r1', 99), row('r2', -100)] };
    expect(judged(week(listed))).toMatchObject({ verdict: 'notPaid' });
    expect(judged(week(listed).slice(0, 4))).toMatchObject({ verdict: 'stays', because: 'tooEarly' });
    expect(judged(week())).toMatchObject({ verdict: 'stays', because: 'noOtherListed' });
  });

  test('a possible orphan is cleared by its absence: nobody can have asked about it (PF-10, PF-17)', () => {
    expect(judged(week().slice(0, 1), { kind: 'orphan' })).toMatchObject({ verdict: 'notPaid', was: 'orphan' });
    expect(judged(week({ isWhole: false }), { kind: 'orphan' })).toMatchObject({ verdict: 'stays', because: 'notCovered' });
  });

  test('is offered to a supervisor with the references that are listed, in whichever period, and no others (PF-18)', () => {
    const rows = [row('r1', 100), row('r3', 101), row('r4', -100)];
    const periods = week({ unmatched: rows }, {}, { unmatched: [row('r2', 100), row('known', 100)] });
    const free = ({ ersReference }: { readonly ersReference: string | null }) => ersReference !== 'known';
    expect(resolvePayment(payment, sent, periods, free, rule)).toMatchObject({ verdict: 'offered', references: ['r1', 'r2'] });
    expect(resolvePayment(payment, { firstEntry: 10, lastEntry: 10, lastMs: null }, periods, free, rule)).toMatchObject({
      references: ['r2'],
    });
  });

  test('stays as it is while SEQR answers about it, whatever a report says', () => {
    for (const unmatched of [[], [row('r1', 100)]])
      expect(judged(week({ unmatched }), { answered: true })).toMatchObject({ verdict: 'stays', because: 'answered' });
  });

  test('that may be over another amount is neither ended nor offered while such a row is there (PF-25)', () => {
    const doubts = [money(80, 'SEK')];
    expect(judged(week({ unmatched: [row('r1', 80)] }), { doubts })).toMatchObject({ verdict: 'stays', because: 'otherAmount' });
    expect(judged(week({ unmatched: [row('r1', 81)] }), { doubts })).toMatchObject({ verdict: 'notPaid' });
  });

  test('is not ended where a period between was lost or listed counts only', () => {
    const listed = { unmatched: [row('r1', 99)] };
    expect(judged(week(listed, { isWhole: false }))).toMatchObject({ verdict: 'stays', because: 'notCovered' });
    expect(judged(week(listed, {}, {}, {}, {}, { isWhole: false }))).toMatchObject({ verdict: 'notPaid' });
  });

  test('is not ended by periods whose hours nobody knows', () => {
    const unknown = { openedMs: null };
    expect(judged(week({ unmatched: [row('r1', 99)] }, unknown, unknown, unknown, unknown, unknown))).toMatchObject({
      verdict: 'stays',
      because: 'tooEarly',
    });
  });
});
