import { describe, expect, it } from 'vitest';
import {
  SEQR_ID,
  TERMINAL,
  createBench,
  invoiceOf,
  resellerContext,
  sek,
  terminalContext,
} from './test-support.ts';
import type { ClientContext, WireInvoice } from './wire/schema.ts';
import { RESULT_TEXTS } from './world/result-codes.ts';

describe('who is calling', () => {
  const { world } = createBench();
  const code = (context?: ClientContext): number => world.call('getPaymentStatus', { context, invoiceVersion: 0 }).resultCode;
  const register = (context: ClientContext): number =>
    world.call('registerTerminal', { context, externalTerminalId: 'x', password: 'secret' }).resultCode;

  it('answers 29 without a context, without a principal and to an unknown terminal', () => {
    expect(code()).toBe(29);
    expect(code({ clientRequestTimeout: 0, password: '12345678' })).toBe(29);
    expect(code(terminalContext('nobody'))).toBe(29);
  });

  it('answers 91 to an unknown type of principal', () => {
    expect(code({ ...terminalContext(), initiatorPrincipalId: { id: TERMINAL, type: 'CUSTOMER' } })).toBe(91);
  });

  it('answers 37 to an unknown reseller or user', () => {
    expect(register(resellerContext('nobody'))).toBe(37);
    expect(register(resellerContext('public_test_shop', '1234', '9901'))).toBe(37);
  });

  it('answers 20 to a wrong password', () => {
    expect(code(terminalContext(TERMINAL, 'wrong'))).toBe(20);
    expect(register(resellerContext('public_test_shop', 'wrong'))).toBe(20);
  });

  it('answers 21 to the wrong kind of principal', () => {
    expect(code(resellerContext())).toBe(21);
    expect(register(terminalContext())).toBe(21);
  });

  it('answers 10 to a request time-out that is not 0, and to a field over its published length', () => {
    expect(code({ ...terminalContext(), clientRequestTimeout: 1000 })).toBe(10);
    expect(code({ ...terminalContext(), clientReference: 'x'.repeat(33) })).toBe(10);
    expect(code({ ...terminalContext(), clientReference: 'x'.repeat(32) })).toBe(54);
  });

  it('takes a context without channel, clientId and clientReference, and the old form of a reseller', () => {
    expect(code(terminalContext())).toBe(54);
    expect(register(resellerContext('public_test_shop/9900'))).toBe(0);
    expect(register(resellerContext('fredellsfisk', '2009'))).toBe(0);
    expect(register(resellerContext('hml', '2009'))).toBe(0);
  });

  it('answers 33 while the terminal or its reseller is blocked, before looking at the password', () => {
    for (const id of [TERMINAL, 'public_test_shop']) {
      world.setBlocked(id, true);
      expect(code(terminalContext(TERMINAL, 'wrong'))).toBe(33);
      world.setBlocked(id, false);
    }
    expect(code(terminalContext())).toBe(54);
  });
});

describe('terminals', () => {
  it('registers, sells with the new terminal, unregisters, and does not know it afterwards', () => {
    const { world } = createBench();
    const request = { context: resellerContext(), externalTerminalId: 'Till 4', password: 'secret', name: 'Kiosk' };
    const { terminalId = '' } = world.call('registerTerminal', request);
    expect(terminalId).toMatch(/^[0-9a-f]{32}$/);
    const context = terminalContext(terminalId, 'secret');
    expect(world.call('sendInvoice', { context, invoice: invoiceOf('1') }).resultCode).toBe(0);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(0);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(29);
    expect(world.invoices().map((i) => i.status)).toEqual(['CANCELED']);
  });

  it('gives a second terminal to an external id it knows', () => {
    const { world } = createBench();
    const request = { context: resellerContext(), externalTerminalId: 'Till 4', password: 'secret' };
    expect(world.call('registerTerminal', request).terminalId).not.toBe(world.call('registerTerminal', request).terminalId);
  });

  it('takes a short password at registration and answers it 21 later', () => {
    const { world } = createBench();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'abc' };
    const context = terminalContext(world.call('registerTerminal', request).terminalId, 'abc');
    expect(world.call('sendInvoice', { context, invoice: invoiceOf('1') }).resultCode).toBe(21);
    expect(world.call('getPaymentStatus', { context, invoiceVersion: 0 }).resultCode).toBe(21);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(21);
  });

  it('answers 53 to an id that is not alphanumeric or that another terminal has, in any letter case', () => {
    const { world } = createBench();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(world.call('registerTerminal', request).terminalId, 'secret');
    const assign = (context: ClientContext, seqrId?: string): number =>
      world.call('assignSeqrId', { context, seqrId }).resultCode;
    expect([assign(other), assign(other, ''), assign(other, 'my_code'), assign(other, SEQR_ID)]).toEqual([53, 53, 53, 53]);
    expect(assign(other, 'AbC1')).toBe(0);
    expect(assign(terminalContext(), 'aBc1')).toBe(53);
    expect(assign(other, 'abc1')).toBe(0);
  });

  it('replaces an id with a new one and frees the old one, also by unregistering', () => {
    const { world } = createBench();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(world.call('registerTerminal', request).terminalId, 'secret');
    const assign = (context: ClientContext, seqrId: string): number =>
      world.call('assignSeqrId', { context, seqrId }).resultCode;
    expect(assign(terminalContext(), '2')).toBe(0);
    expect(assign(other, SEQR_ID)).toBe(0);
    world.call('unregisterTerminal', { context: other });
    expect(assign(terminalContext(), SEQR_ID)).toBe(0);
  });
});

describe('what an invoice must be', () => {
  const { world } = createBench();
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
    ['with a row in another currency', invoiceOf('1', { invoiceRows: { invoiceRow: [{ itemTotalAmount: { currency: 'EUR', value: '1' } }] } }), 49],
    ['with a bad notification address', invoiceOf('1', { notificationUrl: 'ftp://x' }), 64],
    ['that must be reserved', invoiceOf('1', { paymentMode: 'RESERVATION_REQUIRED' }), 91],
    ['that may be debited', invoiceOf('1', { paymentMode: 'RESERVATION_DESIRED' }), 0],
  ])('answers an invoice %s', (_, invoice, expected) => {
    expect(code(invoice)).toBe(expected);
  });

  it('takes the currency it was made for', () => {
    const bench = createBench({ currency: 'EUR' });
    const answer = bench.world.call('sendInvoice', {
      context: terminalContext(),
      invoice: invoiceOf('1', { totalAmount: { currency: 'EUR', value: '1' } }),
    });
    expect(answer.resultCode).toBe(0);
  });

  it('leaves the open invoice alone when it refuses a new one', () => {
    const bench = createBench();
    const first = bench.send();
    bench.world.call('sendInvoice', { context: terminalContext(), invoice: invoiceOf('0') });
    expect(bench.read(first).status).toBe('ISSUED');
  });
});

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

  it('goes straight on with OPTIONAL_ACKNOWLEDGMENT, as no phone has a card', () => {
    const bench = createBench();
    const reference = bench.send(invoiceOf('1', { acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT' }));
    bench.payNow(reference);
    expect(bench.read(reference).status).toBe('PAID');
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

describe('one invoice per terminal', () => {
  it('cancels the one before, and says so to a read and to a cancel', () => {
    const bench = createBench();
    const [first, second] = [bench.send(), bench.send()];
    expect(bench.read(first)).toMatchObject({ status: 'CANCELED', version: 1 });
    expect(bench.read(second).status).toBe('ISSUED');
    expect(bench.cancelCode(first)).toBe(95);
  });

  it('takes the one before out of the bank’s hands without a debit', () => {
    const bench = createBench();
    const first = bench.send();
    bench.world.phone.scan(SEQR_ID);
    bench.world.phone.pay(first, { bankMs: 5_000 });
    bench.send();
    bench.world.advance(5_000);
    expect(bench.read(first).status).toBe('CANCELED');
    expect(bench.world.ledger()).toEqual([]);
  });

  it('leaves one that is paid as it is, to be reversed', () => {
    const bench = createBench();
    const first = bench.send();
    bench.payNow(first);
    bench.send();
    bench.world.advance(20_000);
    expect(bench.world.invoices()[0]).toMatchObject({ status: 'CANCELED', reversedAt: '2026-11-23T08:00:20.000Z' });
  });
});

describe('a cancel', () => {
  it('is answered 0, then 95', () => {
    const bench = createBench();
    const reference = bench.send();
    expect(bench.cancelCode(reference)).toBe(0);
    expect(bench.read(reference)).toMatchObject({ status: 'CANCELED', version: 1 });
    expect(bench.cancelCode(reference)).toBe(95);
    expect(bench.cancelCode('123')).toBe(54);
  });

  it('wins against a customer who has only scanned', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.world.phone.scan(SEQR_ID);
    expect(bench.cancelCode(reference)).toBe(0);
    expect(bench.world.phone.pay(reference)).toMatchObject({ ok: false, reason: 'wrongState' });
  });

  it('is answered 51 while the bank is at work and 50 after', () => {
    const bench = createBench();
    const reference = bench.send();
    bench.world.phone.scan(SEQR_ID);
    expect(bench.world.phone.pay(reference, { bankMs: 3_000 })).toEqual({ ok: true, value: 'ISSUED' });
    expect(bench.cancelCode(reference)).toBe(51);
    expect(bench.world.call('unregisterTerminal', { context: terminalContext() }).resultCode).toBe(48);
    expect(bench.read(reference)).toMatchObject({ status: 'ISSUED', version: 0 });
    bench.world.advance(2_999);
    expect(bench.cancelCode(reference)).toBe(51);
    bench.world.advance(1);
    expect(bench.cancelCode(reference)).toBe(50);
    expect(bench.read(reference)).toMatchObject({ status: 'PAID', version: 1 });
    expect(bench.world.invoices()[0]?.paidAt).toBe('2026-11-23T08:00:03.000Z');
  });
});

describe('the rest', () => {
  it('answers 91 to what it does not speak yet, and 0 to a no-operation', () => {
    const { world } = createBench();
    expect(world.call('benchmarkingNop', {})).toEqual({ resultCode: 0, resultDescription: 'SUCCESS' });
    expect(world.call('refundPayment', {})).toEqual({ resultCode: 91, resultDescription: RESULT_TEXTS[91] });
    const others = ['updateInvoice', 'commitReservation', 'markTransactionPeriod', 'executeReport', 'creditUser'] as const;
    expect(others.map((operation) => world.call(operation, {}).resultCode)).toEqual([91, 91, 91, 91, 91]);
  });

  it('rehearses without doing: no invoice, no acknowledgement, no reference used up', () => {
    const bench = createBench();
    const request = { context: terminalContext(), invoice: invoiceOf('1') };
    const before = bench.world.revision();
    const rehearsed = bench.world.rehearse('sendInvoice', request);
    expect(bench.world.revision()).toBe(before);
    expect(bench.world.invoices()).toEqual([]);
    expect(bench.world.call('sendInvoice', request)).toEqual(rehearsed);
    bench.payNow(rehearsed.invoiceReference ?? '');
    const read = { context: terminalContext(), invoiceReference: rehearsed.invoiceReference, invoiceVersion: 0 };
    expect(bench.world.rehearse('getPaymentStatus', read).status).toBe('PAID');
    bench.world.advance(20_000);
    expect(bench.world.call('getPaymentStatus', read).status).toBe('CANCELED');
  });

  it('gives the same references for the same seed and others for another', () => {
    const play = (seed: number): unknown => {
      const bench = createBench({ seed });
      bench.payNow(bench.send());
      return bench.world.invoices();
    };
    expect(play(7)).toEqual(play(7));
    expect(play(7)).not.toEqual(play(8));
  });

  it('does not depend on how often somebody looks', () => {
    const play = (looks: number): unknown => {
      const bench = createBench();
      const reference = bench.send();
      bench.world.phone.scan(SEQR_ID);
      bench.world.phone.pay(reference, { bankMs: 1_000 });
      for (let i = 0; i < looks; i += 1) {
        bench.world.advance(60_000 / looks);
        bench.world.invoices();
      }
      return [bench.world.invoices(), bench.world.ledger()];
    };
    expect(play(1)).toEqual(play(60));
  });
});
