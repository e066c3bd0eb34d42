import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UnresolvedItem } from '../../contract/payment-view.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import type { PaidBend } from '../../simulator/testing/index.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(createQuickClock(10));
});
afterEach(() => harness.close());

const now = (): Snapshot => harness.till().snapshot();

/** 149.00, of which SEQR then says something else. */
async function paid(bends: readonly PaidBend[], paidReads: 'every' | 'from-second' = 'every'): Promise<Snapshot> {
  const { world } = harness.simulator;
  const before = now().lastReceipt?.number ?? 0;
  await harness.ask({ kind: 'sale.addAmount', minor: 14_900 });
  expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual({ ok: true });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  world.setSwitches({ paidBends: bends, paidReads });
  const found = world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!found.ok) throw new Error(found.error);
  world.phone.pay(found.value.invoiceReference);
  return harness.until(
    ({ lastReceipt, unresolved }) => (lastReceipt?.number ?? 0) > before || unresolved.some(({ kind }) => kind === 'giveBack'),
  );
}

async function paidAbroad(): Promise<void> {
  await paid(['other-currency']);
  await harness.until(() => harness.till().quitWarning() === null);
}

/** SEQR's first PAID names another invoice; from then on it knows no such payment. */
async function paidAndForgotten(): Promise<void> {
  harness.simulator.world.setSwitches({ afterPaid: 54 });
  await paid(['other-invoice']);
  await harness.until(({ unresolved }) => unresolved.some(({ state }) => state === 'unconfirmed'));
}

describe('a PAID that is not what was asked for (PF-06, PF-08)', () => {
  test.each<[PaidBend, RegExp]>([
    ['other-amount', /^[12]\.00 SEK$/],
    ['other-currency', /^149\.00 (?!SEK)/],
    ['other-invoice', /./],
  ])('%s: both figures are shown, the goods are held, and what was rung up is to be charged again', async (bend, said) => {
    const { payment, unresolved, lastReceipt, sale } = await paid([bend]);
    const seqrSaid = expect.stringMatching(said) as unknown;
    expect(payment?.screen).toMatchObject({ kind: 'paid', seqrSaid, receiptNumber: null });
    expect(payment?.amount.minor).toBe(14_900);
    expect(unresolved).toMatchObject([{ kind: 'giveBack', said: seqrSaid, dismissable: false }]);
    expect([lastReceipt, sale.figures.total.minor, sale.locked]).toEqual([null, 14_900, false]);
  });

  test('in another amount goes back in that amount, with its receipt and its return', async () => {
    await paid(['other-amount']);
    await harness.until(() => harness.till().quitWarning() === null);
    const [{ attemptId, stateNumber, amount }] = now().unresolved as [UnresolvedItem];
    const { revision } = now().disbursement;
    const word = { kind: 'payment.giveBack', attemptId, stateNumber, revision, reason: 'Another amount', pin: '4711' } as const;
    expect(await harness.ask(word)).toEqual({ ok: true });
    await harness.until(({ unresolved }) => unresolved.length === 0);
    const [sale, returned] = await Promise.all([1, 2].map((number) => harness.till().call('receipt', number)));
    expect([sale?.total, returned?.total.minor]).toEqual([amount, -amount.minor]);
    expect(amount.minor).toBeLessThan(14_900);
  });

  describe('in a smaller amount, taken as a part (PF-08)', () => {
    const PIN = '4711';
    async function takePart(): Promise<unknown> {
      await harness.until(() => harness.till().quitWarning() === null);
      const [{ attemptId, stateNumber }] = now().unresolved as [UnresolvedItem];
      return harness.ask({ kind: 'payment.takePart', attemptId, stateNumber, pin: PIN });
    }
    const rows = () => now().sale.sale.rows;
    const refused = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });

    async function payRest(): Promise<void> {
      harness.simulator.world.setSwitches({ paidBends: [] });
      expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual({ ok: true });
      await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
      expect(await harness.till().call('refund', 1)).toMatchObject({ problem: { code: 'refund.rest-open' } });
      const found = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
      if (!found.ok) throw new Error(found.error);
      harness.simulator.world.phone.pay(found.value.invoiceReference);
      await harness.until(({ lastReceipt }) => lastReceipt?.number === 2);
      await harness.until(() => harness.till().quitWarning() === null);
    }

    test('has its receipt, and what is left stays on the counter, to be charged or voided as a whole', async () => {
      await paid(['other-amount']);
      await harness.until(() => harness.till().quitWarning() === null);
      const [item] = now().unresolved as [UnresolvedItem];
      expect(item).toMatchObject({ state: 'paidOtherAmount', rest: { minor: 14_900 - item.amount.minor } });
      expect(await takePart()).toEqual({ ok: true });
      expect([now().payment, now().unresolved]).toEqual([null, []]);
      const part = await harness.till().call('receipt', 1);
      expect(part).toMatchObject({ total: item.amount, tenders: [{ amount: item.amount }] });
      expect(now().sale).toMatchObject({ locked: false, figures: { total: item.rest } });
      expect(rows()).toMatchObject([{ name: 'Rest av kvitto 1: Varor', restOf: [1] }]);
      const rowId = rows()[0]?.id ?? '';
      expect(await harness.ask({ kind: 'sale.removeRow', rowId })).toEqual(refused('sale.part-paid'));
      const tab = { kind: 'tab.open', revision: now().sale.revision, name: 'A', mode: 'RESERVATION_DESIRED', minutes: 9 } as const;
      expect(await harness.ask(tab)).toEqual(refused('sale.part-paid'));
      expect(await harness.till().call('refund', 1)).toMatchObject({ problem: { code: 'refund.rest-open' } });

      await harness.restart();
      await payRest();
      const rest = await harness.till().call('receipt', 2);
      expect((part?.total.minor ?? 0) + (rest?.total.minor ?? 0)).toBe(14_900);
      expect(rows()).toEqual([]);
      // Each part is refunded by its own receipt, and never more than SEQR named.
      expect(await harness.till().call('refund', 1)).toMatchObject({ problem: null, refundable: item.amount });
    });

    test('does not let the goods go for the rest, when that comes back and the part has been given back', async () => {
      await paid(['other-amount']);
      expect(await takePart()).toEqual({ ok: true });
      await payRest();
      const { attemptId = '', stateNumber = 0 } = now().payment ?? {};
      const whole = { kind: 'refund.send', number: 1, wish: { kind: 'whole' }, minor: 100, reason: 'Returned', pin: PIN } as const;
      expect(await harness.ask({ ...whole, revision: now().disbursement.revision })).toEqual({ ok: true });
      await harness.until(({ lastReceipt }) => lastReceipt?.number === 3);
      const letter = { paid: false, ersReference: '', letter: 'SEQR-2026-17', reason: 'SEQR wrote' } as const;
      expect(await harness.ask({ kind: 'payment.close', attemptId, stateNumber, ...letter, pin: PIN })).toEqual({ ok: true });
      expect(rows()).toMatchObject([{ restOf: [1] }]);
      expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual(refused('sale.part-gone'));
      expect(await harness.ask({ kind: 'sale.void', revision: now().sale.revision })).toEqual({ ok: true });
      expect(now().unresolved.map(({ state }) => state)).toEqual(['reversedAfterPaid']);
    });

    test('is the customer’s again once what is left is voided, and cannot be put away before it has gone back (PF-06)', async () => {
      await paid(['other-amount']);
      expect(await takePart()).toEqual({ ok: true });
      await harness.ask({ kind: 'sale.addAmount', minor: 500 });
      expect(await harness.ask({ kind: 'sale.void', revision: now().sale.revision })).toEqual({ ok: true });
      const owed = [{ kind: 'giveBack', state: 'paidVoided', receiptNumber: 1, dismissable: false }];
      expect(now().unresolved).toMatchObject(owed);
      await harness.restart();
      expect(now().unresolved).toMatchObject(owed);
      expect(now().unresolved[0]?.rest).toBeUndefined();
      const [{ attemptId, stateNumber, amount }] = now().unresolved as [UnresolvedItem];
      const word = { kind: 'payment.giveBack', attemptId, stateNumber, reason: 'Voided', pin: PIN } as const;
      expect(await harness.ask({ ...word, revision: now().disbursement.revision })).toEqual({ ok: true });
      await harness.until(({ unresolved }) => unresolved.length === 0);
      expect(await harness.till().call('receipt', 2)).toMatchObject({ kind: 'return', total: { minor: -amount.minor } });
      expect(harness.simulator.world.ledger().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    });

    test('is not, where what was charged was changed, charged otherwise, or its money is being given back', async () => {
      await paid(['other-amount']);
      await harness.ask({ kind: 'sale.addAmount', minor: 500 });
      expect(await takePart()).toEqual(refused('unresolved.part-changed'));
      await harness.ask({ kind: 'sale.undo' });
      const [{ attemptId, stateNumber }] = now().unresolved as [UnresolvedItem];
      harness.simulator.world.setSwitches({ refused: { refundPayment: 97 } });
      const word = { kind: 'payment.giveBack', attemptId, stateNumber, reason: 'Another amount', pin: PIN } as const;
      expect(await harness.ask({ ...word, revision: now().disbursement.revision })).toEqual({ ok: true });
      await harness.until(({ disbursement }) => disbursement.current?.screen.kind === 'refused');
      expect(now().unresolved[0]?.rest).toBeUndefined();
      expect(await takePart()).toEqual(refused('stale'));
    });
  });

  test('in another currency cannot be sent back from here', async () => {
    await paid(['other-currency']);
    await harness.until(() => harness.till().quitWarning() === null);
    const [{ attemptId, stateNumber }] = now().unresolved as [UnresolvedItem];
    const { revision } = now().disbursement;
    const word = { kind: 'payment.giveBack', attemptId, stateNumber, revision, reason: 'Another currency', pin: '4711' } as const;
    expect(await harness.ask(word)).toMatchObject({ ok: false, problem: { code: 'refund.other-currency' } });
    expect(now().lastReceipt).toBeNull();
  });

  test.each([
    ['in another currency', 'refund.other-currency', paidAbroad],
    ['that SEQR never confirms', 'refund.not-confirmed', paidAndForgotten],
  ])('%s is closed by a supervisor after PF-30’s time: there is no refund to be tried first', async (_, why, pay) => {
    await pay();
    const shown = () => ({ attemptId: now().unresolved[0]?.attemptId ?? '', stateNumber: now().unresolved[0]?.stateNumber ?? -1 });
    const word = { kind: 'payment.close', paid: false, ersReference: '', letter: '', reason: 'Paid out in cash', pin: '4711' } as const;
    const close = () => harness.ask({ ...word, ...shown() });
    expect(await close()).toMatchObject({ problem: { code: 'unresolved.close' } });
    expect(await harness.ask({ kind: 'day.close', password: '1234', keep: null })).toEqual({ ok: true });
    harness.simulator.world.advance(30_000);
    await harness.until(({ day }) => day.lastNumber === 1 || day.close?.state === 'notMarked');
    harness.simulator.world.advance(25 * 3_600_000);
    await harness.ask({ kind: 'health.check' });
    const { revision } = now().disbursement;
    const giveBack = { kind: 'payment.giveBack', ...shown(), revision, reason: 'Not ours', pin: '4711' } as const;
    expect(await harness.ask(giveBack)).toMatchObject({ problem: { code: why } });
    expect(await close()).toEqual({ ok: true });
    expect(now().unresolved.filter(({ dismissable }) => !dismissable)).toEqual([]);
  });

  test('for the rows that SEQR held, where a change of the same amount never reached it, has their VAT', async () => {
    await harness.ask({ kind: 'sale.addFree', name: 'Food', minor: 10_000, vatRate: 1_200 });
    expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual({ ok: true });
    await harness.until(({ payment }) => payment?.actions.change === true);
    const shown = () => ({ attemptId: now().payment?.attemptId ?? '', stateNumber: now().payment?.stateNumber ?? -1 });
    expect(await harness.ask({ kind: 'payment.change', ...shown() })).toEqual({ ok: true });
    await harness.ask({ kind: 'sale.removeRow', rowId: now().sale.sale.rows[0]?.id ?? '' });
    await harness.ask({ kind: 'sale.addFree', name: 'Wine', minor: 10_000, vatRate: 2_500 });
    harness.simulator.world.setSwitches({ refused: { updateInvoice: 93 } });
    expect(await harness.ask({ kind: 'payment.update', ...shown(), revision: now().sale.revision })).toEqual({ ok: true });
    await harness.until(({ payment }) => payment?.change.last?.kind === 'unsure');
    const found = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
    if (!found.ok) throw new Error(found.error);
    harness.simulator.world.phone.pay(found.value.invoiceReference);
    await harness.until(({ lastReceipt }) => lastReceipt !== null);
    const receipt = await harness.till().call('receipt', 1);
    expect(receipt).toMatchObject({ rows: [{ name: 'Food', vatRate: 1_200 }], vat: [{ rate: 1_200 }] });
  });

  test('with the reference of another receipt is an alarm', async () => {
    await paid([]);
    await paid(['earlier-reference']);
    expect(now().unresolved).toMatchObject([{ state: 'referenceKnown', receiptNumber: 2 }]);
  });

  test('with the reference of a payment that is to go back, and has no receipt yet, is an alarm', async () => {
    await paid(['other-amount']);
    await harness.ask({ kind: 'sale.void', revision: now().sale.revision });
    await paid(['earlier-reference']);
    await harness.until(({ unresolved }) => unresolved.some(({ state }) => state === 'referenceKnown'));
  });

  test('whose second answer names another reference is an alarm', async () => {
    await paid(['other-reference'], 'from-second');
    await harness.until(({ unresolved }) => unresolved.some(({ state }) => state === 'otherReference'));
  });
});
