import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOf } from '../contract/intents.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { createHinderedDisk } from '../journal/testing/hindered-disk.ts';
import type { HinderedDisk, Transaction } from '../journal/testing/hindered-disk.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createPractisingHarness } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

const PIN = '4711';
let disk: HinderedDisk;
let harness: TillHarness;
beforeEach(async () => {
  disk = createHinderedDisk();
  harness = await createPractisingHarness(createQuickClock(10), { openDatabase: disk.open });
  await harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
});
afterEach(() => harness.close());

const now = (): Snapshot => harness.till().snapshot();
const screen = (kind: string): Promise<Snapshot> => harness.until(({ payment }) => payment?.screen.kind === kind);
const attempt = (): { attemptId: string; stateNumber: number } => ({
  attemptId: now().payment?.attemptId ?? '',
  stateNumber: now().payment?.stateNumber ?? -1,
});
const isQuiet = (): Promise<Snapshot> =>
  harness.until(
    ({ receiptsToSubmit, printJobs }) =>
      receiptsToSubmit === 0 && printJobs.every(({ state }) => state === 'done') && harness.till().quitWarning() === null,
  );

async function charge(minor = 9_900): Promise<void> {
  await harness.ask({ kind: 'sale.addAmount', minor });
  expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual({ ok: true });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting' && payment.contact.ageMs !== null);
}
async function openTab(): Promise<void> {
  await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
  const intent: IntentOf<'tab.open'> = {
    kind: 'tab.open',
    revision: now().sale.revision,
    name: 'Table 4',
    minutes: 5,
    mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
  };
  expect(await harness.ask(intent)).toEqual({ ok: true });
  await screen('waiting');
  confirm();
  await screen('reserved');
}
function confirm(): void {
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
}
async function sell(): Promise<void> {
  await charge();
  confirm();
  await screen('paid');
  await isQuiet();
}

/** From the answer on after one with such a status, SEQR says this status of the payment, and keeps no money. */
function answerStatus(status: 'CANCELED' | 'EXPIRED', after: (before: string | undefined) => boolean): void {
  const { world } = harness.simulator;
  const call = world.call.bind(world);
  let before: string | undefined;
  vi.spyOn(world, 'call').mockImplementation((operation, request) => {
    const given = call(operation, request);
    if (operation !== 'getPaymentStatus' || !('status' in given)) return given;
    const turned = after(before);
    before = given.status;
    return turned ? { ...given, status, version: given.version + 1, ersReference: undefined, receipt: undefined } : given;
  });
}

/** What came to disk while this happened, each COMMIT as the entries it bears; what a printer and SEQR's copy do is left out. */
async function during(happens: () => Promise<unknown>): Promise<readonly Transaction[]> {
  const from = disk.transactions.length;
  await happens();
  return disk.transactions.slice(from).filter(({ entries }) => !entries.every((kind) => /^(print|receipt\.submit)\./.test(kind)));
}

describe('one fact is one transaction (PF-31)', () => {
  it('a payment that is PAID: the end, its receipt, what is owed for it, and the empty counter; then that it is confirmed', async () => {
    await charge();
    const written = await during(async () => {
      confirm();
      await screen('paid');
      await isQuiet();
    });
    expect(written).toEqual([
      { entries: ['attempt.paid', 'sale.completed'], tables: ['attempt', 'receipt', 'job', 'job', 'slot'] },
      { entries: ['attempt.completed'], tables: ['attempt'] },
    ]);
  });

  it('a payment that is cancelled: the wish, and the end', async () => {
    await charge();
    const written = await during(async () => {
      await harness.ask({ kind: 'payment.cancel', ...attempt() });
      await screen('cancelled');
    });
    expect(written).toEqual([
      { entries: ['attempt.live'], tables: ['attempt'] },
      // What lies on the counter knows who has not paid for it (PF-06).
      { entries: ['attempt.cancelled'], tables: ['attempt', 'slot'] },
    ]);
  });

  it('a charge pushes what was on the screen off it in the transaction that begins it', async () => {
    await sell();
    await harness.ask({ kind: 'sale.addAmount', minor: 100 });
    const written = await during(async () => {
      await harness.ask({ kind: 'sale.charge', revision: now().sale.revision });
      await screen('waiting');
    });
    expect(written).toEqual([
      { entries: ['attempt.sending'], tables: ['attempt', 'attempt'] },
      { entries: ['attempt.live'], tables: ['attempt'] },
    ]);
  });

  it('a payment that SEQR took back after PAID: the end with its alarm, its counter-receipt, and the rows on the counter', async () => {
    await charge();
    answerStatus('CANCELED', (before) => before === 'PAID');
    const written = await during(async () => {
      confirm();
      await screen('reversed');
    });
    expect(written).toMatchObject([
      { entries: ['attempt.paid', 'sale.completed'] },
      { entries: ['attempt.reversed', 'sale.reversed', 'sale.restored'], tables: ['attempt', 'receipt', 'slot', 'slot'] },
    ]);
    expect(now().unresolved).toMatchObject([{ kind: 'alarm', state: 'reversedAfterPaid' }]);
    expect(now().sale.sale.rows).toHaveLength(1);
  });

  it('a tab whose money SEQR no longer keeps: the end with its alarm, and the rows on the counter', async () => {
    await openTab();
    answerStatus('EXPIRED', () => true);
    const written = await during(async () => {
      await harness.restart();
      await harness.until(({ unresolved }) => unresolved.length > 0);
    });
    expect(written.at(-1)).toEqual({ entries: ['attempt.expired', 'sale.restored'], tables: ['attempt', 'slot', 'slot'] });
    expect(now().unresolved).toMatchObject([{ kind: 'alarm', state: 'reservationEnded' }]);
    expect(now().sale.sale.rows).toHaveLength(1);
  });

  it('a tab: reserved with the counter emptied; settled with receipt, jobs and alarm-free end', async () => {
    const opened = await during(openTab);
    expect(opened.at(-1)).toEqual({ entries: ['attempt.reserved'], tables: ['attempt', 'slot'] });
    const settled = await during(async () => {
      await harness.ask({ kind: 'tab.capture', ...attempt(), revision: null });
      await screen('paid');
      await isQuiet();
    });
    expect(settled.filter(({ entries }) => !entries.every((kind) => kind === 'attempt.reserved'))).toEqual([
      { entries: ['attempt.paid', 'sale.completed'], tables: ['attempt', 'receipt', 'job', 'job'] },
      { entries: ['attempt.completed'], tables: ['attempt'] },
    ]);
  });

  it('a refund: what leaves, and that it is done with its return receipt and jobs', async () => {
    await sell();
    // In practice the first PIN given becomes the owner's, which has a line of its own.
    await harness.ask({ kind: 'owner.check', pin: PIN });
    const written = await during(async () => {
      const { revision } = now().disbursement;
      const wish = { kind: 'amount', minor: 1_000 } as const;
      expect(await harness.ask({ kind: 'refund.send', number: 1, revision, wish, minor: 1_000, reason: 'Wrong size', pin: PIN })).toEqual({
        ok: true,
      });
      await harness.until(({ disbursement }) => disbursement.current?.screen.kind === 'done');
      await isQuiet();
    });
    expect(written).toEqual([
      { entries: ['refund.sending'], tables: ['disbursement'] },
      { entries: ['refund.done', 'refund.receipt'], tables: ['disbursement', 'receipt', 'job', 'job'] },
    ]);
  });

  it('a close of day: each of its steps is one, the last with its number', async () => {
    await sell();
    const written = await during(async () => {
      expect(await harness.ask({ kind: 'day.close', password: '1234', keep: null })).toEqual({ ok: true });
      await harness.until(({ day }) => day.close?.state === 'waiting');
      await fetch(`${harness.simulator.url}/api/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs: 3_000 }),
      });
      await harness.until(({ day }) => day.lastNumber === 1 && day.close === null);
    });
    expect(written.map(({ entries }) => entries)).toEqual([['close.marking'], ['close.waiting'], ['close.reported'], ['close.done']]);
    expect(written.every(({ tables }) => tables.join() === 'close')).toBe(true);
  });
});
