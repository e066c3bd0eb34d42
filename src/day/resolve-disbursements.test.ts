import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Period } from './period.ts';
import { resolveDisbursements } from './resolve-disbursements.ts';
import type { Claim } from './resolve-disbursements.ts';
import { row } from './testing/examples.ts';
import { examplePeriods, HOUR_MS, START_MS } from './testing/periods.ts';

const rule = { absenceMs: 72 * HOUR_MS };
const week = (...given: readonly Partial<Period>[]) => examplePeriods(...Array.from({ length: 6 }, (_, index) => given[index] ?? {}));
const listsRefunds: Partial<Period> = { lists: new Set(['return']) };

const claim = (id: string, minor: number, more: Partial<Claim> = {}): Claim => ({
  id,
  correlationId: id,
  kind: 'refund',
  amount: money(minor, 'SEK'),
  outcome: 'unknown',
  payment: `payment of ${id}`,
  sent: { firstEntry: 5, lastEntry: 5, lastMs: null },
  ...more,
});
const isPayment = (reference: string): boolean => reference.startsWith('payment');
const judged = (claims: readonly Claim[], periods: readonly Period[]) => resolveDisbursements(claims, periods, () => true, isPayment, rule);
const verdicts = (claims: readonly Claim[], periods: readonly Period[]) =>
  judged(claims, periods).resolutions.map((each) => (each.verdict === 'stays' ? each.because : each.verdict));

describe('money that may have gone back (PF-14)', () => {
  test('one unexplained row of that amount says done, with its reference', () => {
    expect(judged([claim('a', 40)], week({ unmatched: [row('b1', -40), row('b2', -41)] })).resolutions).toMatchObject([
      { verdict: 'done', ersReference: 'b1' },
    ]);
  });

  test('a row under the payment’s own reference is the refund of that payment, whose reference stays untold (protocol §9)', () => {
    const periods = week({ unmatched: [row('payment of a', -40)] });
    expect(judged([claim('a', 40)], periods).resolutions).toMatchObject([{ verdict: 'done', ersReference: null }]);
    expect(verdicts([claim('b', 40)], periods)).not.toContain('done');
  });

  test('its absence from the close that is pressed minutes after says nothing, though another refund is listed', () => {
    expect(verdicts([claim('a', 40)], week(listsRefunds).slice(0, 1))).toEqual(['tooEarly']);
  });

  test('it was not done once it is absent up to a period that opened 72 h and three periods after it was sent', () => {
    expect(verdicts([claim('a', 40)], week(listsRefunds).slice(0, 4))).toEqual(['tooEarly']);
    expect(verdicts([claim('a', 40)], week(listsRefunds).slice(0, 5))).toEqual(['notDone']);
    // Where SEQR’s time of the sending is known, it counts instead of the mark that came after it.
    const known = { firstEntry: 5, lastEntry: 5, lastMs: START_MS };
    expect(verdicts([claim('a', 40, { sent: known })], week(listsRefunds).slice(0, 4))).toEqual(['notDone']);
    // Many periods within a few hours do not make up for the hours, nor the hours for the periods.
    const quick = week(listsRefunds).map((period) => ({
      ...period,
      openedMs: START_MS + period.index * HOUR_MS,
      endedMs: START_MS + (period.index + 1) * HOUR_MS,
    }));
    expect(verdicts([claim('a', 40)], quick)).toEqual(['tooEarly']);
    const late = { firstEntry: 45, lastEntry: 45, lastMs: START_MS };
    expect(verdicts([claim('a', 40, { sent: late })], week(listsRefunds))).toEqual(['tooEarly']);
  });

  test('sent once more, the hours begin anew, and the first sending still counts', () => {
    const again = { firstEntry: 5, lastEntry: 25, lastMs: null };
    expect(verdicts([claim('a', 40, { sent: again })], week(listsRefunds))).toEqual(['tooEarly']);
    expect(verdicts([claim('a', 40, { sent: again })], week({ unmatched: [row('b1', -40)] }))).toEqual(['done']);
  });

  test('nothing is proved where none of its kind is listed, or where a period between is lost', () => {
    expect(verdicts([claim('a', 40)], week())).toEqual(['noOtherListed']);
    expect(verdicts([claim('a', 40, { kind: 'credit', payment: null })], week(listsRefunds))).toEqual(['noOtherListed']);
    expect(verdicts([claim('a', 40)], week(listsRefunds, { isWhole: false }))).toEqual(['notCovered']);
    // A later listing does.
    expect(verdicts([claim('a', 40)], week({}, {}, {}, {}, {}, listsRefunds))).toEqual(['notDone']);
  });

  test('a row that another record of the amount may own says nothing: one that is done untold, or closed as not done', () => {
    const periods = week({ unmatched: [row('b1', -40)] });
    for (const outcome of ['untold', 'notDone'] as const)
      expect(verdicts([claim('a', 40), claim('o', 40, { outcome })], periods), outcome).toEqual(['ambiguous']);
    // Of another amount, told, or sent after that period had ended, it is no rival.
    for (const rival of [
      claim('o', 41, { outcome: 'notDone' }),
      claim('o', 40, { outcome: 'told' }),
      claim('o', 40, { outcome: 'notDone', sent: { firstEntry: 15, lastEntry: 15, lastMs: null } }),
    ])
      expect(verdicts([claim('a', 40), rival], periods)).toEqual(['done']);
    // A row without a reference may be that of one that was told, too.
    const nameless = week({ unmatched: [row(null, -40)] });
    expect(verdicts([claim('a', 40), claim('o', 40, { outcome: 'told' })], nameless)).toEqual(['ambiguous']);
  });

  test('as many rows as records that may own them: all are done, and one that was untold has its row', () => {
    const periods = week({ unmatched: [row('b1', -40), row('b2', -40)] });
    expect(judged([claim('a', 40), claim('o', 40, { outcome: 'untold' })], periods)).toMatchObject({
      resolutions: [{ id: 'a', verdict: 'done', ersReference: null }],
      found: [{ id: 'o' }],
    });
    // The untold one was there before: its row is of a period that had ended.
    const one = week({ unmatched: [row('b1', -40)] }, { unmatched: [row('b2', -40)] });
    const later = claim('a', 40, { sent: { firstEntry: 15, lastEntry: 15, lastMs: null } });
    expect(judged([later, claim('o', 40, { outcome: 'untold' })], one).resolutions).toMatchObject([
      { verdict: 'done', ersReference: 'b2' },
    ]);
  });

  test('equal ones are resolved together or not at all, and then without a guess at whose row is whose', () => {
    const two = [claim('a', 40), claim('b', 40)];
    expect(verdicts(two, week({ unmatched: [row('b1', -40)] }))).toEqual(['ambiguous', 'ambiguous']);
    expect(judged(two, week({ unmatched: [row('b1', -40), row('b2', -40)] })).resolutions).toMatchObject([
      { verdict: 'done', ersReference: null },
      { verdict: 'done', ersReference: null },
    ]);
    expect(verdicts(two, week(listsRefunds))).toEqual(['notDone', 'notDone']);
    const late = claim('b', 40, { sent: { firstEntry: 25, lastEntry: 25, lastMs: null } });
    expect(verdicts([claim('a', 40), late], week(listsRefunds))).toEqual(['tooEarly', 'tooEarly']);
    const payOut = claim('b', 40, { kind: 'credit', payment: null });
    expect(verdicts([claim('a', 40), payOut], week(listsRefunds))).toEqual(['noOtherListed', 'noOtherListed']);
  });

  test('more rows than records that may own them say nothing about which', () => {
    expect(verdicts([claim('a', 40)], week({ unmatched: [row('b1', -40), row('b2', -40)] }))).toEqual(['ambiguous']);
    // Two rows of a time when only one had been sent: one of them is a stranger's.
    const later = claim('b', 40, { sent: { firstEntry: 15, lastEntry: 15, lastMs: null } });
    const periods = week({ unmatched: [row('b1', -40), row('b2', -40)] });
    expect(verdicts([claim('a', 40), later], periods)).toEqual(['ambiguous', 'ambiguous']);
  });
});
