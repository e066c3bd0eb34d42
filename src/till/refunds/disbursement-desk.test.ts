import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createDisbursementHarness, NOT_SENT, said, SILENCE } from '../testing/disbursement-harness.ts';
import type { DisbursementHarness } from '../testing/disbursement-harness.ts';

let harness: DisbursementHarness;
afterEach(() => harness.close());

const screen = () => harness.desk().current()?.screen;
const states = () => harness.journal.refundsOf(1).map((record) => record.state.kind);

describe('the desk that sends money out', () => {
  test('writes it down before it leaves: what the disk refuses is not sent (PF-02)', () => {
    harness = createDisbursementHarness();
    harness.failWrites(10);
    expect(harness.refund(1_000)).toBe('write-failed');
    expect(harness.calls).toEqual([]);
    harness.failWrites(0);
    expect(harness.refund(1_000)).toBe('started');
    expect(states()).toEqual(['sending']);
    expect(harness.refund(1_000)).toBe('open');
  });

  test('says from 4 s on that SEQR is slow (PF-25)', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    await harness.clock.advance(3_900);
    expect(screen()).toEqual({ kind: 'sending', slow: false });
    await harness.clock.advance(200);
    expect(screen()).toEqual({ kind: 'sending', slow: true });
  });

  test('a yes that the disk refuses is shown as not recorded, tried again, and becomes one receipt', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    harness.failWrites(3);
    await harness.answer(said(0));
    expect(screen()).toMatchObject({ kind: 'done', recorded: false, receiptNumber: null });
    expect(harness.desk().isBusy()).toBe(true);
    expect(harness.refund(1_000)).toBe('open');
    await harness.clock.advance(3_000);
    expect(screen()).toMatchObject({ kind: 'done', recorded: true, receiptNumber: 2 });
    expect(harness.journal.nextReceiptNumber()).toBe(3);
    expect(harness.outcomes).toHaveLength(1);
  });

  test('a yes whose receipt cannot be made is in the book all the same, and the receipt is missing there (PF-31)', async () => {
    harness = createDisbursementHarness();
    harness.onReceipt = () => {
      throw new TypeError('a receipt that cannot be drawn');
    };
    harness.refund(1_000);
    await harness.answer(said(0));
    expect(screen()).toMatchObject({ kind: 'done', recorded: true, receiptNumber: null });
    expect([harness.desk().isBusy(), states()]).toEqual([false, ['done']]);
    expect(harness.journal.subjectsOf('refund.incomplete', 0, harness.journal.entryCount())).toEqual(['R1']);
    expect(harness.journal.nextReceiptNumber()).toBe(2);
  });

  test('killed before its yes was on disk it is unknown, and not sent again (PF-15)', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    harness.failWrites(1_000);
    await harness.answer(said(0));
    await harness.crash();
    expect(states()).toEqual(['unknown']);
    expect(harness.journal.nextReceiptNumber()).toBe(2);
    expect(harness.calls).toHaveLength(1);
  });

  test('killed on its way it is on the list at once after the restart, though the disk takes nothing', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    await harness.crash(1_000);
    const listed = [{ kind: 'disbursement', attemptId: 'R1', sendAgain: false }];
    expect(harness.desk().unresolvedItems()).toMatchObject(listed);
    const stateNumber = harness.desk().unresolvedItems()[0]?.stateNumber;
    harness.failWrites(0);
    await harness.clock.advance(1_000);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ attemptId: 'R1', stateNumber }]);
  });

  test('sent before the start has taken up what an earlier run left, it is none of that: its answer is its own (PF-15)', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    harness.desk().start();
    expect(states()).toEqual(['sending']);
    await harness.answer(said(0));
    expect([states(), harness.desk().unresolvedItems()]).toEqual([['done'], []]);
  });

  test('a refund of unknown outcome is sent again once, as the same record, if SEQR can carry out only one of the two (PF-14)', async () => {
    harness = createDisbursementHarness();
    const { total } = harness.original;
    harness.refund(total.minor);
    await harness.answer(SILENCE);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ sendAgain: true }]);
    expect(harness.desk().sendAgain('R1', 1)).toBe('stale');
    expect(harness.desk().sendAgain('R1', 2)).toBe('started');
    expect(harness.desk().sendAgain('R1', 2)).toBe('stale');
    expect(harness.calls).toEqual(['R1', 'R1']);
    expect(harness.journal.disbursement('R1')?.sendings).toHaveLength(2);
    // That its sum would be too large says that the first was done.
    await harness.answer(said(98));
    expect(states()).toEqual(['done']);
    expect(harness.journal.nextReceiptNumber()).toBe(3);
  });

  test('the half of a payment is never sent again: SEQR could carry out both', async () => {
    harness = createDisbursementHarness();
    harness.refund(Math.floor(harness.original.total.minor / 2));
    await harness.answer(SILENCE);
    expect(harness.desk().unresolvedItems()).toMatchObject([{ sendAgain: false }]);
    expect(harness.desk().sendAgain('R1', 2)).toBe('stale');
    expect(harness.calls).toHaveLength(1);
  });

  test('a 98 that the till did not expect reopens what was closed as not done: that was done after all (PF-14)', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    await harness.answer(SILENCE);
    harness.desk().resolve('R1', { kind: 'notDone' }, 'supervisor', { reference: 'SEQR-17', reason: '' });
    harness.refund(harness.original.total.minor);
    await harness.answer(said(98));
    expect(states()).toEqual(['unknown', 'refused']);
    expect(
      harness
        .desk()
        .unresolved()
        .map(({ facts }) => facts.id),
    ).toEqual(['R1']);
    await harness.crash();
    expect(
      harness
        .desk()
        .unresolved()
        .map(({ facts }) => facts.id),
    ).toEqual(['R1']);
  });

  test('a verdict on what is not unknown is refused, and so is a second one', async () => {
    harness = createDisbursementHarness();
    harness.refund(1_000);
    const verdict = { kind: 'done', ersReference: '2026112410000012301032679' } as const;
    expect(harness.desk().resolve('R1', verdict, 'report')).toBe('stale');
    await harness.answer(SILENCE);
    harness.failWrites(2);
    expect(harness.desk().resolve('R1', verdict, 'report')).toBe('write-failed');
    expect(states()).toEqual(['unknown']);
    harness.failWrites(0);
    expect(harness.desk().resolve('R1', verdict, 'report')).toBe('done');
    expect(harness.desk().resolve('R1', { kind: 'notDone' }, 'supervisor')).toBe('stale');
    expect(harness.journal.receipt(2)?.receipt.total.minor).toBe(-1_000);
  });
});

const anyAnswer = fc.constantFrom(said(0), said(0, null), said(98), said(33), said(90), SILENCE, NOT_SENT);
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), minor: fc.integer({ min: 1, max: 12_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), answer: anyAnswer }) },
  fc.record({ do: fc.constant('crash' as const) }),
  fc.record({ do: fc.constant('failWrites' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ do: fc.constant('resolve' as const), done: fc.boolean(), by: fc.constantFrom('report' as const, 'supervisor' as const) }),
  fc.record({ do: fc.constant('dismiss' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

async function take(step: Step): Promise<void> {
  switch (step.do) {
    case 'refund':
      harness.refund(step.minor);
      return;
    case 'answer':
      await harness.answer(step.answer);
      return;
    case 'crash':
      return harness.crash();
    case 'failWrites':
      harness.failWrites(step.count);
      return;
    case 'wait':
      return harness.clock.advance(step.ms);
    case 'resolve': {
      const [oldest] = harness.desk().unresolved();
      harness.desk().resolve(oldest?.facts.id ?? '', step.done ? { kind: 'done', ersReference: 'x' } : { kind: 'notDone' }, step.by);
      return;
    }
    case 'dismiss': {
      const current = harness.desk().current();
      harness.desk().dismiss(current?.id ?? '', current?.stateNumber ?? 0);
    }
  }
}

/** What must hold after every step, whatever was answered, refused or killed (PF-14, invariant 7). */
function check(paidMinor: number): void {
  const records = harness.journal.refundsOf(1);
  const minorOf = (...kinds: readonly string[]) =>
    records.filter(({ state }) => kinds.includes(state.kind)).reduce((sum, { facts }) => sum + facts.amount.minor, 0);
  expect(new Set(harness.calls).size).toBe(harness.calls.length);
  expect(minorOf('sending', 'unknown', 'done')).toBeLessThanOrEqual(paidMinor);
  expect(harness.journal.grandTotalMinor()).toBe(paidMinor - minorOf('done'));
  for (const { state, receiptNumber } of records) expect(receiptNumber !== null).toBe(state.kind === 'done');
  expect(harness.journal.nextReceiptNumber()).toBe(2 + records.filter(({ state }) => state.kind === 'done').length);
  expect(harness.journal.unresolvedDisbursements().length).toBe(
    records.filter(({ state }) => state.kind === 'sending' || state.kind === 'unknown').length,
  );
}

test('whatever is answered, refused by the disk, killed or resolved: nothing is sent twice, and no more goes back than was paid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
      harness = createDisbursementHarness();
      const paidMinor = harness.journal.grandTotalMinor();
      for (const step of steps) {
        await take(step);
        check(paidMinor);
      }
      expect(harness.journal.verify()).toEqual([]);
      harness.close();
    }),
    { numRuns: 300 },
  );
  harness = createDisbursementHarness();
});
