import { expect, test } from 'vitest';
import { money } from '../money/index.ts';
import { exampleReceipt } from '../receipt/testing/example.ts';
import type { Disbursement, DisbursementState } from './disbursement.ts';
import { refundable, refundPlan } from './index.ts';
import { maySendAgain, othersAnswered } from './send-again.ts';
import { exampleRefund } from './testing/example-refund.ts';

const receipt = exampleReceipt({ number: 1 });
const PAID = money(10_000, 'SEK');

function refund(id: string, minor: number, state: DisbursementState): Disbursement {
  const planned = refundPlan(receipt, refundable(receipt, []), { kind: 'amount', amount: money(100, 'SEK') });
  if (!planned.ok) throw new Error(planned.problem);
  const { facts } = exampleRefund(receipt, planned.plan);
  return { facts: { ...facts, id, amount: money(minor, 'SEK') }, state };
}
const UNKNOWN = { kind: 'unknown' } as const;
const done = (resolvedBy: 'answer' | 'report') => ({ kind: 'done', ersReference: 'r', resolvedBy }) as const;

test.each<[string, boolean, number, readonly Disbursement[]]>([
  ['more than half of the payment', true, 5_001, []],
  ['half of it', false, 5_000, []],
  ['more than half of what is left after a refund that SEQR answered', true, 3_001, [refund('o', 4_000, done('answer'))]],
  ['all that is left', true, 6_000, [refund('o', 4_000, done('answer'))]],
  ['the same where only a report has told of that refund', false, 3_001, [refund('o', 4_000, done('report'))]],
  ['all of it beside another one that is unknown', false, 10_000, [refund('o', 1, UNKNOWN)]],
  ['more than is left', false, 6_001, [refund('o', 4_000, done('answer'))]],
])('a refund of %s: may it be sent again? %s (PF-14)', (_, may, minor, others) => {
  expect(maySendAgain('a', PAID, [refund('a', minor, UNKNOWN), ...others])).toBe(may);
});

test('only what is unknown is sent again', () => {
  expect(maySendAgain('a', PAID, [refund('a', 9_000, { kind: 'notDone', resolvedBy: 'report', reference: null })])).toBe(false);
  expect(maySendAgain('b', PAID, [refund('a', 9_000, UNKNOWN)])).toBe(false);
});

test('every other refund was answered by SEQR itself, or was not', () => {
  const own = refund('a', 9_000, UNKNOWN);
  expect(
    othersAnswered('a', [
      own,
      refund('o', 1, done('answer')),
      refund('p', 1, { kind: 'refused', resultCode: 98 }),
      refund('q', 1, { kind: 'notSent' }),
    ]),
  ).toBe(true);
  for (const state of [{ kind: 'sending' }, UNKNOWN] as const) expect(othersAnswered('a', [own, refund('o', 1, state)])).toBe(false);
  expect(othersAnswered('a', [own, refund('o', 1, done('report'))])).toBe(false);
  expect(othersAnswered('a', [own, refund('o', 1, { kind: 'notDone', resolvedBy: 'supervisor', reference: 'x' })])).toBe(false);
});
