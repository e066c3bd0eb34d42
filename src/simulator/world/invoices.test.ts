import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { WireInvoice } from '../wire/schema.ts';

describe('what an invoice must be', () => {
  const { world } = createHarness();
  const code = (invoice?: WireInvoice): number => world.call('sendInvoice', { context: terminalContext(), invoice }).resultCode;
  const rows = (...totals: string[]): WireInvoice['invoiceRows'] => ({
    invoiceRow: totals.map((t) => ({ itemQuantity: '1', itemTotalAmount: sek(t) })),
  });

  it.each([
    ['without an invoice', undefined, 49],
    ['without a total', invoiceOf('1', { totalAmount: undefined }), 49],
    ['without a currency', invoiceOf('1', { totalAmount: { value: '1' } }), 49],
    ['in another currency', invoiceOf('1', { totalAmount: { currency: 'EUR', value: '1' } }), 49],
    ['with three decimals', invoiceOf('1.000'), 49],
    ['with more digits than money has', invoiceOf('1234567890123.00'), 49],
    ['of zero', invoiceOf('0.00'), 11],
    ['of less than zero', invoiceOf('-1'), 11],
    ['with rows that add up', invoiceOf('0.30', { invoiceRows: rows('0.10', '0.20') }), 0],
    ['with a negative row that balances', invoiceOf('80', { invoiceRows: rows('100', '-20.00') }), 0],
    ['with rows a hundredth off', invoiceOf('0.30', { invoiceRows: rows('0.10', '0.21') }), 49],
    ['with a row without a total', invoiceOf('1', { invoiceRows: { invoiceRow: [{ itemQuantity: '1' }] } }), 49],
    ['with an empty list of rows', invoiceOf('1', { invoiceRows: {} }), 0],
    ['with a row of quantity 0', invoiceOf('1', { invoiceRows: { invoiceRow: [{ itemQuantity: '0.0', itemTotalAmount: sek('1') }] } }), 49],
    [
      'with a row in another currency',
      invoiceOf('1', { invoiceRows: { invoiceRow: [{ itemTotalAmount: { currency: 'EUR', value: '1' } }] } }),
      49,
    ],
    ['with a bad notification address', invoiceOf('1', { notificationUrl: 'ftp://x' }), 64],
    ['that must be reserved', invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' }), 0],
  ])('answers an invoice %s', (_, invoice, expected) => {
    expect(code(invoice)).toBe(expected);
  });

  it('takes the currency it was made for', () => {
    const harness = createHarness({ currency: 'EUR' });
    const answer = harness.world.call('sendInvoice', {
      context: terminalContext(),
      invoice: invoiceOf('1', { totalAmount: { currency: 'EUR', value: '1' } }),
    });
    expect(answer.resultCode).toBe(0);
  });

  it('leaves the open invoice alone when it refuses a new one', () => {
    const harness = createHarness();
    const first = harness.send();
    harness.world.call('sendInvoice', { context: terminalContext(), invoice: invoiceOf('0') });
    expect(harness.read(first).status).toBe('ISSUED');
  });
});

describe('one invoice per terminal', () => {
  it('cancels the one before, and says so to a read and to a cancel', () => {
    const harness = createHarness();
    const [first, second] = [harness.send(), harness.send()];
    expect(harness.read(first)).toMatchObject({ status: 'CANCELED', version: 1 });
    expect(harness.read(second).status).toBe('ISSUED');
    expect(harness.cancelCode(first)).toBe(95);
  });

  it('takes the one before out of the bank’s hands without a debit', () => {
    const harness = createHarness();
    const first = harness.send();
    harness.world.phone.scan(SEQR_ID);
    harness.world.phone.pay(first, { bankMs: 5_000 });
    harness.send();
    harness.world.advance(5_000);
    expect(harness.read(first).status).toBe('CANCELED');
    expect(harness.world.ledger()).toEqual([]);
  });

  it('leaves one that is paid as it is, to be reversed', () => {
    const harness = createHarness();
    const first = harness.send();
    harness.payNow(first);
    harness.send();
    harness.world.advance(20_000);
    expect(harness.world.invoices()[0]).toMatchObject({ status: 'CANCELED', reversedAt: '2026-11-23T08:00:20.000Z' });
  });
});

describe('a cancel', () => {
  it('is answered 0, then 95', () => {
    const harness = createHarness();
    const reference = harness.send();
    expect(harness.cancelCode(reference)).toBe(0);
    expect(harness.read(reference)).toMatchObject({ status: 'CANCELED', version: 1 });
    expect(harness.cancelCode(reference)).toBe(95);
    expect(harness.cancelCode('123')).toBe(54);
  });

  it('wins against a customer who has only scanned', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.world.phone.scan(SEQR_ID);
    expect(harness.cancelCode(reference)).toBe(0);
    expect(harness.world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
  });

  it('is answered 51 while the bank is at work and 50 after', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.world.phone.scan(SEQR_ID);
    expect(harness.world.phone.pay(reference, { bankMs: 3_000 })).toEqual({ ok: true, value: 'ISSUED' });
    expect(harness.cancelCode(reference)).toBe(51);
    expect(harness.world.call('unregisterTerminal', { context: terminalContext() }).resultCode).toBe(48);
    expect(harness.read(reference)).toMatchObject({ status: 'ISSUED', version: 0 });
    harness.world.advance(2_999);
    expect(harness.cancelCode(reference)).toBe(51);
    harness.world.advance(1);
    expect(harness.cancelCode(reference)).toBe(50);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', version: 1 });
    expect(harness.world.invoices()[0]?.paidAt).toBe('2026-11-23T08:00:03.000Z');
  });
});
