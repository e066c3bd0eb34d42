import { negate } from '../money/index.ts';
import type { ReturnReceipt, SaleReceipt } from './receipt.ts';

export interface ReversalParts {
  /** The next number of the same series. */
  readonly number: number;
  /** ISO 8601 with the zone of the place of sale. */
  readonly issuedAt: string;
  /** Why there is such a receipt, in the receipt's language. */
  readonly reason: string;
}

/**
 * The counter-receipt of a sale whose payment SEQR has taken back (PF-33): the same document with every amount negative. The
 * sale's own receipt stays as it is.
 */
export function buildReversal(sale: SaleReceipt, { number, issuedAt, reason }: ReversalParts): ReturnReceipt {
  const { rows, vat, tenders, subtotal, saleDiscount, total, vatTotal } = sale;
  return {
    ...sale,
    kind: 'return',
    reversal: true,
    returns: { number: sale.number, issuedAt: sale.issuedAt, ersReference: tenders[0]?.ersReference ?? '', reason },
    number,
    issuedAt,
    rows: rows.map((row) => ({ ...row, gross: negate(row.gross), discount: negate(row.discount), total: negate(row.total) })),
    subtotal: negate(subtotal),
    saleDiscount: negate(saleDiscount),
    total: negate(total),
    vat: vat.map(({ rate, gross, vat: amount, net }) => ({ rate, gross: negate(gross), vat: negate(amount), net: negate(net) })),
    vatTotal: negate(vatTotal),
    tenders: tenders.map((tender) => ({ ...tender, amount: negate(tender.amount) })),
    completedAfterRestart: false,
  };
}
