import { describe, expect, it } from 'vitest';
import { SEQR_ID, TERMINAL, createBench, invoiceOf, resellerContext, sek, terminalContext } from '../testing/bench.ts';

describe('a payment', () => {
  it('goes from ISSUED to PAID with a reference, a receipt and the next version', () => {
    const bench = createBench();
    const reference = bench.send(invoiceOf('149.00', { clientInvoiceId: 'c-1' }));
    expect(bench.read(reference)).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'ISSUED', version: 0 });
    const scanned = bench.world.phone.scan(`HTTP://SEQR.SE/Q${SEQR_ID}`);
    expect(scanned).toMatchObject({ ok: true, value: { invoiceReference: reference, status: 'ISSUED' } });
    expect(bench.read(reference).version).toBe(0);
    expect(bench.world.phone.pay(reference)).toEqual({ ok: true, value: 'PAID' });
    const paid = bench.read(reference);
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
    expect(bench.world.keptMinor(TERMINAL)).toBe(14_900);
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
    const bench = createBench();
    const reference = bench.send();
    expect(bench.world.phone.scan(prefix + (id || reference))).toMatchObject({ ok: true, value: { invoiceReference: reference } });
  });

  it('is refused to a phone that has not scanned, that comes too late, or that reads another code', () => {
    const bench = createBench();
    const { world } = bench;
    expect(world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
    expect(world.phone.scan('999')).toMatchObject({ ok: false, reason: 'unknownCode' });
    expect(world.phone.scan('https://example.com/Q1')).toMatchObject({ ok: false, reason: 'badCode' });
    expect(world.phone.pay('999')).toMatchObject({ ok: false, reason: 'unknownInvoice' });
    const reference = bench.send();
    expect(world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    world.phone.scan(SEQR_ID);
    world.phone.pay(reference);
    expect(world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
    expect(world.phone.scan(SEQR_ID)).toMatchObject({ ok: false, reason: 'nothingWaiting' });
  });

  it('fails when it is declined or the PIN is 0000, and is cancelled by the customer', () => {
    const bench = createBench();
    const end = (act: (reference: string) => unknown): string | undefined => {
      const reference = bench.send();
      bench.world.phone.scan(SEQR_ID);
      act(reference);
      const { status, version } = bench.read(reference);
      expect(version).toBe(1);
      return status;
    };
    expect(end((r) => bench.world.phone.decline(r))).toBe('FAILED');
    expect(end((r) => bench.world.phone.pay(r, { pin: '0000' }))).toBe('FAILED');
    expect(end((r) => bench.world.phone.cancel(r))).toBe('CANCELED');
    expect(bench.world.keptMinor()).toBe(0);
  });

  it('is held after the scan when an acknowledgment is asked for or the mode is left out', () => {
    for (const acknowledgmentMode of ['REQUIRE_ACKNOWLEDGMENT', undefined] as const) {
      const bench = createBench();
      const reference = bench.send(invoiceOf('1', { acknowledgmentMode }));
      expect(bench.world.phone.scan(SEQR_ID)).toMatchObject({ value: { status: 'PENDING_ISSUER_ACKNOWLEDGE' } });
      expect(bench.world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
      expect(bench.read(reference)).toMatchObject({ status: 'PENDING_ISSUER_ACKNOWLEDGE', version: 1 });
      expect(bench.cancelCode(reference)).toBe(0);
    }
  });

  it('expires when nobody pays', () => {
    const bench = createBench({ invoiceLifetimeMs: 60_000 });
    const reference = bench.send();
    bench.world.advance(59_999);
    expect(bench.read(reference).status).toBe('ISSUED');
    bench.world.advance(1);
    expect(bench.read(reference)).toMatchObject({ resultCode: 0, status: 'EXPIRED', version: 1 });
    expect(bench.cancelCode(reference)).toBe(58);
  });

  it('is nobody else’s to read or cancel', () => {
    const bench = createBench();
    const reference = bench.send();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(bench.world.call('registerTerminal', request).terminalId, 'secret');
    const read = bench.world.call('getPaymentStatus', { context: other, invoiceReference: reference, invoiceVersion: 0 });
    expect(read).toEqual({ resultCode: 54, resultDescription: 'INVALID_INVOICE_REFERENCE', version: 0 });
    expect(bench.world.call('cancelInvoice', { context: other, invoiceReference: reference }).resultCode).toBe(54);
  });
});

describe('the 20 seconds', () => {
  it('reverse a payment nobody asks about: CANCELED, the next version, debit and reversal in the ledger', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.payNow(reference);
    bench.world.advance(20_000);
    const after = bench.read(reference);
    expect(after).toEqual({ resultCode: 0, resultDescription: 'SUCCESS', status: 'CANCELED', version: 2 });
    expect(bench.world.ledger().map((e) => [e.kind, e.at])).toEqual([
      ['debit', '2026-11-23T08:00:00.000Z'],
      ['reversal', '2026-11-23T08:00:20.000Z'],
    ]);
    expect(bench.world.keptMinor()).toBe(0);
    expect(bench.world.invoices()[0]).toMatchObject({ reversedAt: '2026-11-23T08:00:20.000Z', acknowledgedAt: null });
  });

  it('are over for good once a read was answered', async () => {
    const bench = createBench();
    const reference = bench.send();
    bench.payNow(reference);
    await bench.clock.advance(19_999);
    expect(bench.read(reference).status).toBe('PAID');
    await bench.clock.advance(3_600_000);
    expect(bench.read(reference)).toMatchObject({ status: 'PAID', version: 1 });
  });

  it('end in version mode only with a read that sends the paid version', () => {
    const bench = createBench({ ack: 'version' });
    const first = bench.send();
    bench.payNow(first);
    expect(bench.read(first, 0)).toMatchObject({ status: 'PAID', version: 1 });
    bench.world.advance(20_000);
    expect(bench.read(first).status).toBe('CANCELED');
    const second = bench.send();
    bench.payNow(second);
    bench.read(second, 0);
    bench.read(second, 1);
    bench.world.advance(20_000);
    expect(bench.read(second).status).toBe('PAID');
  });

  it.each(['any', 'version'] as const)('end with a submitted receipt in mode %s', (ack) => {
    const bench = createBench({ ack });
    const reference = bench.send();
    bench.payNow(reference);
    const ersReference = bench.world.invoices()[0]?.ersReference ?? '';
    const submit = (id: string, receiptDocument?: object): number =>
      bench.world.call('submitPaymentReceipt', { context: terminalContext(), ersReference: id, receiptDocument }).resultCode;
    expect(submit('123', {})).toBe(23);
    expect(submit(ersReference)).toBe(10);
    expect(submit(ersReference, { mimeType: 'text/html', receiptData: 'aGVq', receiptType: 'PAYMENT_RECEIPT' })).toBe(0);
    bench.world.advance(20_000);
    expect(bench.read(reference).status).toBe('PAID');
    expect(bench.world.receipts()).toMatchObject([{ ersReference, receiptDocument: { receiptData: 'aGVq' } }]);
  });

  it('leave no receipt to submit once they are over', () => {
    const bench = createBench();
    bench.payNow(bench.send());
    const ersReference = bench.world.invoices()[0]?.ersReference ?? '';
    bench.world.advance(20_000);
    const request = { context: terminalContext(), ersReference, receiptDocument: {} };
    expect(bench.world.call('submitPaymentReceipt', request).resultCode).toBe(23);
  });

  it('are counted on the monotonic clock', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.payNow(reference);
    bench.clock.shiftWall(3_600_000);
    expect(bench.read(reference).status).toBe('PAID');
  });
});
