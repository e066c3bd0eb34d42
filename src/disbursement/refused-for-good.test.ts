import { expect, test } from 'vitest';
import { exampleReceipt } from '../receipt/testing/example.ts';
import type { DisbursementState } from './disbursement.ts';
import { givenBackMinor, isRefusedForGood, refundable, refundPlan } from './index.ts';
import { exampleRefund } from './testing/example-refund.ts';

const receipt = exampleReceipt({ number: 1 });
const refund = (state: DisbursementState) => {
  const planned = refundPlan(receipt, refundable(receipt, []), { kind: 'whole' });
  if (!planned.ok) throw new Error(planned.problem);
  return exampleRefund(receipt, planned.plan, state);
};
const refused = (resultCode: number) => refund({ kind: 'refused', resultCode });
const done = refund({ kind: 'done', ersReference: 'r', resolvedBy: 'answer' });

test.each([23, 97, 99])('a refund that SEQR refuses with %i is refused for good (PF-06)', (code) => {
  expect(isRefusedForGood([refused(code)])).toBe(true);
  for (const before of [refused(98), refund({ kind: 'notSent' }), done]) expect(isRefusedForGood([before, refused(code)])).toBe(true);
});

test.each([11, 20, 48, 98])('one that SEQR refuses with %i may be given back yet', (code) => {
  expect(isRefusedForGood([refused(code)])).toBe(false);
  expect(isRefusedForGood([refused(97), refused(code)])).toBe(false);
});

test('nothing is refused for good while one before it is unknown, or where the latest was not refused', () => {
  for (const state of [{ kind: 'sending' }, { kind: 'unknown' }, { kind: 'notDone', resolvedBy: 'report', reference: null }] as const)
    expect(isRefusedForGood([refund(state), refused(97)])).toBe(false);
  for (const latest of [[], [done], [refused(97), done], [refused(97), refund({ kind: 'notSent' })]])
    expect(isRefusedForGood(latest)).toBe(false);
});

test('what has gone back for sure is what is done, and no more', () => {
  expect(givenBackMinor([done, refund({ kind: 'unknown' }), refused(97), done])).toBe(2 * done.facts.amount.minor);
});
