import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intent } from '../../contract/intents.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createTillHarness, OWNERS_PIN, startSelling } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

const refusal = (code: string) => ({ ok: false, problem: { code } });
const BUSINESS = { name: 'Rogue', organisationNumber: '556016-0680', address: ['Kajen 1'], vatRates: [2_500], defaultVatRate: 2_500 };

let till: TillHarness;
let rogue: TillHarness;
beforeEach(async () => {
  till = await createTillHarness(createQuickClock(10));
  rogue = await createTillHarness();
  await startSelling(till);
});
afterEach(async () => {
  await till.close();
  await rogue.close();
});

test('a till that sells is not set up anew by a window that does not know the owner', async () => {
  const before = till.settings();
  const asked: string[] = [];
  till.onExchange = ({ operation }) => void asked.push(operation);
  const attack: readonly Intent[] = [
    { kind: 'setup.owner', pin: '1357', pinAgain: '1357', cashierNumber: '1', cashierName: 'Rogue' },
    { kind: 'setup.business', ...BUSINESS, currency: 'EUR' },
    { kind: 'setup.service', service: { kind: 'endpoint', endpoint: rogue.simulator.soapUrl } },
    { kind: 'setup.service', service: { kind: 'simulator' } },
    { kind: 'setup.practise' },
    { kind: 'setup.reseller', id: 'rogue', userId: '9900', password: '1234', consent: true },
    { kind: 'setup.terminal', name: 'Rogue', externalTerminalId: 'Rogue/1' },
    { kind: 'setup.assignSeqrId', seqrId: 'ROGUE' },
    { kind: 'setup.go', step: 'owner' },
    { kind: 'setup.finish' },
  ];
  for (const intent of attack) expect(await till.ask(intent), intent.kind).toEqual(refusal('setup.done'));
  expect(await till.ask({ kind: 'setup.leavePractice' })).toEqual(refusal('practice.only'));
  const wire = { patch: { clientId: 'Rogue', clientReferenceTemplate: '{id}R', qrSource: 'invoice' } } as object;
  await till.ask({ kind: 'preferences.change', ...wire } as Intent);
  const { mode, live, practice, preferences } = JSON.parse(before) as Record<string, object>;
  expect(JSON.parse(till.settings())).toMatchObject({ mode, live, practice, preferences });
  expect(asked).toEqual([]);
});

test('after unregistering, the set-up is the owner’s, also after a restart: no other PIN, no other currency', async () => {
  await till.ask({ kind: 'day.close', password: '2009', keep: null });
  await till.until(({ day }) => day.lastNumber === 1);
  expect(await till.ask({ kind: 'terminal.unregister', pin: OWNERS_PIN })).toEqual({ ok: true });
  const owner = { kind: 'setup.owner', pin: '1357', pinAgain: '1357', cashierNumber: '1', cashierName: 'Rogue' } as const;
  expect(await till.ask(owner)).toEqual(refusal('pin.needed'));
  expect(await till.ask({ ...owner, pinNow: '9753' })).toEqual(refusal('pin.wrong'));
  expect(await till.ask({ kind: 'setup.business', ...BUSINESS, currency: 'EUR' })).toEqual(refusal('setup.currency-fixed'));
  await till.restart();
  expect(till.till().snapshot().setup).toMatchObject({ locked: true, done: false });
  expect(await till.ask({ kind: 'setup.practise' })).toEqual(refusal('setup.locked'));
  expect(await till.ask({ kind: 'owner.check', pin: OWNERS_PIN })).toEqual({ ok: true });
  expect(till.till().snapshot().setup.locked).toBe(false);
  expect(await till.ask({ ...owner, pinNow: OWNERS_PIN })).toEqual({ ok: true });
});

test('practice after a real shop is left with the shop’s own PIN, and leads back to it', async () => {
  await till.ask({ kind: 'day.close', password: '2009', keep: null });
  await till.until(({ day }) => day.lastNumber === 1);
  await till.ask({ kind: 'terminal.unregister', pin: OWNERS_PIN });
  expect(await till.ask({ kind: 'setup.practise' })).toEqual({ ok: true });
  expect(await till.ask({ kind: 'setup.finish' })).toEqual({ ok: true });
  expect(await till.ask({ kind: 'owner.check', pin: '8642' })).toEqual(refusal('pin.wrong'));
  expect(await till.ask({ kind: 'setup.leavePractice' })).toEqual(refusal('pin.needed'));
  expect(await till.ask({ kind: 'setup.leavePractice', pin: OWNERS_PIN })).toEqual({ ok: true });
  expect(till.till().snapshot()).toMatchObject({ mode: 'live', lastReceipt: { number: 1 }, setup: { step: 'reseller' } });
});
