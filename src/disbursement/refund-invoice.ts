import { wireUnit } from '../catalogue/unit.ts';
import type { Language } from '../language/language.ts';
import { equals, quantityToDecimal } from '../money/index.ts';
import type { Invoice, InvoiceRow } from '../protocol/types.ts';
import { wireTax, wireText } from '../sale/index.ts';
import type { RefundFacts, RefundRow } from './disbursement.ts';
import { REFUND_WORDS } from './words.ts';

/**
 * The refund as SEQR takes it (protocol §9): `totalAmount` is what goes back, and so are the rows, which are positive and
 * add up to it. `title` is the shop's name, `language` that of the customer's phone.
 */
export function refundInvoice(
  facts: RefundFacts,
  words: { readonly title: string; readonly footer: string; readonly language: Language },
): Invoice {
  return {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: facts.startedAt,
    title: words.title,
    clientInvoiceId: facts.clientInvoiceId,
    invoiceRows: facts.rows.length === 0 ? rowsByAmount(facts, words.language) : facts.rows.flatMap(wireRow),
    totalAmount: facts.amount,
    cashierId: facts.cashier.number,
    footer: words.footer,
  };
}

function wireRow(part: RefundRow): readonly InvoiceRow[] {
  if (part.amount.minor === 0) return [];
  return [
    {
      itemDescription: wireText(part.name),
      itemQuantity: quantityToDecimal(part.quantityMilli),
      ...wireTax(part.vatRate),
      itemTotalAmount: part.amount,
      itemUnit: wireUnit(part.unit),
      // Times the quantity it would be more than goes back, if there was a discount.
      ...(equals(part.gross, part.amount) ? { itemUnitPrice: part.unitPrice } : {}),
    },
  ];
}

/** One row a VAT rate, so that every `itemTaxRate` is true. */
function rowsByAmount({ vat, receiptNumber }: RefundFacts, language: Language): readonly InvoiceRow[] {
  return vat.map(({ rate, gross }) => ({
    itemDescription: wireText(REFUND_WORDS[language].byAmount(receiptNumber)),
    itemQuantity: '1',
    ...wireTax(rate),
    itemTotalAmount: gross,
    itemUnit: wireUnit('EA'),
    itemUnitPrice: gross,
  }));
}
