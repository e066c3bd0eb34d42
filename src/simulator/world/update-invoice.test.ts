import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { CustomerToken, WireInvoice } from '../wire/schema.ts';

const row = (total: string): WireInvoice['invoiceRows'] => ({ invoiceRow: [{ itemTotalAmount: sek(total) }] });
const held = invoiceOf('149.00', { acknowledgmentMode: 'REQUIRE_ACKNOWLEDGMENT', invoiceRows: row('149.00') });

function update(
  harness: Harness,
  invoiceReference: string,
  invoice: WireInvoice = invoiceOf('99.00'),
  tokens: CustomerToken[] = [],
): number {
  return harness.world.call('updateInvoice', { context: terminalContext(), invoiceReference, invoice, tokens }).resultCode;
}

describe('an updateInvoice', () => {
  it('before the scan changes what the customer will see and pay, with the next version', () => {
    const harness = createHarness();
    const reference = harness.send(invoiceOf('149.00', { clientInvoiceId: 'c-1', invoiceRows: row('149.00') }));
    expect(update(harness, reference, invoiceOf('99.00', { invoiceRows: row('99.00') }))).toBe(0);
    expect(harness.read(reference)).toMatchObject({ status: 'ISSUED', version: 1 });
    expect(harness.world.phone.scan(SEQR_ID)).toMatchObject({ value: { totalAmount: sek('99.00'), rows: row('99.00')?.invoiceRow } });
    harness.world.phone.pay(reference);
    expect(harness.read(reference).receipt).toMatchObject({ clientInvoiceId: 'c-1', invoice: { totalAmount: sek('99.00') } });
    expect(harness.world.keptMinor()).toBe(9_900);
  });

  it.each([
    ['without an invoice', undefined, 49],
    ['with rows that do not add up', invoiceOf('2', { invoiceRows: row('1') }), 49],
    ['in another currency', invoiceOf('1', { totalAmount: { currency: 'EUR', value: '1' } }), 49],
    ['of zero', invoiceOf('0'), 11],
    ['with a bad notification address', invoiceOf('1', { notificationUrl: 'ftp://x' }), 64],
  ])('%s is refused as sendInvoice would and changes nothing', (_, invoice, code) => {
    const harness = createHarness();
    const reference = harness.send();
    const context = terminalContext();
    expect(harness.world.call('updateInvoice', { context, invoiceReference: reference, invoice }).resultCode).toBe(code);
    expect(harness.world.invoices()[0]).toMatchObject({ version: 0, totalAmount: sek('149.00') });
  });

  it('lets a held phone go on, with a change or without', () => {
    for (const total of ['149.00', '134.10']) {
      const harness = createHarness();
      const reference = harness.send(held);
      harness.world.phone.scan(SEQR_ID);
      expect(harness.read(reference)).toMatchObject({ status: 'PENDING_ISSUER_ACKNOWLEDGE', version: 1 });
      expect(update(harness, reference, invoiceOf(total, { invoiceRows: row(total) }))).toBe(0);
      expect(harness.read(reference)).toMatchObject({ status: 'ISSUED', version: 2 });
      expect(harness.world.phone.pay(reference)).toEqual({ ok: true, value: 'PAID' });
      expect(harness.read(reference).receipt?.invoice?.totalAmount).toEqual(sek(total));
    }
  });

  it('does not change how it is paid once a customer has scanned', () => {
    const harness = createHarness();
    const reference = harness.send(held);
    harness.world.phone.scan(SEQR_ID);
    update(harness, reference, invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' }));
    harness.world.phone.pay(reference);
    expect(harness.read(reference).status).toBe('PAID');
  });

  it('after a scan without acknowledgment, and after the payment, is answered 90 and changes nothing: the late swipe', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.world.phone.scan(SEQR_ID);
    const card = [{ id: 'LOYALTY', value: '1', status: 1 }];
    expect(update(harness, reference, invoiceOf('99.00'), card)).toBe(90);
    harness.world.phone.pay(reference);
    expect(update(harness, reference, invoiceOf('99.00'), card)).toBe(90);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', version: 1, receipt: { invoice: { totalAmount: sek('149.00') } } });
  });

  it('is answered 90 a second time: the customer has seen the amount', () => {
    const harness = createHarness();
    const reference = harness.send(held);
    harness.world.phone.scan(SEQR_ID);
    expect([update(harness, reference), update(harness, reference)]).toEqual([0, 90]);
  });

  it('is answered 48 while the bank is at work', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.world.phone.scan(SEQR_ID);
    harness.world.phone.pay(reference, { bankMs: 1_000 });
    expect(update(harness, reference)).toBe(48);
  });

  it('is answered by how the invoice ended: 95 cancelled, reversed or failed, 58 expired, 54 never known', () => {
    const ended = (act: (harness: Harness, reference: string) => unknown): number => {
      const harness = createHarness({ invoiceLifetimeMs: 60_000 });
      const reference = harness.send();
      act(harness, reference);
      return update(harness, reference);
    };
    expect(ended((harness, reference) => harness.cancelCode(reference))).toBe(95);
    expect(ended((harness, reference) => [harness.payNow(reference), harness.world.advance(20_000)])).toBe(95);
    expect(ended((harness, reference) => [harness.world.phone.scan(SEQR_ID), harness.world.phone.decline(reference)])).toBe(95);
    expect(ended((harness) => harness.world.advance(60_000))).toBe(58);
    expect(update(createHarness(), '123')).toBe(54);
  });
});
