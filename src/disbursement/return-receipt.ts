import type { Language } from '../language/language.ts';
import { negate, ONE, subtract, sum, zero } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Business, ReceiptRow, ReturnReceipt } from '../receipt/receipt.ts';
import type { RefundFacts, RefundRow, RefundVat } from './disbursement.ts';
import { REFUND_WORDS } from './words.ts';

export interface ReturnParts {
  readonly facts: RefundFacts;
  /** The next number of the same series (PF-14). */
  readonly number: number;
  /** ISO 8601 with the zone of the place of sale. */
  readonly issuedAt: string;
  readonly business: Business;
  /** The refund's own; null: SEQR has not named one. */
  readonly ersReference: string | null;
  readonly practice: boolean;
  readonly language: Language;
}

/** The return receipt (till-features, Receipt): what is returned, with negative amounts, and which receipt it returns. */
export function buildReturn(parts: ReturnParts): ReturnReceipt {
  const { facts, number, issuedAt, business, ersReference, practice, language } = parts;
  const total = negate(facts.amount);
  return {
    kind: 'return',
    returns: {
      number: facts.receiptNumber,
      issuedAt: facts.soldAt,
      ersReference: facts.ersReference,
      reason: facts.reason,
    },
    number,
    issuedAt,
    business,
    register: facts.register,
    cashier: facts.cashier,
    rows: facts.rows.length === 0 ? facts.vat.map((group) => amountRow(facts, group, language)) : facts.rows.map(returnedRow),
    subtotal: total,
    saleDiscount: zero(total.currency),
    total,
    vat: facts.vat.map(({ rate, gross, vat, net }) => ({ rate, gross: negate(gross), vat: negate(vat), net: negate(net) })),
    vatTotal: negate(
      sum(
        facts.vat.map((group) => group.vat),
        total.currency,
      ),
    ),
    tenders: [{ kind: 'seqr', amount: total, ersReference, invoiceReference: facts.invoiceReference }],
    correlationId: facts.correlationId,
    practice,
    completedAfterRestart: false,
    language,
  };
}

function returnedRow({ name, unit, unitPrice, vatRate, quantityMilli, gross, amount }: RefundRow): ReceiptRow {
  return { name, unit, unitPrice, vatRate, quantityMilli, ...backward(gross, amount) };
}

function amountRow({ receiptNumber }: RefundFacts, group: RefundVat, language: Language): ReceiptRow {
  return {
    name: REFUND_WORDS[language].byAmount(receiptNumber),
    quantityMilli: ONE,
    unit: 'EA',
    unitPrice: group.gross,
    vatRate: group.rate,
    ...backward(group.gross, group.gross),
  };
}

function backward(gross: Money, amount: Money): Pick<ReceiptRow, 'gross' | 'discount' | 'total'> {
  return { gross: negate(gross), discount: subtract(amount, gross), total: negate(amount) };
}
