import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedSecret } from '../ports.ts';
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

const notices = (): readonly string[] =>
  bench
    .till()
    .snapshot()
    .notices.map((each) => each.problem.code);
const opened = (sealed: string, resealed: string | null = null): OpenedSecret => ({
  kind: 'opened',
  secret: Buffer.from(sealed, 'base64').toString(),
  resealed,
});
async function charge(): Promise<string> {
  await bench.ask({ kind: 'sale.addAmount', minor: 14900 });
  const { revision } = bench.till().snapshot().sale;
  const result = await bench.ask({ kind: 'sale.charge', revision });
  return result.ok ? 'charged' : result.problem.code;
}

describe('a keychain that answers', () => {
  it('that has a new key gets its passwords stored under it, once', async () => {
    const before = bench.settings();
    const [, old = ''] = /"sealedPassword":"([^"]+)"/.exec(before) ?? [];
    bench.keychainSays = (sealed) => opened(old, sealed === old ? 'bmV3' : null);
    await bench.restart();
    expect(bench.settings()).toBe(before.replace(old, 'bmV3'));
    expect(notices()).toEqual([]);
    expect(await charge()).toBe('charged');
  });

  it('that is locked loses nothing: no payment is taken, and unlocked with the screen it opens all', async () => {
    bench.keychainSays = () => ({ kind: 'later' });
    const before = bench.settings();
    await bench.restart();
    expect(notices()).toEqual(['secrets.locked']);
    expect(await charge()).toBe('secrets.locked');
    bench.keychainSays = null;
    bench.till().wake();
    await bench.until((snapshot) => snapshot.notices.length === 0);
    expect(bench.settings()).toBe(before);
    expect(await charge()).toBe('charged');
  });

  it('is asked again when somebody has the connection checked', async () => {
    bench.keychainSays = () => ({ kind: 'later' });
    await bench.restart();
    expect(await bench.ask({ kind: 'health.check' })).toMatchObject({ ok: true });
    expect(notices()).toEqual(['secrets.locked']);
    bench.keychainSays = null;
    await bench.ask({ kind: 'health.check' });
    expect(notices()).toEqual([]);
  });

  it('that has lost a password says so', async () => {
    bench.keychainSays = () => ({ kind: 'lost' });
    await bench.restart();
    expect(notices()).toEqual(['secrets.unreadable']);
  });
});
