import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEQR_ID, createBench, invoiceOf, sek, terminalContext } from '../testing/bench.ts';
import type { Bench } from '../testing/bench.ts';
import { parseMinor } from './money.ts';

const CUSTOMERS = ['astrid', 'bo', 'chandra', 'dilara'];
const amount = fc.integer({ min: -10, max: 60_000 }).map((minor) => (minor / 100).toFixed(2));
const customer = fc.constantFrom(...CUSTOMERS);
const mode = fc.constantFrom('IMMEDIATE_DEBIT', 'RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
const context = terminalContext();

type Act = (bench: Bench) => void;

const latest = (bench: Bench): string => bench.world.invoices().at(-1)?.invoiceReference ?? '';
const anyPayment = (bench: Bench, pick: number): string => {
  const ledger = bench.world.ledger();
  return ledger[pick % Math.max(ledger.length, 1)]?.ersReference ?? '';
};

/** Everything a till, a customer and time can do to money, sensible or not. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(amount, mode).map(([total, paymentMode]): Act => (bench) => {
    bench.world.call('sendInvoice', { context, invoice: invoiceOf(total, { paymentMode }) });
  }),
  fc.tuple(amount, mode).map(([total, paymentMode]): Act => (bench) => {
    bench.world.call('updateInvoice', { context, invoiceReference: latest(bench), invoice: invoiceOf(total, { paymentMode }) });
  }),
  fc.option(amount, { nil: undefined }).map((total): Act => (bench) => {
    const taken = total === undefined ? undefined : sek(total);
    bench.world.call('commitReservation', { context, invoiceReference: latest(bench), amount: taken });
  }),
  customer.map(
    (id): Act =>
      (bench) =>
        void bench.world.phone.scan(SEQR_ID, id),
  ),
  fc.tuple(customer, amount, mode).map(([id, total, paymentMode]): Act => (bench) => {
    bench.world.call('sendInvoice', { context, invoice: invoiceOf(total, { paymentMode }) });
    bench.world.phone.scan(SEQR_ID, id);
    bench.world.phone.pay(latest(bench));
    bench.read(latest(bench));
  }),
  fc.constantFrom(0, 1_000).map(
    (bankMs): Act =>
      (bench) =>
        void bench.world.phone.pay(latest(bench), { bankMs }),
  ),
  fc.constant<Act>((bench) => void bench.world.phone.decline(latest(bench))),
  fc.constant<Act>((bench) => void bench.read(latest(bench))),
  fc.constant<Act>((bench) => void bench.cancelCode(latest(bench))),
  fc.constantFrom(1, 1_000, 20_000).map(
    (ms): Act =>
      (bench) =>
        bench.world.advance(ms),
  ),
  fc.tuple(fc.nat(), amount).map(([pick, total]): Act => (bench) => {
    const ersReference = anyPayment(bench, pick);
    bench.world.call('refundPayment', { context, ersReference, invoice: invoiceOf(total) });
    bench.world.rehearse('refundPayment', { context, ersReference, invoice: invoiceOf(total) });
  }),
  fc.tuple(customer, amount).map(([id, value]): Act => (bench) => {
    const userId = bench.world.customers().find((c) => c.id === id)?.userId;
    bench.world.call('creditUser', { context, creditUserRequest: { userId, amount: sek(value) } });
  }),
  fc.constant<Act>((bench) => void bench.world.call('unregisterTerminal', {})),
);

function totalMinor(bench: Bench): number {
  const balances = bench.world.customers().map((c) => parseMinor(c.balance.value) ?? NaN);
  expect(balances.every((minor) => minor >= 0)).toBe(true);
  return balances.reduce((sum, minor) => sum + minor, 0) + bench.world.keptMinor();
}

it('no money is made or lost: balances and what shops keep always come to the same', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const bench = createBench();
      const before = totalMinor(bench);
      for (const run of acts) {
        run(bench);
        expect(totalMinor(bench)).toBe(before);
      }
    }),
  );
});

it('no payment gives back more than was paid, and reports hold what is kept once time has settled everything', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const bench = createBench();
      for (const run of acts) run(bench);
      bench.world.advance(60_000);
      const { ledger, reportLines } = bench.world.snapshot();
      for (const debit of ledger.filter((e) => e.kind === 'debit')) {
        const back = ledger.filter((e) => (e.kind === 'reversal' ? e.ersReference : e.paymentReference) === debit.ersReference);
        expect(back.reduce((sum, e) => sum + e.amountMinor, 0)).toBeLessThanOrEqual(debit.amountMinor);
      }
      expect((reportLines ?? []).reduce((sum, line) => sum + line.amountMinor, 0)).toBe(bench.world.keptMinor());
    }),
  );
});
