import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import { exampleRow } from '../sale/testing/arbitraries.ts';
import { canTakePart, owesBack, sells, takenFor, termsOf } from './attempt-traits.ts';
import type { AttemptState, Live } from './attempt.ts';
import type { Elsewhere } from './step-result.ts';
import { termsOfSale } from './terms.ts';
import { answered } from './testing/answers.ts';
import { step } from './testing/charted-step.ts';
import { FACTS as facts, LIVE, NOW } from './testing/example.ts';

const live: Live = { ...LIVE, version: 3 };
const CONTEXT = { facts, restarted: false, nowIso: NOW };

function status(
  value: Partial<PaymentStatus>,
  more: { readonly resultCode?: number; readonly ersReference?: string | null } = {},
): Answer<PaymentStatus> {
  const whole = { status: null, version: 3, receipt: null, customerTokens: [], ...value };
  return answered(more.resultCode ?? 0, whole, more.ersReference ?? null);
}

function after(state: AttemptState, answer: Answer<PaymentStatus>) {
  return step(state, { kind: 'statusAnswered', answer, afterCalls: true }, CONTEXT);
}

describe('a status answer while live', () => {
  test.each([1, 2, 10, 48, 49, 50, 90, 91, 93, 94, 98, 4711])('with code %i tells nothing (PF-05)', (resultCode) => {
    expect(after(live, status({}, { resultCode })).state).toBe(live);
  });

  test.each([
    { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 4_000 },
    { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 },
  ] as const)('that never came ($kind) tells nothing', (answer) => {
    expect(after(live, answer).state).toBe(live);
  });

  test.each([20, 21, 29, 33, 37, 54])('with code %i cannot be answered: unknown, not ended (PF-07)', (resultCode) => {
    expect(after(live, status({}, { resultCode })).state).toEqual({ ...live, unanswerable: resultCode });
  });

  test.each([
    [55, 'cancelled'],
    [58, 'expired'],
  ])('with code %i is %s (PF-07)', (resultCode, kind) => {
    expect(after(live, status({}, { resultCode })).state.kind).toBe(kind);
  });

  test.each(['PARTIALLY_PAID', 'PENDING_ISSUER_ACKNOWLEDGE', 'SOMETHING_NEW'])('%s is kept as it came and goes on (PF-07)', (text) => {
    expect(after(live, status({ status: text })).state).toEqual({ ...live, status: text });
  });

  test('of an older version is dropped, unless it says PAID (PF-06)', () => {
    expect(after(live, status({ status: 'CANCELED', version: 2 })).state).toBe(live);
    expect(after(live, status({ status: 'PAID', version: 2 }, { ersReference: 'E' })).state).toMatchObject({ kind: 'paid', version: 3 });
  });

  test('CANCELED says who asked and whether contact was lost', () => {
    const asked = after({ ...live, cancelWished: true, contactLost: true }, status({ status: 'CANCELED', version: 4 }));
    expect(asked.state).toEqual({ kind: 'cancelled', invoiceReference: '42', contactLost: true, askedHere: true });
  });

  test.each([
    ['ISSUED', true],
    ['PENDING_ISSUER_ACKNOWLEDGE', true],
    ['RESERVED', true],
    ['PARTIALLY_PAID', false],
    ['SOMETHING_NEW', false],
  ])('%s for one that was set aside turns into a wish to cancel: %s (PF-16)', (text, cancelWished) => {
    expect(after({ ...live, setAside: true }, status({ status: text })).state).toEqual({
      ...live,
      setAside: true,
      status: text,
      cancelWished,
    });
    expect(after(live, status({ status: text })).state).toMatchObject({ cancelWished: false });
  });

  test('that says nothing new changes nothing; a newer version, and that SEQR answers at all, is news', () => {
    expect(after(live, status({ status: 'ISSUED' })).state).toBe(live);
    expect(after(live, status({})).state).toBe(live);
    expect(after(live, status({ status: 'ISSUED', version: 4 })).state).toEqual({ ...live, version: 4 });
    const refused = { ...live, unanswerable: 54 };
    expect(after(refused, status({}, { resultCode: 54 })).state).toBe(refused);
    expect(after(refused, status({}, { resultCode: 20 })).state).toEqual({ ...live, unanswerable: 20 });
    expect(after(refused, status({ status: 'ISSUED' })).state).toEqual(live);
  });

  test('of an older version is believed where SEQR was restored, but never after PAID (PF-06)', () => {
    const restored = (state: AttemptState, text: string) =>
      step(state, { kind: 'statusAnswered', answer: status({ status: text, version: 2 }), afterCalls: true, restored: true }, CONTEXT)
        .state;
    expect(restored(live, 'ISSUED')).toEqual({ ...live, version: 2 });
    expect(restored(live, 'CANCELED').kind).toBe('cancelled');
    const paid = after(live, status({ status: 'PAID' }, { ersReference: 'E' })).state;
    expect(restored(paid, 'CANCELED')).toBe(paid);
  });
});

describe('PAID (PF-08)', () => {
  test('takes the reference of the answer, else of the receipt, else waits for it', () => {
    const receipt = { paymentReference: 'R' };
    expect(after(live, status({ status: 'PAID', receipt }, { ersReference: 'E' })).state).toMatchObject({ payment: { ersReference: 'E' } });
    expect(after(live, status({ status: 'PAID', receipt })).state).toMatchObject({ payment: { ersReference: 'R' } });
    const missing = after(live, status({ status: 'PAID' })).state;
    expect(missing).toMatchObject({ kind: 'paid', payment: { ersReference: null } });
    expect(after(missing, status({ status: 'PAID' })).state).toBe(missing);
    expect(after(missing, status({ status: 'PAID' }, { ersReference: 'E' })).state).toMatchObject({
      kind: 'completed',
      payment: { ersReference: 'E' },
    });
  });

  test.each([
    [{ invoiceReference: '43' }, { why: 'otherInvoice', seqrSaid: '43' }],
    [{ totalAmount: money(14_901, 'SEK') }, { why: 'otherAmount', seqrSaid: '149.01 SEK', taken: money(14_901, 'SEK') }],
    [{ totalAmount: money(14_900, 'EUR') }, { why: 'otherAmount', seqrSaid: '149.00 EUR', taken: money(14_900, 'EUR') }],
    [{ totalAmount: 'unreadable' as const }, { why: 'otherAmount', seqrSaid: 'unreadable', taken: null }],
  ])('with a receipt that names %o sells nothing, and is to be given back as far as SEQR took it', (receipt, giveBack) => {
    const { state, alarms } = after(live, status({ status: 'PAID', receipt }, { ersReference: 'E' }));
    expect(state).toMatchObject({ kind: 'paid', payment: { ersReference: 'E', giveBack } });
    expect([sells(state), alarms]).toEqual([false, []]);
    expect(after(state, status({ status: 'PAID', receipt }, { ersReference: 'E' })).alarms).toEqual([]);
  });

  describe('of a smaller amount, taken as a part (PF-08)', () => {
    const confirmed = (minor: number): AttemptState => {
      const answer = status({ status: 'PAID', receipt: { totalAmount: money(minor, 'SEK') } }, { ersReference: 'E' });
      return after(after(live, answer).state, answer).state;
    };
    const part = termsOfSale({ ...facts.sale, rows: [exampleRow('Part', 5_000)] });
    const taken = step(confirmed(5_000), { kind: 'takePart', terms: part }, CONTEXT).state;

    test('has paid for that part, and no more is to go back', () => {
      expect(taken).toMatchObject({ kind: 'completed', payment: { ersReference: 'E', terms: part, partOf: { amount: facts.amount } } });
      expect([sells(taken), owesBack(taken), termsOf(facts, taken).amount.minor]).toEqual([true, false, 5_000]);
    });

    test('is the customer’s again when what is left is voided, once', () => {
      const voided = step(taken, { kind: 'restVoided' }, CONTEXT).state;
      expect([owesBack(voided), takenFor(facts, voided)?.minor, canTakePart(facts, voided)]).toEqual([true, 5_000, false]);
      expect(step(voided, { kind: 'restVoided' }, CONTEXT).state).toBe(voided);
      const back = step(voided, { kind: 'givenBack', settled: { by: 'refund' } }, CONTEXT).state;
      expect(step(back, { kind: 'restVoided' }, CONTEXT).state).toBe(back);
    });

    test.each([
      ['more than ours', confirmed(14_901), part],
      ['another amount than SEQR named', confirmed(4_999), part],
      ['what has gone back', step(confirmed(5_000), { kind: 'givenBack', settled: { by: 'refund' } }, CONTEXT).state, part],
      ['a payment not yet confirmed', after(live, status({ status: 'PAID', receipt: { totalAmount: money(5_000, 'SEK') } })).state, part],
      ['a payment that has paid for its sale', confirmed(14_900), part],
    ])('is not %s', (_, state, terms) => {
      expect(step(state, { kind: 'takePart', terms }, CONTEXT).state).toBe(state);
      expect(step(state, { kind: 'restVoided' }, CONTEXT).state).toBe(state);
    });
  });

  test('with a receipt that names ours raises none', () => {
    const receipt = { invoiceReference: '42', totalAmount: money(14_900, 'SEK') };
    expect(after(live, status({ status: 'PAID', receipt }, { ersReference: 'E' })).alarms).toEqual([]);
  });

  test.each([
    [55, 'CANCELED'],
    [58, 'EXPIRED'],
  ])('followed by code %i is a reversal, with an alarm that says %s (PF-07)', (resultCode, seqrSaid) => {
    const paid = after(live, status({ status: 'PAID', version: 4 }, { ersReference: 'E' })).state;
    const { state, alarms } = after(paid, status({ version: 0 }, { resultCode }));
    expect([state.kind, alarms]).toEqual(['reversed', [{ kind: 'reversedAfterPaid', seqrSaid }]]);
  });

  test.each(['CANCELED', 'FAILED', 'EXPIRED'])('followed by %s is a reversal, with an alarm', (text) => {
    const paid = after(live, status({ status: 'PAID', version: 4 }, { ersReference: 'E' })).state;
    const reversed = after(paid, status({ status: text, version: 5 }));
    expect(reversed.state.kind).toBe('reversed');
    expect(reversed.alarms).toMatchObject([{ kind: 'reversedAfterPaid' }]);
    expect(after(paid, status({ status: text, version: 3 })).state).toBe(paid);
  });

  const ends: readonly AttemptState[] = [
    { kind: 'cancelled', invoiceReference: '42', contactLost: false, askedHere: true },
    { kind: 'failed', invoiceReference: '42' },
    { kind: 'expired', invoiceReference: '42' },
    { kind: 'notPaid', invoiceReference: '42' },
    { kind: 'reversed', invoiceReference: '42', payment: { ersReference: 'E', afterRestart: false, wonAgainstCancel: false } },
  ];
  const paidAfter = (ended: AttemptState, elsewhere: Elsewhere | null) =>
    step(
      ended,
      { kind: 'statusAnswered', afterCalls: true, answer: status({ status: 'PAID', version: 7 }, { ersReference: 'E' }) },
      { ...CONTEXT, elsewhere: () => elsewhere },
    );

  test.each(ends)('after $kind completes the sale, with an alarm (PF-06)', (ended) => {
    const result = paidAfter(ended, null);
    expect(result.state).toMatchObject({ kind: 'paid', invoiceReference: '42', version: 7, payment: { ersReference: 'E' } });
    expect([sells(result.state), owesBack(result.state)]).toEqual([true, false]);
    expect(result.alarms).toEqual([{ kind: 'paidAfterEnd', seqrSaid: 'E' }]);
  });

  test.each(ends)('after $kind is to be given back where its sale was paid otherwise (PF-06)', (ended) => {
    const { state, alarms } = paidAfter(ended, 'paidOtherwise');
    expect(alarms).toEqual([]);
    expect([sells(state), owesBack(state)]).toEqual([false, true]);
    const back = step(state, { kind: 'givenBack', settled: { by: 'refund' } }, CONTEXT).state;
    expect([sells(back), owesBack(back)]).toEqual([false, false]);
  });

  test.each(ends)('after $kind completes nothing where its reference was given back already (PF-06)', (ended) => {
    const result = paidAfter(ended, 'givenBack');
    expect(result.state).toBe(ended);
    expect(result.alarms).toMatchObject([{ kind: 'paidAfterEnd' }]);
  });

  test('of a sale that was freed is to be given back, and its end moves no rows (PF-16)', () => {
    const freed = step({ ...live, setAside: true }, { kind: 'free' }, CONTEXT).state;
    expect(freed).toMatchObject({ freed: true, cancelWished: true });
    expect(owesBack(after(freed, status({ status: 'PAID' }, { ersReference: 'E' })).state)).toBe(true);
    const ended = after(freed, status({ status: 'CANCELED' }));
    expect(ended.alarms).toEqual([]);
    expect(ended.state).not.toHaveProperty('unpaid');
    expect(step(live, { kind: 'free' }, CONTEXT).state).toBe(live);
  });

  test('of what nobody can have asked about is no more than an alarm', () => {
    const orphan: AttemptState = { kind: 'orphan', lateReference: '42' };
    const result = after(orphan, status({ status: 'PAID' }, { ersReference: 'E' }));
    expect(result).toEqual({ state: orphan, alarms: [{ kind: 'paidAfterEnd', seqrSaid: 'E' }] });
    expect(after(orphan, status({ status: 'PAID' })).alarms).toEqual([{ kind: 'paidAfterEnd', seqrSaid: '' }]);
  });
});
