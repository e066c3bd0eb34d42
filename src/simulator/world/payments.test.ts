import { describe, expect, it } from 'vitest';
import { SEQR_ID, TERMINAL, createHarness, invoiceOf, resellerContext, sek, terminalContext } from '../testing/harness.ts';

describe('a payment', () => {
  it('goes from ISSUED to PAID with a reference, a receipt and the next version', () => {
    const harness = createHarness();
    const reference = harness.send(invoiceOf('149.00', { clientInvoiceId: 'c-1' }));
    expect(harness.read(reference)).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'ISSUED', version: 0 });
    const scanned = harness.world.phone.scan(`HTTP://SEQR.SE/Q${SEQR_ID}`);
    expect(scanned).toMatchObject({ ok: true, value: { invoiceReference: reference, status: 'ISSUED' } });
    expect(harness.read(reference).version).toBe(0);
    expect(harness.world.phone.pay(reference)).toEqual({ ok: true, value: 'PAID' });
    const paid = harness.read(reference);
    expect(paid).toMatchObject({ resultCode: 0, status: 'PAID', version: 1 });
    expect(paid.ersReference).toMatch(/^20261123090000000\d{8}$/);
    expect(paid.receipt).toMatchObject({
      terminalId: TERMINAL,
      paymentDate: '2026-11-23T09:00:00.000+01:00',
      clientInvoiceId: 'c-1',
      invoiceReference: reference,
      paymentReference: paid.ersReference,
      invoice: { totalAmount: sek('149.00') },
    });
    expect(harness.world.keptMinor(TERMINAL)).toBe(14_900);
  });

  it.each([
    ['http://seqr.se/q', SEQR_ID],
    ['SEQR://SEQR.SE/Q', SEQR_ID],
    ['', SEQR_ID],
    ['q', SEQR_ID],
    ['HTTP://SEQR.SE/R', ''],
    ['r', ''],
    ['', ''],
  ])('is found by the code %s%s', (prefix, id) => {
    const harness = createHarness();
    const reference = harness.send();
    expect(harness.world.phone.scan(prefix + (id || reference))).toMatchObject({ ok: true, value: { invoiceReference: reference } });
  });

  it('is refused to a phone that has not scanned, that comes too late, or that reads another code', () => {
    const harness = createHarness();
    const { world } = harness;
    expect(world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
    expect(world.phone.scan('999')).toMatchObject({ ok: false, reason: 'unknownCode' });
    expect(world.phone.scan('https://example.com/Q1')).toMatchObject({ ok: false, reason: 'badCode' });
    expect(world.phone.pay('999')).toMatchObject({ ok: false, reason: 'unknownInvoice' });
    const reference = harness.send();
    expect(world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    world.phone.scan(SEQR_ID);
    world.phone.pay(reference);
    expect(world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    expect(world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
  });

  it('fails when it is declined or the PIN is 0000, and is cancelled by the customer', () => {
    const harness = createHarness();
    const end = (act: (reference: string) => unknown): string | undefined => {
      const reference = harness.send();
      harness.world.phone.scan(SEQR_ID);
      act(reference);
      const { status, version } = harness.read(reference);
      expect(version).toBe(1);
      return status;
    };
    expect(end((r) => harness.world.phone.decline(r))).toBe('FAILED');
    expect(end((r) => harness.world.phone.pay(r, { pin: '0000' }))).toBe('FAILED');
    expect(end((r) => harness.world.phone.cancel(r))).toBe('CANCELED');
    expect(harness.world.keptMinor()).toBe(0);
  });

  it('is held after the scan when an acknowledgment is asked for or the mode is left out', () => {
    for (const acknowledgmentMode of ['REQUIRE_ACKNOWLEDGMENT', undefined] as const) {
      const harness = createHarness();
      const reference = harness.send(invoiceOf('1', { acknowledgmentMode }));
      expect(harness.world.phone.scan(SEQR_ID)).toMatchObject({ value: { status: 'PENDING_ISSUER_ACKNOWLEDGE' } });
      expect(harness.world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
      expect(harness.read(reference)).toMatchObject({ status: 'PENDING_ISSUER_ACKNOWLEDGE', version: 1 });
      expect(harness.cancelCode(reference)).toBe(0);
    }
  });

  it('expires when nobody pays', () => {
    const harness = createHarness({ invoiceLifetimeMs: 60_000 });
    const reference = harness.send();
    harness.world.advance(59_999);
    expect(harness.read(reference).status).toBe('ISSUED');
    harness.world.advance(1);
    expect(harness.read(reference)).toMatchObject({ resultCode: 0, status: 'EXPIRED', version: 1 });
    expect(harness.cancelCode(reference)).toBe(58);
  });

  it('is nobody else’s to read or cancel', () => {
    const harness = createHarness();
    const reference = harness.send();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(harness.world.call('registerTerminal', request).terminalId, 'secret');
    const read = harness.world.call('getPaymentStatus', { context: other, invoiceReference: reference, invoiceVersion: 0 });
    expect(read).toEqual({ resultCode: 54, resultDescription: 'INVALID_INVOICE_REFERENCE', version: 0 });
    expect(harness.world.call('cancelInvoice', { context: other, invoiceReference: reference }).resultCode).toBe(54);
  });
});

describe('the 20 seconds', () => {
  it('reverse a payment nobody asks about: CANCELED, the next version, debit and reversal in the ledger', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.payNow(reference);
    harness.world.advance(20_000);
    const after = harness.read(reference);
    expect(after).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'CANCELED', version: 2 });
    expect(harness.world.ledger().map((e) => [e.kind, e.at])).toEqual([
      ['debit', '2026-11-23T08:00:00.000Z'],
      ['reversal', '2026-11-23T08:00:20.000Z'],
    ]);
    expect(harness.world.keptMinor()).toBe(0);
    expect(harness.world.invoices()[0]).toMatchObject({ reversedAt: '2026-11-23T08:00:20.000Z', acknowledgedAt: null });
  });

  it('are over for good once a read was answered', async () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.payNow(reference);
    await harness.clock.advance(19_999);
    expect(harness.read(reference).status).toBe('PAID');
    await harness.clock.advance(3_600_000);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', version: 1 });
  });

  it('end in version mode only with a read that sends the paid version', () => {
    const harness = createHarness({ ack: 'version' });
    const first = harness.send();
    harness.payNow(first);
    expect(harness.read(first, 0)).toMatchObject({ status: 'PAID', version: 1 });
    harness.world.advance(20_000);
    expect(harness.read(first).status).toBe('CANCELED');
    const second = harness.send();
    harness.payNow(second);
    harness.read(second, 0);
    harness.read(second, 1);
    harness.world.advance(20_000);
    expect(harness.read(second).status).toBe('PAID');
  });

  it.each(['any', 'version'] as const)('end with a submitted receipt in mode %s', (ack) => {
    const harness = createHarness({ ack });
    const reference = harness.send();
    harness.payNow(reference);
    const ersReference = harness.world.invoices()[0]?.ersReference ?? '';
    const submit = (id: string, receiptDocument?: object): number =>
      harness.world.call('submitPaymentReceipt', { context: terminalContext(), ersReference: id, receiptDocument }).resultCode;
    expect(submit('123', {})).toBe(23);
    expect(submit(ersReference)).toBe(10);
    expect(submit(ersReference, { mimeType: 'text/html', receiptData: 'aGVq', receiptType: 'PAYMENT_RECEIPT' })).toBe(0);
    harness.world.advance(20_000);
    expect(harness.read(reference).status).toBe('PAID');
    expect(harness.world.receipts()).toMatchObject([{ ersReference, receiptDocument: { receiptData: 'aGVq' } }]);
  });

  it('leave no receipt to submit once they are over', () => {
    const harness = createHarness();
    harness.payNow(harness.send());
    const ersReference = harness.world.invoices()[0]?.ersReference ?? '';
    harness.world.advance(20_000);
    const request = { context: terminalContext(), ersReference, receiptDocument: {} };
    expect(harness.world.call('submitPaymentReceipt', request).resultCode).toBe(23);
  });

  it('are counted on the monotonic clock', () => {
    const harness = createHarness();
    const reference = harness.send();
    harness.payNow(reference);
    harness.clock.shiftWall(3_600_000);
    expect(harness.read(reference).status).toBe('PAID');
  });
});
