import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../../contract/intents.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createTillHarness, mustDo, OWNERS_PIN, startSelling } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';
import { tapWire } from '../testing/wire-tap.ts';
import type { WireTap } from '../testing/wire-tap.ts';

/** Of the reseller, as the first service knows it. */
const PASSWORD = '2009';
const REPORT = { kind: 'report.run', reportId: 'Reconciliation/STD_RECON_003.xml', periodId: '1', language: 'en', keep: null } as const;

let till: TillHarness;
/** Another service, of whoever runs it. */
let other: TillHarness;
/** What either is sent. */
let wire: WireTap;
let otherWire: WireTap;
beforeEach(async () => {
  till = await createTillHarness(createQuickClock(10));
  other = await createTillHarness();
  wire = await tapWire(till.simulator.soapUrl);
  otherWire = await tapWire(other.simulator.soapUrl);
});
afterEach(async () => {
  await till.close();
  await other.close();
  await wire.close();
  await otherWire.close();
});

const chosen = ({ url: endpoint }: WireTap): Intent => ({ kind: 'setup.service', service: { kind: 'endpoint', endpoint } });

describe('the reseller’s password', () => {
  test('that is kept is not sent to another service, and is forgotten when one is chosen', async () => {
    await startSelling(till, wire.url);
    await mustDo(till, { kind: 'day.close', password: PASSWORD, keep: { pin: OWNERS_PIN, consent: false } });
    await till.until(({ day }) => day.lastNumber === 1 && day.passwordKept);
    expect(wire.heard()).toContain(PASSWORD);
    await mustDo(till, { kind: 'terminal.unregister', pin: OWNERS_PIN });
    await mustDo(till, chosen(otherWire));
    expect(till.till().snapshot().day.passwordKept).toBe(false);
    expect(await till.ask({ ...REPORT, password: null })).toEqual({ ok: false, problem: { code: 'day.password-missing' } });
    expect(otherWire.heard()).not.toContain(PASSWORD);
  });

  test('is not sent to a service that an older settings file leads to', async () => {
    await startSelling(till, wire.url);
    await mustDo(till, { kind: 'day.close', password: PASSWORD, keep: { pin: OWNERS_PIN, consent: false } });
    await till.until(({ day }) => day.lastNumber === 1 && day.passwordKept);
    const { live, ...rest } = JSON.parse(till.settings()) as { readonly live: object };
    await till.startWith(JSON.stringify({ ...rest, live: { ...live, endpoint: otherWire.url } }));
    expect(await till.ask({ ...REPORT, password: null })).toEqual({ ok: false, problem: { code: 'day.password-missing' } });
    expect(otherWire.heard()).not.toContain(PASSWORD);
  });

  test('typed into the wizard is for the service of that moment, and gone when the terminal is registered', async () => {
    await mustDo(till, chosen(wire));
    const reseller = { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: PASSWORD, consent: false } as const;
    const register = { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' } as const;
    await mustDo(till, reseller);
    await mustDo(till, chosen(otherWire));
    expect(await till.ask(register)).toEqual({ ok: false, problem: { code: 'setup.reseller-missing' } });
    expect(otherWire.heard()).not.toContain(PASSWORD);
    await mustDo(till, chosen(wire));
    await mustDo(till, reseller);
    expect(till.till().snapshot().setup.reseller.passwordGiven).toBe(true);
    await mustDo(till, register);
    expect(till.till().snapshot().setup.reseller.passwordGiven).toBe(false);
  });
});

test('a terminal’s password is not sent to another service that has given a terminal the same id', async () => {
  await startSelling(till, wire.url);
  const { terminalId } = till.till().snapshot().setup.terminal;
  const [secret] = (JSON.parse(till.settings()) as Stored).live.terminalSecrets;
  const password = Buffer.from(secret?.sealedPassword ?? '', 'base64').toString();
  expect(wire.heard()).toContain(password);
  const { live, ...rest } = JSON.parse(till.settings()) as Stored;
  await till.startWith(JSON.stringify({ ...rest, live: { ...live, endpoint: otherWire.url } }));
  expect(till.till().snapshot().setup.terminal.terminalId).toBe(terminalId);
  await till.ask({ kind: 'health.check' });
  await till.ask({ kind: 'sale.addAmount', minor: 1_000 });
  expect(await till.ask({ kind: 'sale.charge', revision: till.till().snapshot().sale.revision })).toMatchObject({ ok: false });
  expect(otherWire.heard()).not.toContain(password);
});

interface Stored {
  readonly live: { readonly terminalSecrets: readonly { readonly sealedPassword: string }[] };
}
