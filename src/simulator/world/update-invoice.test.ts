import { describe, expect, it } from 'vitest';
import { SEQR_ID, createBench, invoiceOf, sek, terminalContext } from '../testing/bench.ts';
import type { Bench } from '../testing/bench.ts';
import type { CustomerToken, WireInvoice } from '../wire/schema.ts';

const row = (total: string): WireInvoice['invoiceRows'] => ({ invoiceRow: [{ itemTotalAmount: sek(total) }] });
const held = invoiceOf('149.00', { acknowledgmentMode: 'REQUIRE_ACKNOWLEDGMENT', invoiceRows: row('149.00') });

function update(bench: Bench, invoiceReference: string, invoice: WireInvoice = invoiceOf('99.00'), tokens: CustomerToken[] = []): number {
  return bench.world.call('updateInvoice', { context: terminalContext(), invoiceReference, invoice, tokens }).resultCode;
}

describe('an updateInvoice', () => {
  it('before the scan changes what the customer will see and pay, with the next version', () => {
    const bench = createBench();
    const reference = bench.send(invoiceOf('149.00', { clientInvoiceId: 'c-1', invoiceRows: row('149.00') }));
    expect(update(bench, reference, invoiceOf('99.00', { invoiceRows: row('99.00') }))).toBe(0);
    expect(bench.read(reference)).toMatchObject({ status: 'ISSUED', version: 1 });
    expect(bench.world.phone.scan(SEQR_ID)).toMatchObject({ value: { totalAmount: sek('99.00'), rows: row('99.00')?.invoiceRow } });
    bench.world.phone.pay(reference);
    expect(bench.read(reference).receipt).toMatchObject({ clientInvoiceId: 'c-1', invoice: { totalAmount: sek('99.00') } });
    expect(bench.world.keptMinor()).toBe(9_900);
  });

  it.each([
    ['without an invoice', undefined, 49],
    ['with rows that do not add up', invoiceOf('2', { invoiceRows: row('1') }), 49],
    ['in another currency', invoiceOf('1', { totalAmount: { currency: 'EUR', value: '1' } }), 49],
    ['of zero', invoiceOf('0'), 11],
    ['with a bad notification address', invoiceOf('1', { notificationUrl: 'ftp://x' }), 64],
  ])('%s is refused as sendInvoice would and changes nothing', (_, invoice, code) => {
    const bench = createBench();
    const reference = bench.send();
    const context = terminalContext();
    expect(bench.world.call('updateInvoice', { context, invoiceReference: reference, invoice }).resultCode).toBe(code);
    expect(bench.world.invoices()[0]).toMatchObject({ version: 0, totalAmount: sek('149.00') });
  });

  it('lets a held phone go on, with a change or without', () => {
    for (const total of ['149.00', '134.10']) {
      const bench = createBench();
      const reference = bench.send(held);
      bench.world.phone.scan(SEQR_ID);
      expect(bench.read(reference)).toMatchObject({ status: 'PENDING_ISSUER_ACKNOWLEDGE', version: 1 });
      expect(update(bench, reference, invoiceOf(total, { invoiceRows: row(total) }))).toBe(0);
      expect(bench.read(reference)).toMatchObject({ status: 'ISSUED', version: 2 });
      expect(bench.world.phone.pay(reference)).toEqual({ ok: true, value: 'PAID' });
      expect(bench.read(reference).receipt?.invoice?.totalAmount).toEqual(sek(total));
    }
  });

  it('does not change how it is paid once a customer has scanned', () => {
    const bench = createBench();
    const reference = bench.send(held);
    bench.world.phone.scan(SEQR_ID);
    update(bench, reference, invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' }));
    bench.world.phone.pay(reference);
    expect(bench.read(reference).status).toBe('PAID');
  });

  it('after a scan without acknowledgment, and after the payment, is answered 90 and changes nothing: the late swipe', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.world.phone.scan(SEQR_ID);
    const card = [{ id: 'LOYALTY', value: '1', status: 1 }];
    expect(update(bench, reference, invoiceOf('99.00'), card)).toBe(90);
    bench.world.phone.pay(reference);
    expect(update(bench, reference, invoiceOf('99.00'), card)).toBe(90);
    expect(bench.read(reference)).toMatchObject({ status: 'PAID', version: 1, receipt: { invoice: { totalAmount: sek('149.00') } } });
  });

  it('is answered 90 a second time: the customer has seen the amount', () => {
    const bench = createBench();
    const reference = bench.send(held);
    bench.world.phone.scan(SEQR_ID);
    expect([update(bench, reference), update(bench, reference)]).toEqual([0, 90]);
  });

  it('is answered 48 while the bank is at work', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.world.phone.scan(SEQR_ID);
    bench.world.phone.pay(reference, { bankMs: 1_000 });
    expect(update(bench, reference)).toBe(48);
  });

  it('is answered by how the invoice ended: 95 cancelled, reversed or failed, 58 expired, 54 never known', () => {
    const ended = (act: (bench: Bench, reference: string) => unknown): number => {
      const bench = createBench({ invoiceLifetimeMs: 60_000 });
      const reference = bench.send();
      act(bench, reference);
      return update(bench, reference);
    };
    expect(ended((bench, reference) => bench.cancelCode(reference))).toBe(95);
    expect(ended((bench, reference) => [bench.payNow(reference), bench.world.advance(20_000)])).toBe(95);
    expect(ended((bench, reference) => [bench.world.phone.scan(SEQR_ID), bench.world.phone.decline(reference)])).toBe(95);
    expect(ended((bench) => bench.world.advance(60_000))).toBe(58);
    expect(update(createBench(), '123')).toBe(54);
  });
});
