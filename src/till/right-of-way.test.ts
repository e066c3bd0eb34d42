import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../contract/intents.ts';
import { createHeldTill } from './testing/held/held-till.ts';
import type { HeldTill } from './testing/held/held-till.ts';
import { answerPage, charge, closeDay, makeGround, must, PASSWORD, PIN, sell, setUpLive, until } from './testing/held/shop.ts';

const refusal = (code: string) => ({ ok: false, problem: { code } });
const OK = { ok: true };

let live: Awaited<ReturnType<typeof makeGround>>;
let till: HeldTill;
beforeAll(async () => {
  live = await makeGround(async (shop) => {
    await setUpLive(shop);
    await closeDay(shop);
  });
});
afterAll(() => live.remove());
beforeEach(async () => {
  till = await createHeldTill(live.ground);
  await must(till, { kind: 'health.check' });
});
afterEach(() => till.close());

const times = (what: string): number => till.hands.begun().filter((each) => each === what).length;
const chargeNow = (): Intent => ({ kind: 'sale.charge', revision: till.shown().sale.revision });
const UNREGISTER = { kind: 'terminal.unregister', pin: PIN } as const;

/** Presses, with the named call held, and lets all happen that can. */
async function pressHeld(intent: Intent, what: string) {
  till.hands.hold((each) => each === what);
  const pressed = till.press(intent);
  await till.settle();
  expect(till.hands.held().map((call) => call.what)).toEqual([what]);
  return pressed;
}

async function letGo(): Promise<void> {
  till.hands.letGo();
  await till.settle();
}

describe('while the terminal is being changed', () => {
  test.each([
    ['unregistered', UNREGISTER, 'unregisterTerminal'],
    ['given another id', { kind: 'terminal.assignSeqrId', pin: PIN, seqrId: 'FISK02' }, 'assignSeqrId'],
  ] as const)('no money begins to move: it is being %s (PF-24)', async (_what, change, call) => {
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
    const changing = await pressHeld(change, call);
    expect(await till.ask(chargeNow())).toEqual(refusal('terminal.changing'));
    const { revision } = till.shown().disbursement;
    const payOut = { userId: '46700000001', minor: 100, description: 'PrizeOfTheDay' };
    expect(await till.ask({ kind: 'payOut.send', revision, ...payOut, pin: PIN })).toEqual(refusal('terminal.changing'));
    expect(await till.ask({ kind: 'day.close', password: PASSWORD, keep: null })).toEqual(refusal('terminal.changing'));
    expect(till.till().quitWarning()).toBe('terminal-changing');
    await letGo();
    expect(changing.result()).toEqual(OK);
    expect(times('sendInvoice') + times('creditUser') + times('markTransactionPeriod')).toBe(0);
  });

  test('a charge that waited for SEQR meanwhile does not begin', async () => {
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
    till.worlds.live.setBlocked('fredellsfisk', true);
    await charge(till);
    await until(till, ({ payment }) => payment?.actions.dismiss === true);
    const { payment } = till.shown();
    await must(till, { kind: 'payment.dismiss', attemptId: payment?.attemptId ?? '', stateNumber: payment?.stateNumber ?? 0 });
    till.worlds.live.setBlocked('fredellsfisk', false);
    const before = times('sendInvoice');
    const charging = await pressHeld(chargeNow(), 'getPaymentStatus');
    till.hands.hold((what) => what === 'unregisterTerminal');
    const unregistering = till.press(UNREGISTER);
    await till.settle();
    for (const call of till.hands.held()) if (call.what === 'getPaymentStatus') call.release();
    await till.settle();
    expect(charging.result()).toEqual(refusal('terminal.changing'));
    await letGo();
    expect(unregistering.result()).toEqual(OK);
    expect(times('sendInvoice')).toBe(before);
  });

  test('and it is not changed while money moves', async () => {
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
    await pressHeld(chargeNow(), 'sendInvoice');
    expect(await till.ask(UNREGISTER)).toEqual(refusal('terminal.attempt-open'));
    expect(times('unregisterTerminal')).toBe(0);
  });
});

test('registering pressed twice in one breath makes one terminal', async () => {
  await must(till, UNREGISTER);
  await answerPage(till);
  const registered = till.worlds.live.terminals().length;
  const register = { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' } as const;
  const first = await pressHeld(register, 'keychain.seal');
  expect(await till.ask(register)).toEqual(refusal('setup.not-now'));
  await letGo();
  expect(first.result()).toEqual(OK);
  expect(till.worlds.live.terminals()).toHaveLength(registered + 1);
});

test('"Save as PDF" pressed twice makes one original, and none while a paper is on its way (PF-28)', async () => {
  const savePdf = { kind: 'receipt.savePdf', number: 1 } as const;
  const first = await pressHeld(savePdf, 'printer.savePdf');
  expect(await till.ask(savePdf)).toEqual(refusal('print.under-way'));
  await must(till, { kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
  expect(await till.ask({ kind: 'receipt.print', number: 1 })).toEqual(refusal('print.under-way'));
  await letGo();
  expect(first.result()).toMatchObject(OK);
  await pressHeld({ kind: 'receipt.print', number: 1 }, 'printer.print');
  expect(await till.ask(savePdf)).toEqual(refusal('print.under-way'));
  await letGo();
  expect(till.shown().printJobs).toMatchObject([{ state: 'done', copy: true }]);
  expect(await till.ask(savePdf)).toEqual(refusal('print.one-copy'));
});

test('quitting while a period is being marked is asked about', async () => {
  await pressHeld({ kind: 'day.close', password: PASSWORD, keep: null }, 'markTransactionPeriod');
  expect(till.till().quitWarning()).toBe('day-marking');
  await letGo();
  expect(till.till().quitWarning()).toBeNull();
});

test.each(['charge first', 'close first'])('a close and a charge in one breath: one of them begins, %s (PF-17)', async (order) => {
  await must(till, { kind: 'sale.addAmount', minor: 1_000 });
  till.hands.hold((what) => what === 'markTransactionPeriod' || what === 'sendInvoice');
  const both: readonly Intent[] = [chargeNow(), { kind: 'day.close', password: PASSWORD, keep: null }];
  for (const intent of order === 'charge first' ? both : both.toReversed()) till.press(intent);
  await till.settle();
  expect(till.hands.held()).toHaveLength(1);
});

describe('a terminal with sales that no close covers', () => {
  test('is not unregistered before the day is closed (PF-17, PF-32)', async () => {
    await sell(till);
    expect(await till.ask(UNREGISTER)).toEqual(refusal('terminal.sales-not-closed'));
    expect(times('unregisterTerminal')).toBe(0);
    await closeDay(till);
    expect(await till.ask(UNREGISTER)).toEqual(OK);
  });

  test('is, if the owner says so: nobody is stuck (PF-30)', async () => {
    await sell(till);
    expect(await till.ask(UNREGISTER)).toEqual(refusal('terminal.sales-not-closed'));
    expect(await till.ask({ ...UNREGISTER, unclosed: true })).toEqual(OK);
  });

  test('is told apart where SEQR refuses the close', async () => {
    await sell(till);
    await must(till, { kind: 'day.close', password: 'forgotten', keep: null });
    await until(till, ({ day }) => day.close?.state === 'notMarked');
    expect(await till.ask(UNREGISTER)).toEqual(refusal('terminal.sales-unclosable'));
    expect(await till.ask({ ...UNREGISTER, unclosed: true })).toEqual(OK);
  });
});

describe('when the settings cannot be saved', () => {
  test('a terminal that SEQR has unregistered is so as soon as they can, and the till can sell again', async () => {
    till.refuseSettings(Infinity);
    expect(await till.ask(UNREGISTER)).toEqual(refusal('settings.not-saved'));
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
    expect(await till.ask(chargeNow())).toEqual(refusal('terminal.changing'));
    till.refuseSettings(0);
    expect(await until(till, ({ setup }) => !setup.done)).toBe(true);
    await setUpLive(till);
    await sell(till);
  });

  test('a terminal that SEQR has registered is kept, and not registered twice', async () => {
    await must(till, UNREGISTER);
    await answerPage(till);
    const registered = till.worlds.live.terminals().length;
    const register = { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' } as const;
    const first = await pressHeld(register, 'registerTerminal');
    till.refuseSettings(Infinity);
    await letGo();
    expect(first.result()).toEqual(refusal('settings.not-saved'));
    expect(await till.ask(register)).toEqual(refusal('settings.not-saved'));
    till.refuseSettings(0);
    expect(await till.ask(register)).toEqual(OK);
    expect(till.worlds.live.terminals()).toHaveLength(registered + 1);
  });

  test('practice that is chosen changes nothing of the real service', async () => {
    await must(till, UNREGISTER);
    const before = till.settings();
    const practising = await pressHeld({ kind: 'setup.practise' }, 'benchmarkingNop');
    till.refuseSettings(1);
    await letGo();
    expect(practising.result()).toEqual(refusal('settings.not-saved'));
    expect(till.shown()).toMatchObject({ mode: 'live', setup: { step: 'reseller' } });
    await must(till, { kind: 'preferences.change', patch: {} });
    expect(till.settings()).toBe(before);
  });

  test('practice is not left, and its rows stay on the counter', async () => {
    await must(till, UNREGISTER);
    await must(till, { kind: 'setup.practise' });
    await must(till, { kind: 'setup.finish' });
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
    const leave = { kind: 'setup.leavePractice', pin: PIN } as const;
    till.refuseSettings(Infinity);
    expect(await till.ask(leave)).toEqual(refusal('settings.not-saved'));
    till.refuseSettings(0);
    expect(till.shown()).toMatchObject({ mode: 'practice', sale: { figures: { total: { minor: 1_000 } } } });
    await sell(till);
    expect(await till.ask(leave)).toEqual(OK);
  });
});
