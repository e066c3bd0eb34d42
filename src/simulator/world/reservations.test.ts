import { describe, expect, it } from 'vitest';
import { SEQR_ID, createBench, invoiceOf, sek, terminalContext } from '../testing/bench.ts';
import type { Bench } from '../testing/bench.ts';
import type { WireInvoice } from '../wire/schema.ts';
import type { WorldOptions } from '../world/world.ts';

type Mode = NonNullable<WireInvoice['paymentMode']>;

interface Reserved extends Bench {
  readonly reference: string;
  commit(value?: string, reference?: string): number;
  update(total: string): number;
}

type Options = Omit<WorldOptions, 'clock'> & { readonly customer?: string };

function reserve(paymentMode: Mode = 'RESERVATION_REQUIRED', total = '500.00', { customer, ...options }: Options = {}): Reserved {
  const bench = createBench(options);
  const reference = bench.send(invoiceOf(total, { paymentMode, commitReservationTimeout: 600 }));
  bench.world.phone.scan(reference, customer);
  bench.world.phone.pay(reference);
  const context = terminalContext();
  return {
    ...bench,
    reference,
    commit: (value, invoiceReference = reference) =>
      bench.world.call('commitReservation', { context, invoiceReference, amount: value === undefined ? undefined : sek(value) }).resultCode,
    update: (value) => bench.world.call('updateInvoice', { context, invoiceReference: reference, invoice: invoiceOf(value) }).resultCode,
  };
}

/** The status after this customer has confirmed. */
function payAs(bench: Bench, customerId: string, total: string, more: Partial<WireInvoice> = {}): unknown {
  const reference = bench.send(invoiceOf(total, more));
  bench.world.phone.scan(reference, customerId);
  const answer = bench.world.phone.pay(reference);
  return answer.ok ? answer.value : answer.reason;
}

describe('a reservation', () => {
  it.each(['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'] as const)(
    'in mode %s takes no money until it is committed, and then with a reference and a receipt',
    (mode) => {
      const bench = reserve(mode);
      expect(bench.read(bench.reference)).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'RESERVED', version: 1 });
      expect(bench.world.keptMinor()).toBe(0);
      expect(bench.world.invoices()[0]?.reserved).toEqual({ amount: sek('500.00'), until: '2026-11-23T08:10:00.000Z' });
      expect(bench.commit()).toBe(0);
      const paid = bench.read(bench.reference);
      expect(paid).toMatchObject({ status: 'PAID', version: 2, receipt: { invoice: { totalAmount: sek('500.00') } } });
      expect(paid.ersReference).toMatch(/^\d{25}$/);
      expect(bench.world.keptMinor()).toBe(50_000);
    },
  );

  it('is paid with the committed amount; without one with the total as it was updated', () => {
    const named = reserve();
    expect(named.commit('320.50')).toBe(0);
    expect(named.read(named.reference).receipt?.invoice?.totalAmount).toEqual(sek('320.50'));
    expect(named.world.keptMinor()).toBe(32_050);
    const updated = reserve();
    expect(updated.update('410.00')).toBe(0);
    expect(updated.read(updated.reference)).toMatchObject({ status: 'RESERVED', version: 2 });
    expect(updated.commit()).toBe(0);
    expect(updated.world.keptMinor()).toBe(41_000);
  });

  it('is paid with more than was reserved only if the amount was preliminary', () => {
    const plain = reserve();
    expect([plain.commit('500.01'), plain.update('500.01')]).toEqual([11, 11]);
    expect(plain.read(plain.reference)).toMatchObject({ status: 'RESERVED', version: 1 });
    const preliminary = reserve('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
    expect([preliminary.update('550.00'), preliminary.commit()]).toEqual([0, 0]);
    expect(preliminary.world.keptMinor()).toBe(55_000);
  });

  it('is not committed with an amount that is none: 11 for zero or less, 49 in another currency', () => {
    const bench = reserve();
    expect([bench.commit('0'), bench.commit('-1'), bench.commit('1.001')]).toEqual([11, 11, 49]);
    const amount = { currency: 'EUR', value: '1' };
    const request = { context: terminalContext(), invoiceReference: bench.reference, amount };
    expect(bench.world.call('commitReservation', request).resultCode).toBe(49);
    expect(bench.read(bench.reference).status).toBe('RESERVED');
  });

  it('is committed once; what is not reserved is answered 96, what is unknown 54', () => {
    const bench = reserve();
    expect([bench.commit(), bench.commit(), bench.commit(undefined, '123')]).toEqual([0, 96, 54]);
    const other = bench.send();
    expect(bench.commit(undefined, other)).toBe(96);
    expect(bench.world.keptMinor()).toBe(50_000);
  });

  it('once committed is reversed like any payment nobody asks about', () => {
    const bench = reserve();
    bench.world.advance(300_000);
    bench.commit('400');
    bench.world.advance(20_000);
    expect(bench.read(bench.reference)).toMatchObject({ status: 'CANCELED', version: 3 });
    expect(bench.world.ledger().map((e) => [e.kind, e.amount.value])).toEqual([
      ['debit', '400.00'],
      ['reversal', '400.00'],
    ]);
  });

  it('expires at its time-out, counted from the reservation, also when it was updated', () => {
    const bench = reserve();
    bench.world.advance(599_999);
    expect(bench.update('1')).toBe(0);
    expect(bench.read(bench.reference).status).toBe('RESERVED');
    bench.world.advance(1);
    expect(bench.read(bench.reference)).toMatchObject({ status: 'EXPIRED', version: 3 });
    expect([bench.commit(), bench.cancelCode(bench.reference)]).toEqual([96, 58]);
    expect(bench.world.keptMinor()).toBe(0);
  });

  it('lasts an hour when the till does not say, and its time-out is 1 s to 30 days', () => {
    const bench = createBench();
    bench.payNow(bench.send(invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' })));
    expect(bench.world.invoices()[0]?.reserved?.until).toBe('2026-11-23T09:00:00.000Z');
    const code = (commitReservationTimeout: number): number => {
      const invoice = invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED', commitReservationTimeout });
      return bench.world.call('sendInvoice', { context: terminalContext(), invoice }).resultCode;
    };
    expect([0, -1, 2_592_001, 1, 2_592_000].map(code)).toEqual([49, 49, 49, 0, 0]);
  });

  it('is released by a cancel of the till, and by its unregistering, not by the customer', () => {
    const bench = reserve();
    expect(bench.world.phone.cancel(bench.reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    expect(bench.cancelCode(bench.reference)).toBe(0);
    expect(bench.read(bench.reference)).toMatchObject({ status: 'CANCELED', version: 2 });
    expect(bench.commit()).toBe(96);
    const other = reserve();
    other.world.call('unregisterTerminal', { context: terminalContext() });
    expect(other.world.invoices()[0]).toMatchObject({ status: 'CANCELED', reserved: null });
  });

  it('stays when the terminal sends another invoice, or goes, as the simulator was told', () => {
    const keeping = reserve();
    keeping.payNow(keeping.send());
    expect([keeping.read(keeping.reference).status, keeping.commit()]).toEqual(['RESERVED', 0]);
    const canceling = reserve('RESERVATION_REQUIRED', '500.00', { reservedInvoices: 'cancel' });
    canceling.send();
    expect(canceling.read(canceling.reference).status).toBe('CANCELED');
    const switched = reserve();
    switched.world.setSwitches({ reservedInvoices: 'cancel' });
    switched.send();
    expect(switched.read(switched.reference).status).toBe('CANCELED');
  });

  it('is held on the account: it cannot be spent elsewhere, and is free again when released or taken in part', () => {
    const bench = reserve('RESERVATION_REQUIRED', '200.00', { customer: 'dilara' });
    const free = (): string | undefined => bench.world.customers().find((c) => c.id === 'dilara')?.available.value;
    expect(free()).toBe('19800.00');
    expect(payAs(bench, 'dilara', '19800.01')).toBe('FAILED');
    expect(payAs(bench, 'dilara', '19800.00')).toBe('PAID');
    bench.commit('150');
    expect(free()).toBe('50.00');
    expect(bench.world.customers().find((c) => c.id === 'dilara')?.balance.value).toBe('50.00');
  });

  it('of a preliminary amount goes no further than the account', () => {
    const bench = reserve('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', '19999.00', { customer: 'dilara' });
    expect([bench.commit('20000.01'), bench.update('20000.01'), bench.commit('20000.00')]).toEqual([11, 11, 0]);
    expect(bench.world.customers().find((c) => c.id === 'dilara')?.available.value).toBe('0.00');
  });

  it('that the account’s bank does not make is a payment where it was only desired, and fails where it is a must', () => {
    const bench = createBench();
    const pay = (paymentMode: Mode): unknown => payAs(bench, 'bo', '10.00', { paymentMode });
    expect([pay('RESERVATION_DESIRED'), pay('RESERVATION_REQUIRED'), pay('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT')]).toEqual([
      'PAID',
      'FAILED',
      'FAILED',
    ]);
    bench.world.setCustomer('bo', { allowsReservations: true });
    expect(pay('RESERVATION_DESIRED')).toBe('RESERVED');
  });

  it('is nothing a second phone could scan', () => {
    expect(reserve().world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
  });
});
