import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFault } from '../../src/simulator/testing/index.ts';
import { createQuickClock } from '../../src/till/testing/quick-clock.ts';
import { createPractisingHarness } from '../../src/till/testing/till-harness.ts';
import type { TillHarness } from '../../src/till/testing/till-harness.ts';
import { BOOT_ORDER, runBoot } from './boot-plan.ts';
import type { BootWork } from './boot-plan.ts';

/** Slow: what the till does after a while by itself it does not do here, so only the order counts, not the machine's speed. */
const clock = createQuickClock(1 / 50);
let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(clock);
});
afterEach(() => harness.close());

async function charge(): Promise<void> {
  expect(await harness.ask({ kind: 'sale.addAmount', minor: 9_900 })).toEqual({ ok: true });
  expect(await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision })).toEqual({ ok: true });
  await harness.until((snapshot) => snapshot.payment?.screen.kind === 'waiting' && snapshot.payment.contact.ageMs !== null);
}

function pay(): void {
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
  harness.till().wake();
}

/** A receipt that did not print, one that SEQR has not taken yet, and a payment that waits for its customer. */
async function leaveMuchToDo(): Promise<void> {
  const fault = parseFault('submitPaymentReceipt', 'drop');
  if (!fault) throw new Error('no such fault');
  harness.simulator.faults.add(fault, 1);
  await harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till', paper: '58mm' } } });
  harness.printerSays = 'nothing';
  await charge();
  pay();
  const paid = await harness.until(
    (snapshot) => snapshot.payment?.screen.kind === 'paid' && snapshot.printJobs.length > 0 && harness.simulator.faults.list().length === 0,
  );
  const { attemptId = '', stateNumber = 0 } = paid.payment ?? {};
  expect(await harness.ask({ kind: 'payment.dismiss', attemptId, stateNumber })).toEqual({ ok: true });
  await charge();
}

/** Kassa's boot plan around the real core; what happened, in the order in which it did. */
async function bootAfterACrash(): Promise<readonly string[]> {
  const till = await harness.replace();
  const events: string[] = [];
  harness.keychain = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    events.push('keychain');
  };
  harness.onLibraryLoad = () => events.push('library');
  harness.onExchange = ({ operation, outcome }) => events.push(`${operation} ${outcome}`);
  let started: Promise<void> | undefined;
  const nothing = Object.fromEntries(BOOT_ORDER.map((step) => [step, () => undefined])) as unknown as BootWork;
  const work: BootWork = {
    ...nothing,
    till: () => void (started = till.start()),
    resumed: () => started,
    windows: () => void events.push('windows'),
    afterPaint: () => harness.connector().load(),
  };
  await runBoot(work, () => undefined);
  return events;
}

describe('after a crash with a payment open', () => {
  it('SEQR has been asked about it before anything that can wait: the library, a receipt that is owed, the windows (PF-15)', async () => {
    await leaveMuchToDo();
    const events = await bootAfterACrash();
    await harness.until((snapshot) => snapshot.receiptsToSubmit === 0);
    const [first, ...rest] = events.filter((event) => event !== 'keychain');
    expect(events[0]).toBe('keychain');
    expect(first).toBe('getPaymentStatus answered');
    expect(rest).toEqual(expect.arrayContaining(['library', 'windows', 'submitPaymentReceipt answered']));
    expect(events.filter((event) => event === 'library')).toEqual(['library']);
  });

  it('and does not wait for a keychain that keeps another password back, nor for how passwords are protected', async () => {
    await charge();
    const till = await harness.replace();
    const asked = new Promise<void>((resolve) => {
      harness.onExchange = ({ operation }) => operation === 'getPaymentStatus' && resolve();
    });
    let answers = 0;
    // The first question is how passwords are protected, and is never answered.
    harness.keychain = () => (answers++ === 0 ? new Promise(() => undefined) : Promise.resolve());
    await Promise.all([till.start(), asked]);
  });
});
