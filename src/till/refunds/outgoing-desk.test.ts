import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutgoingBench, NOT_SENT, said, SILENCE } from '../testing/outgoing-bench.ts';
import type { OutgoingBench } from '../testing/outgoing-bench.ts';

let bench: OutgoingBench;
afterEach(() => bench.close());

const screen = () => bench.desk().current()?.screen;
const states = () => bench.journal.refundsOf(1).map((record) => record.state.kind);

describe('the desk that sends money out', () => {
  test('writes it down before it leaves: what the disk refuses is not sent (PF-02)', () => {
    bench = createOutgoingBench();
    bench.failWrites(10);
    expect(bench.refund(1_000)).toBe('write-failed');
    expect(bench.calls).toEqual([]);
    bench.failWrites(0);
    expect(bench.refund(1_000)).toBe('started');
    expect(states()).toEqual(['sending']);
    expect(bench.refund(1_000)).toBe('open');
  });

  test('says from 4 s on that SEQR is slow (PF-25)', async () => {
    bench = createOutgoingBench();
    bench.refund(1_000);
    await bench.clock.advance(3_900);
    expect(screen()).toEqual({ kind: 'sending', slow: false });
    await bench.clock.advance(200);
    expect(screen()).toEqual({ kind: 'sending', slow: true });
  });

  test('a yes that the disk refuses is shown as not recorded, tried again, and becomes one receipt', async () => {
    bench = createOutgoingBench();
    bench.refund(1_000);
    bench.failWrites(3);
    await bench.answer(said(0));
    expect(screen()).toMatchObject({ kind: 'done', recorded: false, receiptNumber: null });
    expect(bench.desk().isBusy()).toBe(true);
    expect(bench.refund(1_000)).toBe('open');
    await bench.clock.advance(3_000);
    expect(screen()).toMatchObject({ kind: 'done', recorded: true, receiptNumber: 2 });
    expect(bench.journal.nextReceiptNumber()).toBe(3);
    expect(bench.outcomes).toHaveLength(1);
  });

  test('killed before its yes was on disk it is unknown, and not sent again (PF-15)', async () => {
    bench = createOutgoingBench();
    bench.refund(1_000);
    bench.failWrites(1_000);
    await bench.answer(said(0));
    await bench.crash();
    expect(states()).toEqual(['unknown']);
    expect(bench.journal.nextReceiptNumber()).toBe(2);
    expect(bench.calls).toHaveLength(1);
  });

  test('a verdict on what is not unknown is refused, and so is a second one', async () => {
    bench = createOutgoingBench();
    bench.refund(1_000);
    const verdict = { kind: 'done', ersReference: '2026112410000012301032679' } as const;
    expect(bench.desk().settle('R1', verdict, 'report')).toBe('stale');
    await bench.answer(SILENCE);
    bench.failWrites(2);
    expect(bench.desk().settle('R1', verdict, 'report')).toBe('write-failed');
    expect(states()).toEqual(['unknown']);
    bench.failWrites(0);
    expect(bench.desk().settle('R1', verdict, 'report')).toBe('done');
    expect(bench.desk().settle('R1', { kind: 'notDone' }, 'supervisor')).toBe('stale');
    expect(bench.journal.receipt(2)?.receipt.total.minor).toBe(-1_000);
  });
});

const anyAnswer = fc.constantFrom(said(0), said(0, null), said(98), said(33), said(90), SILENCE, NOT_SENT);
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), minor: fc.integer({ min: 1, max: 12_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), answer: anyAnswer }) },
  fc.record({ do: fc.constant('crash' as const) }),
  fc.record({ do: fc.constant('failWrites' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ do: fc.constant('settle' as const), done: fc.boolean(), by: fc.constantFrom('report' as const, 'supervisor' as const) }),
  fc.record({ do: fc.constant('dismiss' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

async function take(step: Step): Promise<void> {
  switch (step.do) {
    case 'refund':
      bench.refund(step.minor);
      return;
    case 'answer':
      await bench.answer(step.answer);
      return;
    case 'crash':
      return bench.crash();
    case 'failWrites':
      bench.failWrites(step.count);
      return;
    case 'wait':
      return bench.clock.advance(step.ms);
    case 'settle': {
      const [oldest] = bench.desk().unsettled();
      bench.desk().settle(oldest?.facts.id ?? '', step.done ? { kind: 'done', ersReference: 'x' } : { kind: 'notDone' }, step.by);
      return;
    }
    case 'dismiss': {
      const current = bench.desk().current();
      bench.desk().dismiss(current?.id ?? '', current?.stateNumber ?? 0);
    }
  }
}

/** What must hold after every step, whatever was answered, refused or killed (PF-14, invariant 7). */
function check(paidMinor: number): void {
  const records = bench.journal.refundsOf(1);
  const minorOf = (...kinds: readonly string[]) =>
    records.filter(({ state }) => kinds.includes(state.kind)).reduce((sum, { facts }) => sum + facts.amount.minor, 0);
  expect(new Set(bench.calls).size).toBe(bench.calls.length);
  expect(minorOf('sending', 'unknown', 'done')).toBeLessThanOrEqual(paidMinor);
  expect(bench.journal.grandTotalMinor()).toBe(paidMinor - minorOf('done'));
  for (const { state, receiptNumber } of records) expect(receiptNumber !== null).toBe(state.kind === 'done');
  expect(bench.journal.nextReceiptNumber()).toBe(2 + records.filter(({ state }) => state.kind === 'done').length);
  expect(bench.journal.outgoingUnsettled().length).toBe(
    records.filter(({ state }) => state.kind === 'sending' || state.kind === 'unknown').length,
  );
}

test('whatever is answered, refused by the disk, killed or settled: nothing is sent twice, and no more goes back than was paid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
      bench = createOutgoingBench();
      const paidMinor = bench.journal.grandTotalMinor();
      for (const step of steps) {
        await take(step);
        check(paidMinor);
      }
      expect(bench.journal.verify()).toEqual([]);
      bench.close();
    }),
    { numRuns: 300 },
  );
  bench = createOutgoingBench();
});
