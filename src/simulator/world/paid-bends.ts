import type { ReturnOf } from '../wire/operations.ts';
import type { WireInvoice, WireInvoiceRow, WireReceipt } from '../wire/schema.ts';
import type { Core } from './core.ts';
import { OVERLONG } from './identifiers.ts';
import type { Invoice } from './invoice.ts';
import { amountOf } from './money.ts';
import type { PaidBend } from './switches.ts';

type PaidAnswer = ReturnOf<'getPaymentStatus'>;

/** An answer that says PAID, bent as the switch `paidBends` has it: each bend changes what it names, in their order. */
export function bentPaid(core: Core, invoice: Invoice, answer: PaidAnswer, bends: readonly PaidBend[]): PaidAnswer {
  return bends.reduce((bent, bend) => bentBy(core, invoice, bent, bend), answer);
}

function bentBy(core: Core, invoice: Invoice, answer: PaidAnswer, bend: PaidBend): PaidAnswer {
  const { ersReference = '', receipt } = answer;
  switch (bend) {
    case 'other-reference':
      return named(answer, another(ersReference));
    case 'earlier-reference':
      return named(answer, earliestReference(core, invoice.terminalId) ?? ersReference);
    case 'long-reference':
      return named(answer, ersReference.padEnd(OVERLONG, '0'));
    case 'no-reference':
      return named(answer, undefined);
    case 'receipt-reference':
      return withReceipt(answer, { paymentReference: another(ersReference) });
    case 'no-receipt':
      return { ...answer, receipt: undefined };
    case 'other-invoice':
      return withReceipt(answer, { invoiceReference: another(invoice.reference), clientInvoiceId: 'another' });
    case 'other-amount':
      return withInvoice(answer, { totalAmount: amountOf(invoice.currency, invoice.totalMinor === 100 ? 200 : 100) });
    case 'other-currency':
      return withInvoice(answer, { totalAmount: amountOf(invoice.currency === 'EUR' ? 'SEK' : 'EUR', invoice.totalMinor) });
    case 'other-rows':
      return withInvoice(answer, { invoiceRows: { invoiceRow: [otherRow(receipt?.invoice)] } });
  }
}

/** In both places where the payment is named. */
function named(answer: PaidAnswer, ersReference: string | undefined): PaidAnswer {
  return { ...withReceipt(answer, { paymentReference: ersReference }), ersReference };
}

function withReceipt(answer: PaidAnswer, changes: Partial<WireReceipt>): PaidAnswer {
  return answer.receipt === undefined ? answer : { ...answer, receipt: { ...answer.receipt, ...changes } };
}

function withInvoice(answer: PaidAnswer, changes: Partial<WireInvoice>): PaidAnswer {
  return withReceipt(answer, { invoice: { ...answer.receipt?.invoice, ...changes } });
}

function otherRow(invoice: WireInvoice | undefined): WireInvoiceRow {
  return { itemDescription: 'Something else', itemQuantity: '1', itemTotalAmount: invoice?.totalAmount };
}

function earliestReference(core: Core, terminalId: string): string | undefined {
  return core.state.ledger.find((entry) => entry.kind === 'debit' && entry.terminalId === terminalId)?.ersReference;
}

/** As long, and of digits where the other one is: the last sign is another. */
function another(reference: string): string {
  return reference.slice(0, -1) + (reference.endsWith('1') ? '2' : '1');
}
