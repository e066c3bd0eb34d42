import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedSecret } from '../ports.ts';
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

const notices = (): readonly string[] =>
  harness
    .till()
    .snapshot()
    .notices.map((each) => each.problem.code);
const opened = (sealed: string, resealed: string | null = null): OpenedSecret => ({
  kind: 'opened',
  secret: Buffer.from(sealed, 'base64').toString(),
  resealed,
});
async function charge(): Promise<string> {
  await harness.ask({ kind: 'sale.addAmount', minor: 14900 });
  const { revision } = harness.till().snapshot().sale;
  const result = await harness.ask({ kind: 'sale.charge', revision });
  return result.ok ? 'charged' : result.problem.code;
}

describe('a keychain that answers', () => {
  it('that has a new key gets its passwords stored under it, once', async () => {
    const before = harness.settings();
    const [, old = ''] = /"sealedPassword":"([^"]+)"/.exec(before) ?? [];
    harness.keychainSays = (sealed) => opened(old, sealed === old ? 'bmV3' : null);
    await harness.restart();
    expect(harness.settings()).toBe(before.replace(old, 'bmV3'));
    expect(notices()).toEqual([]);
    expect(await charge()).toBe('charged');
  });

  it('that is locked loses nothing: no payment is taken, and unlocked with the screen it opens all', async () => {
    harness.keychainSays = () => ({ kind: 'later' });
    const before = harness.settings();
    await harness.restart();
    expect(notices()).toEqual(['secrets.locked']);
    expect(await charge()).toBe('secrets.locked');
    harness.keychainSays = null;
    harness.till().wake();
    await harness.until((snapshot) => snapshot.notices.length === 0);
    expect(harness.settings()).toBe(before);
    expect(await charge()).toBe('charged');
  });

  it('is asked again when somebody has the connection checked', async () => {
    harness.keychainSays = () => ({ kind: 'later' });
    await harness.restart();
    expect(await harness.ask({ kind: 'health.check' })).toMatchObject({ ok: true });
    expect(notices()).toEqual(['secrets.locked']);
    harness.keychainSays = null;
    await harness.ask({ kind: 'health.check' });
    expect(notices()).toEqual([]);
  });

  it('that has lost a password says so', async () => {
    harness.keychainSays = () => ({ kind: 'lost' });
    await harness.restart();
    expect(notices()).toEqual(['secrets.unreadable']);
  });
});
