import { afterEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../contract/snapshot.ts';
import { answerPage, chargeSale, damageSettings, payAt, setUpLive, SHOP_PIN } from './testing/live-shop.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createTillHarness, mustDo, startPractising } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

/*
 * Settings, keychain or terminal lost while money is open (PF-15, PF-24): nothing is forgotten, and what can be asked is asked.
 */

/** Half a minute passes in half a second. */
const HASTE = 60;
const clock = createQuickClock(HASTE);

let harness: TillHarness | null = null;
afterEach(async () => {
  await harness?.close();
  harness = null;
});

async function liveTill(): Promise<TillHarness> {
  harness = await createTillHarness(clock);
  await setUpLive(harness);
  return harness;
}

const codes = (till: TillHarness): readonly string[] =>
  till
    .till()
    .snapshot()
    .notices.map(({ problem }) => problem.code);
const screen = ({ payment }: Snapshot): string | undefined => payment?.screen.kind;

describe('settings that were lost while a payment is open', () => {
  test.each([
    ['a word that nobody knows', 'liv'],
    ['the word for none', 'unset'],
    ['nothing', undefined],
  ])('the mode is %s: the payment is asked about all the same, and paid (PF-15)', async (_, mode) => {
    const till = await liveTill();
    await chargeSale(till);
    await till.replace();
    damageSettings(till, (settings) => void (settings.mode = mode));
    await till.restart();
    payAt(till);
    const paid = await till.until((snapshot) => screen(snapshot) === 'paid');
    expect(paid).toMatchObject({ mode: 'live', setup: { done: true } });
    expect(paid.payment?.screen).toMatchObject({ afterRestart: true, receiptNumber: 2 });
    expect(codes(till)).toContain('settings.mode-found');
  });

  test('one wrong word in the profile costs that word only, and the damaged file is kept', async () => {
    const till = await liveTill();
    await chargeSale(till);
    await till.replace();
    const whole = JSON.parse(till.settings()) as { readonly live: { readonly terminalSecrets: readonly unknown[] } };
    damageSettings(till, ({ live }) => {
      live.provedInMs = 'twelve';
      live.completed = ['service', 'a page of a newer Kassa'];
      live.terminalSecrets = [{ terminalId: 7 }, ...whole.live.terminalSecrets];
    });
    const damaged = till.settings();
    await till.restart();
    payAt(till);
    await till.until((snapshot) => screen(snapshot) === 'paid');
    expect(till.till().snapshot()).toMatchObject({ mode: 'live', setup: { done: true, owner: { pinSet: true } } });
    expect(codes(till)).toEqual(['settings.damaged']);
    await mustDo(till, { kind: 'preferences.change', patch: { theme: 'dark' } });
    expect(till.damagedSettings).toEqual([damaged]);
  });

  test('the endpoint is lost: the attempt knows its own', async () => {
    const till = await liveTill();
    await chargeSale(till);
    await till.replace();
    damageSettings(till, ({ live }) => void (live.endpoint = 12));
    await till.restart();
    payAt(till);
    const paid = await till.until((snapshot) => screen(snapshot) === 'paid');
    expect(paid.payment?.screen).toMatchObject({ afterRestart: true });
  });

  test.each([
    ['none', undefined],
    ['an empty file', '{}'],
    ['a list', '[]'],
    ['a number', '5'],
  ])('there are %s: the payment is shown, and it is said that there is a journal', async (_, text) => {
    const till = await liveTill();
    await chargeSale(till);
    till.laySettings(text);
    await till.replace();
    till.laySettings(text);
    await till.restart();
    const shown = till.till().snapshot();
    expect(shown).toMatchObject({ mode: 'live', setup: { done: false, step: 'service' } });
    expect(shown.payment?.amount.minor).toBe(9_900);
    expect(codes(till)).toContain('settings.missing');
    expect(till.till().quitWarning()).toBeNull();
  });

  test('there are none: once the till is set up again, the next sale is possible, and the lost payment’s rows wait with it', async () => {
    const till = await liveTill();
    await chargeSale(till);
    till.laySettings(undefined);
    await till.replace();
    till.laySettings(undefined);
    await till.restart();
    await setUpLive(till, 'FISK02');
    const shown = till.till().snapshot();
    expect(shown).toMatchObject({ payment: null, sale: { locked: false, sale: { rows: [] } } });
    expect(shown.unresolved).toMatchObject([{ kind: 'setAside', state: 'passwordLost' }]);
    await chargeSale(till);
  });

  test('there are none: nothing is sold before the till is set up again, but for the payment of the set-up itself', async () => {
    const till = await liveTill();
    await mustDo(till, { kind: 'sale.addAmount', minor: 9_900 });
    till.laySettings(undefined);
    await till.replace();
    till.laySettings(undefined);
    await till.restart();
    while (till.till().snapshot().setup.step !== 'testPayment') await answerPage(till, 'FISK02');
    const { revision } = till.till().snapshot().sale;
    expect(await till.ask({ kind: 'sale.charge', revision })).toMatchObject({ problem: { code: 'sale.set-up-first' } });
    expect(till.till().snapshot()).toMatchObject({ payment: null, sale: { locked: false } });
    await setUpLive(till, 'FISK02');
    await chargeSale(till);
  });

  test('there are none: no day is closed before the till is set up again, so that nothing holds up the set-up', async () => {
    const till = await liveTill();
    till.laySettings(undefined);
    await till.replace();
    till.laySettings(undefined);
    await till.restart();
    while (till.till().snapshot().setup.step !== 'seqrId') await answerPage(till, 'FISK02');
    expect(till.till().snapshot().day.whyNot).toEqual({ code: 'day.not-set-up' });
    expect(await till.ask({ kind: 'day.close', password: '2009', keep: null })).toMatchObject({ problem: { code: 'day.not-set-up' } });
    await setUpLive(till, 'FISK02');
    expect(till.till().snapshot().day.whyNot).toBeNull();
  });

  test('there are none: what was being added to a tab is put away with it, and the next sale is possible', async () => {
    const till = await liveTill();
    await mustDo(till, { kind: 'sale.addAmount', minor: 9_900 });
    const { revision } = till.till().snapshot().sale;
    await mustDo(till, { kind: 'tab.open', revision, name: 'Table 4', mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 60 });
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    payAt(till);
    const { tabs } = await till.until((snapshot) => screen(snapshot) === 'reserved');
    await mustDo(till, { kind: 'tab.edit', attemptId: tabs[0]?.attemptId ?? '', stateNumber: tabs[0]?.stateNumber ?? -1 });
    till.laySettings(undefined);
    await till.replace();
    till.laySettings(undefined);
    await till.restart();
    await setUpLive(till, 'FISK02');
    const { tabs: lost, sale, payment } = till.till().snapshot();
    expect(payment).toBeNull();
    expect(lost).toMatchObject([{ name: 'Table 4', editing: true }]);
    const { attemptId = '', stateNumber = -1 } = lost[0] ?? {};
    await mustDo(till, { kind: 'tab.keep', attemptId, stateNumber, revision: sale.revision });
    await chargeSale(till);
  });

  test('no settings and no journal is a first start, without a word', async () => {
    harness = await createTillHarness(clock);
    expect(harness.till().snapshot()).toMatchObject({ mode: 'unset', notices: [] });
  });

  test('settings that say practice are not believed while a payment of the real service can be asked about', async () => {
    const till = await liveTill();
    await chargeSale(till);
    await till.replace();
    damageSettings(till, (settings) => void (settings.mode = 'practice'));
    await till.restart();
    expect(till.till().snapshot().mode).toBe('live');
    payAt(till);
    await till.until((snapshot) => screen(snapshot) === 'paid');
  });

  test('practice is found again in the same way', async () => {
    harness = await createTillHarness(clock);
    await startPractising(harness);
    await chargeSale(harness);
    await harness.replace();
    damageSettings(harness, (settings) => void (settings.mode = 7));
    await harness.restart();
    payAt(harness);
    const paid = await harness.until((snapshot) => screen(snapshot) === 'paid');
    expect(paid.mode).toBe('practice');
  });
});

describe('a terminal of a set-up that is not done', () => {
  test.each([
    ['SEQR refuses it', 'seqrId'],
    ['SEQR refuses it', 'testPayment'],
    ['its password is lost', 'seqrId'],
  ])('%s at %s: the set-up goes back, and another is registered (PF-30)', async (why, step) => {
    harness = await createTillHarness(clock);
    const till = harness;
    while (till.till().snapshot().setup.step !== step) await answerPage(till);
    const first = till.till().snapshot().setup.terminal.terminalId ?? '';
    if (why === 'SEQR refuses it') till.simulator.world.setBlocked(first, true);
    else {
      till.keychainSays = () => ({ kind: 'lost' });
      await till.restart();
      await mustDo(till, { kind: 'owner.check', pin: SHOP_PIN });
    }
    // Whoever stands further on goes back, and asks for another id.
    await mustDo(till, { kind: 'setup.go', step: 'seqrId' });
    const refused = await till.ask({ kind: 'setup.assignSeqrId', seqrId: 'FISK02' });
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: why === 'SEQR refuses it' ? 'seqr.assignSeqrId.33' : 'secrets.unreadable' },
    });
    expect(till.till().snapshot().setup).toMatchObject({ step: 'reseller', terminal: { terminalId: null } });
    till.keychainSays = () => null;
    while (!till.till().snapshot().setup.done) await answerPage(till, 'FISK03');
    expect(till.till().snapshot().setup.terminal.terminalId).not.toBe(first);
  });
});

describe('a password that is lost', () => {
  test('holds nothing but its own money: the terminal is forgotten, and another one is registered (PF-24)', async () => {
    const till = await liveTill();
    await chargeSale(till);
    till.keychainSays = () => ({ kind: 'lost' });
    await till.restart();
    expect(codes(till)).toEqual(['secrets.unreadable']);
    const { attemptId = '', stateNumber = 0 } = till.till().snapshot().payment ?? {};
    await mustDo(till, { kind: 'payment.setAside', attemptId, stateNumber });
    // What was sold is closed first; that is the reseller's to do, whose password is typed.
    await mustDo(till, { kind: 'day.close', password: '2009', keep: null });
    await till.until(({ day }) => day.lastNumber === 1 && day.close === null);
    await mustDo(till, { kind: 'terminal.unregister', pin: SHOP_PIN });
    expect(till.till().snapshot().setup).toMatchObject({ done: false, step: 'reseller', terminal: { terminalId: null } });
    await answerPage(till);
    await answerPage(till);
    expect(await till.ask({ kind: 'setup.assignSeqrId', seqrId: 'FISK01' })).toMatchObject({
      ok: false,
      problem: { code: 'register.id-of-lost-terminal' },
    });
    await mustDo(till, { kind: 'setup.assignSeqrId', seqrId: 'FISK02' });
  });

  test('of one terminal does not keep the others of theirs from being asked about', async () => {
    const till = await liveTill();
    await chargeSale(till);
    await till.replace();
    damageSettings(till, ({ live }) => {
      const secrets = live.terminalSecrets as object[];
      live.terminalSecrets = [{ terminalId: 'gone', endpoint: till.simulator.soapUrl, sealedPassword: 'silent' }, ...secrets];
    });
    let answer: () => void = () => undefined;
    const silent = new Promise<void>((resolve) => void (answer = resolve));
    till.keychainOpens = (sealed) => (sealed === 'silent' ? silent : Promise.resolve());
    const startedMs = performance.now();
    await till.restart();
    expect((performance.now() - startedMs) * HASTE).toBeLessThan(2_000 * HASTE);
    payAt(till);
    await till.until((snapshot) => screen(snapshot) === 'paid');
    answer();
  });
});
