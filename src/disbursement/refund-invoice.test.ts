import { expect, test } from 'vitest';
import { money } from '../money/index.ts';
import { exampleReceipt } from '../receipt/testing/example.ts';
import { refundable, refundInvoice, refundPlan } from './index.ts';
import type { RefundWish } from './index.ts';
import { exampleRefund } from './testing/example-refund.ts';

// 70.00 at 12 %, 15.71 at 6 %, 149.00 - 14.90 at 25 %; 10.00 off it all: 209.81 paid.
const receipt = exampleReceipt();
const sek = (minor: number) => money(minor, 'SEK');

function invoiceOf(wish: RefundWish, language: 'en' | 'sv') {
  const result = refundPlan(receipt, refundable(receipt, []), wish);
  if (!result.ok) throw new Error(result.problem);
  return refundInvoice(exampleRefund(receipt, result.plan).facts, { title: 'Café & Co', footer: 'Välkommen åter', language });
}

test('a refund is an invoice that is paid at once, for just what goes back (protocol §9)', () => {
  const invoice = invoiceOf({ kind: 'amount', amount: sek(10_000) }, 'en');
  expect(invoice).toMatchObject({
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: '2026-11-24T10:00:00.000+01:00',
    title: 'Café & Co',
    clientInvoiceId: 'R1',
    totalAmount: sek(10_000),
    cashierId: '7',
    footer: 'Välkommen åter',
  });
});

test.each([
  ['en', 'Refund of receipt'],
  ['sv', 'Återbetalning av kvitto'],
] as const)('one by amount has a row for each VAT rate, in the language of the phone: %s', (language, words) => {
  expect(invoiceOf({ kind: 'amount', amount: sek(10_000) }, language).invoiceRows).toEqual(
    [
      ['25', 6101],
      ['12', 3185],
      ['6', 714],
    ].map(([itemTaxRate, minor]) => ({
      itemDescription: `${words} ${receipt.number}`,
      itemQuantity: '1',
      itemTaxRate,
      itemTotalAmount: sek(Number(minor)),
      itemUnit: 'EA',
      itemUnitPrice: sek(Number(minor)),
    })),
  );
});

test('one by rows names what goes back; its price only where that times the quantity is what goes back', () => {
  const [coffee, ...others] = invoiceOf({ kind: 'whole' }, 'en').invoiceRows;
  expect(coffee).toEqual({
    itemDescription: receipt.rows[0]?.name,
    itemQuantity: '2',
    itemTaxRate: '12',
    itemTotalAmount: sek(6682),
    itemUnit: 'EA',
  });
  expect(others).toMatchObject([
    { itemQuantity: '0.45', itemUnit: 'kg' },
    { itemQuantity: '1', itemTotalAmount: sek(12_800) },
  ]);
  const plain = exampleReceipt({
    sale: {
      id: 's',
      currency: 'SEK',
      rows: [{ id: 'a', kind: 'free', name: 'Mug', unitPrice: sek(5_000), quantityMilli: 2_000, unit: 'EA', vatRate: 2_500 }],
    },
  });
  const planned = refundPlan(plain, refundable(plain, []), { kind: 'whole' });
  if (!planned.ok) throw new Error(planned.problem);
  const { invoiceRows } = refundInvoice(exampleRefund(plain, planned.plan).facts, { title: '', footer: '', language: 'en' });
  expect(invoiceRows).toMatchObject([
    { itemDescription: 'Mug', itemQuantity: '2', itemTotalAmount: sek(10_000), itemUnitPrice: sek(5_000) },
  ]);
});
