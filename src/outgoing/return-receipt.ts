import { negate, ONE, subtract, sum, zero } from '../money/index.ts';
import type { Language, Money } from '../money/index.ts';
import type { Business, Receipt, ReceiptRow, ReturnReceipt } from '../receipt/receipt.ts';
import type { RefundFacts, RefundRow, RefundVat } from './outgoing.ts';
import { REFUND_WORDS } from './words.ts';

export interface ReturnParts {
  readonly facts: RefundFacts;
  /** Of the sale whose money goes back. */
  readonly original: Receipt;
  /** The next number of the same series (PF-14). */
  readonly number: number;
  /** ISO 8601 with the zone of the place of sale. */
  readonly issuedAt: string;
  readonly business: Business;
  /** The refund's own; null: SEQR has not named one. */
  readonly ersReference: string | null;
  /** It was unknown whether the money had gone back, and turned out so after the till had started anew. */
  readonly completedAfterRestart: boolean;
  readonly language: Language;
}

/** The return receipt (till-features, Receipt): what is returned, with negative amounts, and which receipt it returns. */
export function buildReturn(parts: ReturnParts): ReturnReceipt {
  const { facts, original, number, issuedAt, business, ersReference, completedAfterRestart, language } = parts;
  const total = negate(facts.amount);
  return {
    kind: 'return',
    returns: {
      number: original.number,
      issuedAt: original.issuedAt,
      ersReference: facts.ersReference,
      reason: facts.reason,
    },
    number,
    issuedAt,
    business,
    register: facts.register,
    cashier: facts.cashier,
    rows: facts.rows.length === 0 ? facts.vat.map((group) => amountRow(facts, group, language)) : facts.rows.map((part) => returnedRow(part, original)),
    subtotal: total,
    saleDiscount: zero(total.currency),
    total,
    vat: facts.vat.map(({ rate, gross, vat, net }) => ({ rate, gross: negate(gross), vat: negate(vat), net: negate(net) })),
    vatTotal: negate(sum(facts.vat.map((group) => group.vat), total.currency)),
    tenders: [{ kind: 'seqr', amount: total, ersReference, invoiceReference: original.tenders[0]?.invoiceReference ?? '' }],
    correlationId: facts.correlationId,
    practice: original.practice,
    completedAfterRestart,
    language,
  };
}

/** @throws RangeError if the refund is another receipt's: a programmer's error that must never reach paper. */
function returnedRow(part: RefundRow, original: Receipt): ReceiptRow {
  const row = original.rows[part.index];
  if (row === undefined) throw new RangeError(`refund of another receipt: no row ${part.index}`);
  const { name, unit, unitPrice, vatRate } = row;
  return { name, unit, unitPrice, vatRate, quantityMilli: part.quantityMilli, ...backward(part.gross, part.amount) };
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
