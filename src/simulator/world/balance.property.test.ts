import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import { parseMinor } from './money.ts';

const CUSTOMERS = ['astrid', 'bo', 'chandra', 'dilara'];
const amount = fc.integer({ min: -10, max: 60_000 }).map((minor) => (minor / 100).toFixed(2));
const customer = fc.constantFrom(...CUSTOMERS);
const mode = fc.constantFrom('IMMEDIATE_DEBIT', 'RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
const context = terminalContext();

type Act = (harness: Harness) => void;

const latest = (harness: Harness): string => harness.world.invoices().at(-1)?.invoiceReference ?? '';
const anyPayment = (harness: Harness, pick: number): string => {
  const ledger = harness.world.ledger();
  return ledger[pick % Math.max(ledger.length, 1)]?.ersReference ?? '';
};

/** Everything a till, a customer and time can do to money, sensible or not. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(amount, mode).map(([total, paymentMode]): Act => (harness) => {
    harness.world.call('sendInvoice', { context, invoice: invoiceOf(total, { paymentMode }) });
  }),
  fc.tuple(amount, mode).map(([total, paymentMode]): Act => (harness) => {
    harness.world.call('updateInvoice', { context, invoiceReference: latest(harness), invoice: invoiceOf(total, { paymentMode }) });
  }),
  fc.option(amount, { nil: undefined }).map((total): Act => (harness) => {
    const taken = total === undefined ? undefined : sek(total);
    harness.world.call('commitReservation', { context, invoiceReference: latest(harness), amount: taken });
  }),
  customer.map(
    (id): Act =>
      (harness) =>
        void harness.world.phone.scan(SEQR_ID, id),
  ),
  fc.tuple(customer, amount, mode).map(([id, total, paymentMode]): Act => (harness) => {
    harness.world.call('sendInvoice', { context, invoice: invoiceOf(total, { paymentMode }) });
    harness.world.phone.scan(SEQR_ID, id);
    harness.world.phone.pay(latest(harness));
    harness.read(latest(harness));
  }),
  fc.constantFrom(0, 1_000).map(
    (bankMs): Act =>
      (harness) =>
        void harness.world.phone.pay(latest(harness), { bankMs }),
  ),
  fc.constant<Act>((harness) => void harness.world.phone.decline(latest(harness))),
  fc.constant<Act>((harness) => void harness.read(latest(harness))),
  fc.constant<Act>((harness) => void harness.cancelCode(latest(harness))),
  fc.constantFrom(1, 1_000, 20_000).map(
    (ms): Act =>
      (harness) =>
        harness.world.advance(ms),
  ),
  fc.tuple(fc.nat(), amount).map(([pick, total]): Act => (harness) => {
    const ersReference = anyPayment(harness, pick);
    harness.world.call('refundPayment', { context, ersReference, invoice: invoiceOf(total) });
    harness.world.rehearse('refundPayment', { context, ersReference, invoice: invoiceOf(total) });
  }),
  fc.tuple(customer, amount).map(([id, value]): Act => (harness) => {
    const userId = harness.world.customers().find((c) => c.id === id)?.userId;
    harness.world.call('creditUser', { context, creditUserRequest: { userId, amount: sek(value) } });
  }),
  fc.constant<Act>((harness) => void harness.world.call('unregisterTerminal', {})),
);

function totalMinor(harness: Harness): number {
  const balances = harness.world.customers().map((c) => parseMinor(c.balance.value) ?? NaN);
  expect(balances.every((minor) => minor >= 0)).toBe(true);
  return balances.reduce((sum, minor) => sum + minor, 0) + harness.world.keptMinor();
}

it('no money is made or lost: balances and what shops keep always come to the same', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const harness = createHarness();
      const before = totalMinor(harness);
      for (const run of acts) {
        run(harness);
        expect(totalMinor(harness)).toBe(before);
      }
    }),
  );
});

it('no payment gives back more than was paid, and reports hold what is kept once time has settled everything', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const harness = createHarness();
      for (const run of acts) run(harness);
      harness.world.advance(60_000);
      const { ledger, reportLines } = harness.world.snapshot();
      for (const debit of ledger.filter((e) => e.kind === 'debit')) {
        const back = ledger.filter((e) => (e.kind === 'reversal' ? e.ersReference : e.paymentReference) === debit.ersReference);
        expect(back.reduce((sum, e) => sum + e.amountMinor, 0)).toBeLessThanOrEqual(debit.amountMinor);
      }
      expect((reportLines ?? []).reduce((sum, line) => sum + line.amountMinor, 0)).toBe(harness.world.keptMinor());
    }),
  );
});
