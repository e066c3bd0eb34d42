import { describe, expect, it } from 'vitest';
import { createBench, invoiceOf, resellerContext, sek, terminalContext } from '../testing/bench.ts';
import type { Bench } from '../testing/bench.ts';
import type { ReturnOf } from '../wire/operations.ts';
import type { WireInvoice } from '../wire/schema.ts';

/** An acknowledged payment of `total`; its ersReference. */
function paid(bench: Bench, total: string): string {
  const reference = bench.send(invoiceOf(total));
  bench.payNow(reference);
  return bench.read(reference).ersReference ?? '';
}

const refund = (
  bench: Bench,
  ersReference: string,
  total: string,
  more: Partial<WireInvoice> = {},
  context = terminalContext(),
): ReturnOf<'refundPayment'> => bench.world.call('refundPayment', { context, ersReference, invoice: invoiceOf(total, more) });

const astridsBalance = (bench: Bench): string | undefined => bench.world.customers()[0]?.balance.value;

describe('a refund', () => {
  it('gives the money back under a reference of its own, in parts until the payment is used up', () => {
    const bench = createBench();
    const payment = paid(bench, '149.00');
    const first = refund(bench, payment, '49.00', { cashierId: 'Bea' });
    expect(first).toEqual({ ersReference: expect.stringMatching(/^\d{25}$/) as string, resultCode: 0, resultDescription: 'SUCCESS' });
    expect(first.ersReference).not.toBe(payment);
    expect(astridsBalance(bench)).toBe('999900.00');
    expect(bench.world.ledger().at(-1)).toMatchObject({
      kind: 'refund',
      ersReference: first.ersReference,
      paymentReference: payment,
      customerId: 'astrid',
      cashierId: 'Bea',
      amount: sek('49.00'),
    });
    expect(refund(bench, payment, '100.01').resultCode).toBe(98);
    expect(refund(bench, payment, '100.00').resultCode).toBe(0);
    expect(refund(bench, payment, '0.01').resultCode).toBe(98);
    expect(astridsBalance(bench)).toBe('1000000.00');
    expect(bench.world.keptMinor()).toBe(0);
  });

  it('has a receipt of its own', () => {
    const bench = createBench();
    const { ersReference } = refund(bench, paid(bench, '10.00'), '10.00');
    const request = { context: terminalContext(), ersReference, receiptDocument: { mimeType: 'text/html' } };
    expect(bench.world.call('submitPaymentReceipt', request).resultCode).toBe(0);
    expect(bench.world.receipts()).toMatchObject([{ ersReference }]);
  });

  it('is refused 48 until the till knows of the payment, and 23 once the payment was taken back', () => {
    const bench = createBench();
    bench.payNow(bench.send(invoiceOf('10.00')));
    const { ersReference } = bench.world.invoices()[0] ?? {};
    expect(refund(bench, ersReference ?? '', '10.00').resultCode).toBe(48);
    bench.world.advance(20_000);
    expect(refund(bench, ersReference ?? '', '10.00').resultCode).toBe(23);
  });

  it('is refused 23 for a reference of no payment, a refund’s or another reseller’s, but not for another terminal’s', () => {
    const bench = createBench();
    const payment = paid(bench, '10.00');
    const part = refund(bench, payment, '1.00').ersReference ?? '';
    expect([refund(bench, '123', '1.00'), refund(bench, part, '1.00')].map((r) => r.resultCode)).toEqual([23, 23]);
    const terminalOf = (context: ReturnType<typeof resellerContext>): ReturnType<typeof terminalContext> =>
      terminalContext(bench.world.call('registerTerminal', { context, externalTerminalId: 'x', password: 'secret' }).terminalId, 'secret');
    expect(refund(bench, payment, '1.00', {}, terminalOf(resellerContext('hml', '2009'))).resultCode).toBe(23);
    expect(refund(bench, payment, '1.00', {}, terminalOf(resellerContext())).resultCode).toBe(0);
  });

  it('is refused 97 where the contract has no refunds, 99 where the payer’s bank takes none', () => {
    const bench = createBench();
    const payment = paid(bench, '10.00');
    bench.world.setSwitches({ resellersWithoutRefunds: ['public_test_shop'] });
    expect(refund(bench, payment, '1.00').resultCode).toBe(97);
    bench.world.setSwitches({ resellersWithoutRefunds: [] });
    expect(bench.world.setCustomer('astrid', { allowsRefunds: false })).toBe(true);
    expect(refund(bench, payment, '1.00').resultCode).toBe(99);
    expect(bench.world.setCustomer('nobody', { allowsRefunds: false })).toBe(false);
    expect(bench.world.keptMinor()).toBe(1_000);
  });

  it.each<[string, number, string, Partial<WireInvoice>]>([
    ['nothing', 11, '0.00', {}],
    ['less than nothing', 11, '-1.00', {}],
    ['another currency', 49, '1.00', { totalAmount: { currency: 'EUR', value: '1.00' } }],
    ['rows that do not add up', 49, '1.00', { invoiceRows: { invoiceRow: [{ itemTotalAmount: sek('0.99') }] } }],
    ['a notification address that is none', 64, '1.00', { notificationUrl: 'ftp://x' }],
  ])('of %s is refused %d', (_, code, total, more) => {
    const bench = createBench();
    const payment = paid(bench, '10.00');
    expect(refund(bench, payment, total, more).resultCode).toBe(code);
    expect(bench.world.keptMinor()).toBe(1_000);
  });
});

describe('a credit', () => {
  const credit = (bench: Bench, more: object = {}): ReturnOf<'creditUser'> => {
    const { userId = '' } = bench.world.customers()[1] ?? {};
    const creditUserRequest = { userId, amount: sek('75.50'), description: 'Vinst.nr,7', correlationId: 'c-1', ...more };
    return bench.world.call('creditUser', { context: terminalContext(), creditUserRequest });
  };

  it('pays out to a user and gives the correlation id back, one of its own if there was none', () => {
    const bench = createBench();
    expect(credit(bench)).toMatchObject({ resultCode: 0, correlationId: 'c-1', ersReference: expect.stringMatching(/^\d{25}$/) as string });
    expect(credit(bench, { correlationId: undefined }).correlationId).toMatch(/^[0-9a-f]{16}$/);
    expect(bench.world.customers()[1]?.balance.value).toBe('401.00');
    expect(bench.world.ledger()).toMatchObject([{ kind: 'credit', customerId: 'bo', invoiceReference: null }, { kind: 'credit' }]);
    expect(bench.world.keptMinor()).toBe(-15_100);
  });

  it.each<[string, number, object]>([
    ['an unknown user', 52, { userId: 'nobody' }],
    ['no amount', 49, { amount: undefined }],
    ['nothing', 11, { amount: sek('0') }],
    ['a description with other characters', 10, { description: 'hej!' }],
    ['a description that is too long', 10, { description: 'a'.repeat(161) }],
  ])('is refused for %s: %d', (_, code, more) => {
    const bench = createBench();
    expect(credit(bench, more)).toMatchObject({ resultCode: code, correlationId: 'c-1' });
    expect(bench.world.ledger()).toEqual([]);
  });
});
