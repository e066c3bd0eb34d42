import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { WireInvoice } from '../wire/schema.ts';
import type { WorldOptions } from '../world/world.ts';

type Mode = NonNullable<WireInvoice['paymentMode']>;

interface Reserved extends Harness {
  readonly reference: string;
  commit(value?: string, reference?: string): number;
  update(total: string): number;
}

type Options = Omit<WorldOptions, 'clock'> & { readonly customer?: string };

function reserve(paymentMode: Mode = 'RESERVATION_REQUIRED', total = '500.00', { customer, ...options }: Options = {}): Reserved {
  const harness = createHarness(options);
  const reference = harness.send(invoiceOf(total, { paymentMode, commitReservationTimeout: 600 }));
  harness.world.phone.scan(reference, customer);
  harness.world.phone.pay(reference);
  const context = terminalContext();
  return {
    ...harness,
    reference,
    commit: (value, invoiceReference = reference) =>
      harness.world.call('commitReservation', { context, invoiceReference, amount: value === undefined ? undefined : sek(value) })
        .resultCode,
    update: (value) => harness.world.call('updateInvoice', { context, invoiceReference: reference, invoice: invoiceOf(value) }).resultCode,
  };
}

/** The status after this customer has confirmed. */
function payAs(harness: Harness, customerId: string, total: string, more: Partial<WireInvoice> = {}): unknown {
  const reference = harness.send(invoiceOf(total, more));
  harness.world.phone.scan(reference, customerId);
  const answer = harness.world.phone.pay(reference);
  return answer.ok ? answer.value : answer.reason;
}

describe('a reservation', () => {
  it('that the bank lets go of has failed, and is not committed any more; of anything else it holds nothing', () => {
    const harness = reserve();
    expect(harness.world.letGo(harness.reference)).toBe(true);
    expect(harness.read(harness.reference)).toMatchObject({ status: 'FAILED', version: 2 });
    expect([harness.commit() === 0, harness.world.keptMinor(), harness.world.letGo(harness.reference)]).toEqual([false, 0, false]);
    expect(createHarness().world.letGo(reserve().reference)).toBe(false);
  });

  it.each(['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'] as const)(
    'in mode %s takes no money until it is committed, and then with a reference and a receipt',
    (mode) => {
      const harness = reserve(mode);
      expect(harness.read(harness.reference)).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'RESERVED', version: 1 });
      expect(harness.world.keptMinor()).toBe(0);
      expect(harness.world.invoices()[0]?.reserved).toEqual({ amount: sek('500.00'), until: '2026-11-23T08:10:00.000Z' });
      expect(harness.commit()).toBe(0);
      const paid = harness.read(harness.reference);
      expect(paid).toMatchObject({ status: 'PAID', version: 2, receipt: { invoice: { totalAmount: sek('500.00') } } });
      expect(paid.ersReference).toMatch(/^\d{25}$/);
      expect(harness.world.keptMinor()).toBe(50_000);
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
    const harness = reserve();
    expect([harness.commit('0'), harness.commit('-1'), harness.commit('1.001')]).toEqual([11, 11, 49]);
    const amount = { currency: 'EUR', value: '1' };
    const request = { context: terminalContext(), invoiceReference: harness.reference, amount };
    expect(harness.world.call('commitReservation', request).resultCode).toBe(49);
    expect(harness.read(harness.reference).status).toBe('RESERVED');
  });

  it('is committed once; what is not reserved is answered 96, what is unknown 54', () => {
    const harness = reserve();
    expect([harness.commit(), harness.commit(), harness.commit(undefined, '123')]).toEqual([0, 96, 54]);
    const other = harness.send();
    expect(harness.commit(undefined, other)).toBe(96);
    expect(harness.world.keptMinor()).toBe(50_000);
  });

  it('once committed is reversed like any payment nobody asks about', () => {
    const harness = reserve();
    harness.world.advance(300_000);
    harness.commit('400');
    harness.world.advance(20_000);
    expect(harness.read(harness.reference)).toMatchObject({ status: 'CANCELED', version: 3 });
    expect(harness.world.ledger().map((e) => [e.kind, e.amount.value])).toEqual([
      ['debit', '400.00'],
      ['reversal', '400.00'],
    ]);
  });

  it('expires at its time-out, counted from the reservation, also when it was updated', () => {
    const harness = reserve();
    harness.world.advance(599_999);
    expect(harness.update('1')).toBe(0);
    expect(harness.read(harness.reference).status).toBe('RESERVED');
    harness.world.advance(1);
    expect(harness.read(harness.reference)).toMatchObject({ status: 'EXPIRED', version: 3 });
    expect([harness.commit(), harness.cancelCode(harness.reference)]).toEqual([96, 58]);
    expect(harness.world.keptMinor()).toBe(0);
  });

  it('lasts an hour when the till does not say, and its time-out is 1 s to 30 days', () => {
    const harness = createHarness();
    harness.payNow(harness.send(invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' })));
    expect(harness.world.invoices()[0]?.reserved?.until).toBe('2026-11-23T09:00:00.000Z');
    const code = (commitReservationTimeout: number): number => {
      const invoice = invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED', commitReservationTimeout });
      return harness.world.call('sendInvoice', { context: terminalContext(), invoice }).resultCode;
    };
    expect([0, -1, 2_592_001, 1, 2_592_000].map(code)).toEqual([49, 49, 49, 0, 0]);
  });

  it('is released by a cancel of the till, and by its unregistering, not by the customer', () => {
    const harness = reserve();
    expect(harness.world.phone.cancel(harness.reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    expect(harness.cancelCode(harness.reference)).toBe(0);
    expect(harness.read(harness.reference)).toMatchObject({ status: 'CANCELED', version: 2 });
    expect(harness.commit()).toBe(96);
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
    const harness = reserve('RESERVATION_REQUIRED', '200.00', { customer: 'dilara' });
    const free = (): string | undefined => harness.world.customers().find((c) => c.id === 'dilara')?.available.value;
    expect(free()).toBe('19800.00');
    expect(payAs(harness, 'dilara', '19800.01')).toBe('FAILED');
    expect(payAs(harness, 'dilara', '19800.00')).toBe('PAID');
    harness.commit('150');
    expect(free()).toBe('50.00');
    expect(harness.world.customers().find((c) => c.id === 'dilara')?.balance.value).toBe('50.00');
  });

  it('of a preliminary amount goes no further than the account', () => {
    const harness = reserve('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', '19999.00', { customer: 'dilara' });
    expect([harness.commit('20000.01'), harness.update('20000.01'), harness.commit('20000.00')]).toEqual([11, 11, 0]);
    expect(harness.world.customers().find((c) => c.id === 'dilara')?.available.value).toBe('0.00');
  });

  it('that the account’s bank does not make is a payment where it was only desired, and fails where it is a must', () => {
    const harness = createHarness();
    const pay = (paymentMode: Mode): unknown => payAs(harness, 'bo', '10.00', { paymentMode });
    expect([pay('RESERVATION_DESIRED'), pay('RESERVATION_REQUIRED'), pay('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT')]).toEqual([
      'PAID',
      'FAILED',
      'FAILED',
    ]);
    harness.world.setCustomer('bo', { allowsReservations: true });
    expect(pay('RESERVATION_DESIRED')).toBe('RESERVED');
  });

  it('is nothing a second phone could scan', () => {
    expect(reserve().world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
  });
});
