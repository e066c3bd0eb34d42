import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { DetailRow } from './report.ts';
import { resolveDisbursements, resolvePayment } from './resolve.ts';
import type { Evidence, UnknownDisbursement, UnknownPayment } from './resolve.ts';
import { row } from './testing/examples.ts';

const payment: UnknownPayment = { id: 'a', correlationId: 'K1', amount: money(100, 'SEK'), doubts: [], kind: 'unknown', answered: false };
const refund = (id: string, minor: number, kind: UnknownDisbursement['kind'] = 'refund'): UnknownDisbursement => ({
  id,
  correlationId: id,
  kind,
  amount: money(minor, 'SEK'),
});
const evidence =
  (unmatched: readonly DetailRow[], more: Partial<Evidence> = {}) =>
  (): Evidence => ({
    unmatched,
    covered: true,
    lists: { refund: true, credit: true },
    ...more,
  });

describe('a payment that nobody knows the outcome of', () => {
  test('was not kept if its periods list no unexplained payment of that amount (PF-10, PF-16)', () => {
    expect(resolvePayment(payment, evidence([row('r1', 99), row('r2', -100)]))).toMatchObject({ verdict: 'notPaid' });
    expect(resolvePayment({ ...payment, kind: 'orphan' }, evidence([]))).toMatchObject({ verdict: 'notPaid', was: 'orphan' });
  });

  test('is offered to a supervisor with the references that are listed, and no others (PF-18)', () => {
    const rows = [row('r1', 100), row('r2', 100), row('r3', 101), row('r4', -100)];
    expect(resolvePayment(payment, evidence(rows))).toMatchObject({ verdict: 'offered', references: ['r1', 'r2'] });
  });

  test('stays as it is while SEQR answers about it, whatever a report says', () => {
    for (const rows of [[], [row('r1', 100)]])
      expect(resolvePayment({ ...payment, answered: true }, evidence(rows))).toMatchObject({ verdict: 'stays' });
  });

  test('that may be over another amount is neither ended nor offered while such a row is there (PF-25)', () => {
    const changed = { ...payment, doubts: [money(80, 'SEK')] };
    expect(resolvePayment(changed, evidence([row('r1', 80)]))).toMatchObject({ verdict: 'stays', because: 'otherAmount' });
    expect(resolvePayment(changed, evidence([]))).toMatchObject({ verdict: 'notPaid' });
  });

  test('is not ended by a report that may not hold it: a lost period, or counts only', () => {
    expect(resolvePayment(payment, evidence([], { covered: false }))).toMatchObject({ verdict: 'stays', because: 'notCovered' });
  });
});

describe('money that may have gone back (PF-14)', () => {
  const verdicts = (unknown: readonly UnknownDisbursement[], look: () => Evidence) =>
    resolveDisbursements(unknown, look).map(({ verdict }) => verdict);

  test('one unexplained row of that amount says done, with its reference', () => {
    expect(resolveDisbursements([refund('a', 40)], evidence([row('b1', -40), row('b2', -41)]))).toMatchObject([
      { verdict: 'done', ersReference: 'b1' },
    ]);
  });

  test('its absence says not done only where refunds are known to appear', () => {
    expect(verdicts([refund('a', 40)], evidence([]))).toEqual(['notDone']);
    expect(verdicts([refund('a', 40)], evidence([], { lists: { refund: false, credit: true } }))).toEqual(['stays']);
    expect(verdicts([refund('a', 40, 'credit')], evidence([], { lists: { refund: true, credit: false } }))).toEqual(['stays']);
    expect(verdicts([refund('a', 40)], evidence([], { covered: false }))).toEqual(['stays']);
  });

  test('more rows than there are unknown ones say nothing about which', () => {
    expect(verdicts([refund('a', 40)], evidence([row('b1', -40), row('b2', -40)]))).toEqual(['stays']);
  });

  test('equal ones are resolved together or not at all, and then without a guess at whose row is whose', () => {
    const two = [refund('a', 40), refund('b', 40)];
    expect(verdicts(two, evidence([row('b1', -40)]))).toEqual(['stays', 'stays']);
    expect(resolveDisbursements(two, evidence([row('b1', -40), row('b2', -40)]))).toMatchObject([
      { verdict: 'done', ersReference: null },
      { verdict: 'done', ersReference: null },
    ]);
    expect(verdicts(two, evidence([]))).toEqual(['notDone', 'notDone']);
    expect(verdicts([refund('a', 40), refund('b', 40, 'credit')], evidence([], { lists: { refund: true, credit: false } }))).toEqual([
      'stays',
      'stays',
    ]);
  });

  test('never resolves more than the report has rows, never against a row, and equal amounts alike', () => {
    const unknown = fc.array(
      fc.record({ minor: fc.constantFrom(10, 20, 30), kind: fc.constantFrom<UnknownDisbursement['kind']>('refund', 'credit') }),
      { maxLength: 8 },
    );
    const rows = fc.array(fc.constantFrom(-10, -20, -30, 10, 20), { maxLength: 8 });
    const more = fc.record({ covered: fc.boolean(), lists: fc.record({ refund: fc.boolean(), credit: fc.boolean() }) });
    fc.assert(
      fc.property(unknown, rows, more, (some, minors, looked) => {
        const unmatched = minors.map((minor, index) => row(`b${index}`, minor));
        const resolved = resolveDisbursements(
          some.map(({ minor, kind }, index) => refund(`u${index}`, minor, kind)),
          evidence(unmatched, looked),
        );
        expect(resolved).toHaveLength(some.length);
        for (const [minor, group] of Map.groupBy(resolved, ({ amount }) => amount.minor)) {
          const listed = unmatched.filter(({ amount }) => amount.minor === -minor).length;
          expect(new Set(group.map(({ verdict }) => verdict)).size).toBe(1);
          if (group[0]?.verdict === 'done') expect(listed).toBe(group.length);
          if (group[0]?.verdict === 'notDone') expect([listed, looked.covered]).toEqual([0, true]);
        }
      }),
    );
  });
});
