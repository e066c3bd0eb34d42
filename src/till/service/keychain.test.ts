import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingBench } from '../testing/till-bench.ts';
import type { TillBench } from '../testing/till-bench.ts';

/** Twenty seconds pass in one. */
const clock = createQuickClock(20);
let bench: TillBench;
beforeEach(async () => {
  bench = await createPractisingBench(clock);
});
afterEach(() => bench.close());

const codes = ({ notices }: Snapshot): readonly string[] => notices.map(({ problem }) => problem.code);

/** Another run of the till, whose keychain gives no password before it is told to. */
async function restartWithSilentKeychain(): Promise<{ readonly tookMs: number; readonly answer: () => void }> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  bench.keychain = () => promise;
  const startedMs = clock.monotonicMs();
  await bench.restart();
  return { tookMs: clock.monotonicMs() - startedMs, answer: () => resolve(undefined) };
}

async function charge(): Promise<void> {
  expect(await bench.ask({ kind: 'sale.addAmount', minor: 9_900 })).toEqual({ ok: true });
  expect(await bench.ask({ kind: 'sale.charge', revision: bench.till().snapshot().sale.revision })).toEqual({ ok: true });
  await bench.until((snapshot) => snapshot.payment?.screen.kind === 'waiting');
}

describe('a keychain that does not answer', () => {
  test('is told after 2 s, while the till goes on waiting, and no longer when it has answered', async () => {
    const { tookMs, answer } = await restartWithSilentKeychain();
    expect(tookMs).toBeGreaterThanOrEqual(2_000);
    expect(codes(bench.till().snapshot())).toEqual(['secrets.silent']);
    await bench.ask({ kind: 'sale.addAmount', minor: 9_900 });
    const charge = { kind: 'sale.charge', revision: bench.till().snapshot().sale.revision } as const;
    expect(await bench.ask(charge)).toEqual({ ok: false, problem: { code: 'secrets.silent' } });
    answer();
    await bench.until((snapshot) => codes(snapshot).length === 0);
    expect(await bench.ask(charge)).toEqual({ ok: true });
  });

  test('leaves an open payment unasked, which says so and why; it is asked about as soon as the password is known', async () => {
    await charge();
    const { answer } = await restartWithSilentKeychain();
    const reads = (): number => bench.logged.filter((line) => line.includes('"operation":"getPaymentStatus"')).length;
    const before = reads();
    expect(bench.till().snapshot().payment?.contact).toMatchObject({ polling: true, waitsForKeychain: true, ageMs: null });
    expect(codes(bench.till().snapshot())).toEqual(['secrets.silent']);
    expect(reads()).toBe(before);
    answer();
    const asked = await bench.until(({ payment }) => payment?.contact.ageMs != null);
    expect(asked.payment?.contact.waitsForKeychain).toBe(false);
    expect(codes(asked)).toEqual([]);
  });

  test('is told on the first page of the wizard as well, and holds up no window', async () => {
    expect(await bench.ask({ kind: 'setup.leavePractice' })).toEqual({ ok: true });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    bench.keychain = () => promise;
    await bench.restart();
    expect(codes(bench.till().snapshot())).toEqual(['secrets.silent']);
    resolve(undefined);
    await bench.until((snapshot) => codes(snapshot).length === 0);
  });

  test('is not mentioned when it answers at once', async () => {
    await bench.restart();
    expect(codes(bench.till().snapshot())).toEqual([]);
  });
});
