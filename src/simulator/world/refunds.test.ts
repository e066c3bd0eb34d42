import { describe, expect, it } from 'vitest';
import { createHarness, invoiceOf, resellerContext, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { ReturnOf } from '../wire/operations.ts';
import type { WireInvoice } from '../wire/schema.ts';

/** An acknowledged payment of `total`; its ersReference. */
function paid(harness: Harness, total: string): string {
  const reference = harness.send(invoiceOf(total));
  harness.payNow(reference);
  return harness.read(reference).ersReference ?? '';
}

const refund = (
  harness: Harness,
  ersReference: string,
  total: string,
  more: Partial<WireInvoice> = {},
  context = terminalContext(),
): ReturnOf<'refundPayment'> => harness.world.call('refundPayment', { context, ersReference, invoice: invoiceOf(total, more) });

const astridsBalance = (harness: Harness): string | undefined => harness.world.customers()[0]?.balance.value;

describe('a refund', () => {
  it('gives the money back under a reference of its own, in parts until the payment is used up', () => {
    const harness = createHarness();
    const payment = paid(harness, '149.00');
    const first = refund(harness, payment, '49.00', { cashierId: 'Bea' });
    expect(first).toEqual({ ersReference: expect.stringMatching(/^\d{25}$/) as string, resultCode: 0, resultDescription: 'SUCCESS' });
    expect(first.ersReference).not.toBe(payment);
    expect(astridsBalance(harness)).toBe('999900.00');
    expect(harness.world.ledger().at(-1)).toMatchObject({
      kind: 'refund',
      ersReference: first.ersReference,
      paymentReference: payment,
      customerId: 'astrid',
      cashierId: 'Bea',
      amount: sek('49.00'),
    });
    expect(refund(harness, payment, '100.01').resultCode).toBe(98);
    expect(refund(harness, payment, '100.00').resultCode).toBe(0);
    expect(refund(harness, payment, '0.01').resultCode).toBe(98);
    expect(astridsBalance(harness)).toBe('1000000.00');
    expect(harness.world.keptMinor()).toBe(0);
  });

  it('has a receipt of its own', () => {
    const harness = createHarness();
    const { ersReference } = refund(harness, paid(harness, '10.00'), '10.00');
    const request = { context: terminalContext(), ersReference, receiptDocument: { mimeType: 'text/html' } };
    expect(harness.world.call('submitPaymentReceipt', request).resultCode).toBe(0);
    expect(harness.world.receipts()).toMatchObject([{ ersReference }]);
  });

  it('is refused 48 until the till knows of the payment, and 23 once the payment was taken back', () => {
    const harness = createHarness();
    harness.payNow(harness.send(invoiceOf('10.00')));
    const { ersReference } = harness.world.invoices()[0] ?? {};
    expect(refund(harness, ersReference ?? '', '10.00').resultCode).toBe(48);
    harness.world.advance(20_000);
    expect(refund(harness, ersReference ?? '', '10.00').resultCode).toBe(23);
  });

  it('is refused 23 for a reference of no payment, a refund’s or another reseller’s, but not for another terminal’s', () => {
    const harness = createHarness();
    const payment = paid(harness, '10.00');
    const part = refund(harness, payment, '1.00').ersReference ?? '';
    expect([refund(harness, '123', '1.00'), refund(harness, part, '1.00')].map((r) => r.resultCode)).toEqual([23, 23]);
    const terminalOf = (context: ReturnType<typeof resellerContext>): ReturnType<typeof terminalContext> =>
      terminalContext(
        harness.world.call('registerTerminal', { context, externalTerminalId: 'x', password: 'secret' }).terminalId,
        'secret',
      );
    expect(refund(harness, payment, '1.00', {}, terminalOf(resellerContext('hml', '2009'))).resultCode).toBe(23);
    expect(refund(harness, payment, '1.00', {}, terminalOf(resellerContext())).resultCode).toBe(0);
  });

  it('is refused 97 where the contract has no refunds, 99 where the payer’s bank takes none', () => {
    const harness = createHarness();
    const payment = paid(harness, '10.00');
    harness.world.setSwitches({ resellersWithoutRefunds: ['public_test_shop'] });
    expect(refund(harness, payment, '1.00').resultCode).toBe(97);
    harness.world.setSwitches({ resellersWithoutRefunds: [] });
    expect(harness.world.setCustomer('astrid', { allowsRefunds: false })).toBe(true);
    expect(refund(harness, payment, '1.00').resultCode).toBe(99);
    expect(harness.world.setCustomer('nobody', { allowsRefunds: false })).toBe(false);
    expect(harness.world.keptMinor()).toBe(1_000);
  });

  it.each<[string, number, string, Partial<WireInvoice>]>([
    ['nothing', 11, '0.00', {}],
    ['less than nothing', 11, '-1.00', {}],
    ['another currency', 49, '1.00', { totalAmount: { currency: 'EUR', value: '1.00' } }],
    ['rows that do not add up', 49, '1.00', { invoiceRows: { invoiceRow: [{ itemTotalAmount: sek('0.99') }] } }],
    ['a notification address that is none', 64, '1.00', { notificationUrl: 'ftp://x' }],
  ])('of %s is refused %d', (_, code, total, more) => {
    const harness = createHarness();
    const payment = paid(harness, '10.00');
    expect(refund(harness, payment, total, more).resultCode).toBe(code);
    expect(harness.world.keptMinor()).toBe(1_000);
  });
});

describe('a credit', () => {
  const credit = (harness: Harness, more: object = {}): ReturnOf<'creditUser'> => {
    const { userId = '' } = harness.world.customers()[1] ?? {};
    const creditUserRequest = { userId, amount: sek('75.50'), description: 'Vinst.nr,7', correlationId: 'c-1', ...more };
    return harness.world.call('creditUser', { context: terminalContext(), creditUserRequest });
  };

  it('pays out to a user and gives the correlation id back, one of its own if there was none', () => {
    const harness = createHarness();
    expect(credit(harness)).toMatchObject({
      resultCode: 0,
      correlationId: 'c-1',
      ersReference: expect.stringMatching(/^\d{25}$/) as string,
    });
    expect(credit(harness, { correlationId: undefined }).correlationId).toMatch(/^[0-9a-f]{16}$/);
    expect(harness.world.customers()[1]?.balance.value).toBe('401.00');
    expect(harness.world.ledger()).toMatchObject([{ kind: 'credit', customerId: 'bo', invoiceReference: null }, { kind: 'credit' }]);
    expect(harness.world.keptMinor()).toBe(-15_100);
  });

  it.each<[string, number, object]>([
    ['an unknown user', 52, { userId: 'nobody' }],
    ['no amount', 49, { amount: undefined }],
    ['nothing', 11, { amount: sek('0') }],
    ['a description with other characters', 10, { description: 'hej!' }],
    ['a description that is too long', 10, { description: 'a'.repeat(161) }],
  ])('is refused for %s: %d', (_, code, more) => {
    const harness = createHarness();
    expect(credit(harness, more)).toMatchObject({ resultCode: code, correlationId: 'c-1' });
    expect(harness.world.ledger()).toEqual([]);
  });
});
