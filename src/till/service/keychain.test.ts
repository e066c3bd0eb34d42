import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

/** Twenty seconds pass in one. */
const clock = createQuickClock(20);
let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(clock);
});
afterEach(() => harness.close());

const codes = ({ notices }: Snapshot): readonly string[] => notices.map(({ problem }) => problem.code);

/** Another run of the till, whose keychain gives no password before it is told to. */
async function restartWithSilentKeychain(): Promise<{ readonly tookMs: number; readonly answer: () => void }> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  harness.keychain = () => promise;
  const startedMs = clock.monotonicMs();
  await harness.restart();
  return { tookMs: clock.monotonicMs() - startedMs, answer: () => resolve(undefined) };
}

async function charge(): Promise<void> {
  expect(await harness.ask({ kind: 'sale.addAmount', minor: 9_900 })).toEqual({ ok: true });
  expect(await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision })).toEqual({ ok: true });
  await harness.until((snapshot) => snapshot.payment?.screen.kind === 'waiting');
}

describe('a keychain that does not answer', () => {
  test('is told after 2 s, while the till goes on waiting, and no longer when it has answered', async () => {
    const { tookMs, answer } = await restartWithSilentKeychain();
    expect(tookMs).toBeGreaterThanOrEqual(2_000);
    expect(codes(harness.till().snapshot())).toEqual(['secrets.silent']);
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    const charge = { kind: 'sale.charge', revision: harness.till().snapshot().sale.revision } as const;
    expect(await harness.ask(charge)).toEqual({ ok: false, problem: { code: 'secrets.silent' } });
    answer();
    await harness.until((snapshot) => codes(snapshot).length === 0);
    expect(await harness.ask(charge)).toEqual({ ok: true });
  });

  test('leaves an open payment unasked, which says so and why; it is asked about as soon as the password is known', async () => {
    await charge();
    const { answer } = await restartWithSilentKeychain();
    const reads = (): number => harness.logged.filter((line) => line.includes('"operation":"getPaymentStatus"')).length;
    const before = reads();
    expect(harness.till().snapshot().payment?.contact).toMatchObject({ polling: true, unasked: 'keychain', ageMs: null });
    expect(codes(harness.till().snapshot())).toEqual(['secrets.silent']);
    expect(reads()).toBe(before);
    answer();
    const asked = await harness.until(({ payment }) => payment?.contact.ageMs != null);
    expect(asked.payment?.contact.unasked).toBeNull();
    expect(codes(asked)).toEqual([]);
  });

  test('is told on the first page of the wizard as well, and holds up no window', async () => {
    expect(await harness.ask({ kind: 'setup.leavePractice' })).toEqual({ ok: true });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    harness.keychain = () => promise;
    await harness.restart();
    expect(codes(harness.till().snapshot())).toEqual(['secrets.silent']);
    resolve(undefined);
    await harness.until((snapshot) => codes(snapshot).length === 0);
  });

  test('is not mentioned when it answers at once', async () => {
    await harness.restart();
    expect(codes(harness.till().snapshot())).toEqual([]);
  });
});
