import type { Language } from '../language/language.ts';
import type { Member, RowFigures, Sale, SaleFigures, SaleRow } from '../sale/sale.ts';
import type { Business, ReceiptMember, ReceiptRow, SaleReceipt, SeqrTender } from './receipt.ts';

/** What a receipt is made of, once the sale is paid. */
export interface ReceiptParts {
  readonly sale: Sale;
  /** The figures of that very sale. */
  readonly figures: SaleFigures;
  /** From the journal's unbroken series (PF-08). */
  readonly number: number;
  /** ISO 8601 with the zone of the place of sale. */
  readonly issuedAt: string;
  readonly business: Business;
  readonly register: string;
  readonly cashier: { readonly number: string; readonly name: string };
  readonly tenders: readonly SeqrTender[];
  readonly correlationId: string;
  readonly practice: boolean;
  readonly completedAfterRestart: boolean;
  readonly language: Language;
}

/** The receipt document of a paid sale. It holds its own copy of everything, so that it never changes afterwards. */
export function buildReceipt(parts: ReceiptParts): SaleReceipt {
  const { sale, figures, ...rest } = parts;
  return {
    kind: 'sale',
    ...rest,
    rows: sale.rows.map((row, index) => receiptRow(row, figures.rows[index])),
    subtotal: figures.subtotal,
    saleDiscount: figures.saleDiscount,
    total: figures.total,
    vat: figures.vat,
    vatTotal: figures.vatTotal,
    ...(sale.note === undefined ? {} : { note: sale.note }),
    ...(sale.member === undefined ? {} : { member: receiptMember(sale.member, figures) }),
  };
}

function receiptMember({ name, card }: Member, { byMembership }: SaleFigures): ReceiptMember {
  return { name, lastFour: card.slice(-4), discounted: byMembership === true };
}

/** @throws RangeError if the figures are another sale's: a programmer's error that must never reach paper. */
function receiptRow(row: SaleRow, figures: RowFigures | undefined): ReceiptRow {
  if (figures?.rowId !== row.id) throw new RangeError(`figures of another sale: no row ${row.id}`);
  const { gross, discount, total } = figures;
  const { name, quantityMilli, unit, unitPrice, vatRate } = row;
  return { name, quantityMilli, unit, unitPrice, vatRate, gross, discount, total };
}
