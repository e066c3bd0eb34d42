import { add, allocate, extend, subtract, sum, vatOfGross, zero } from '../money/index.ts';
import type { Money, VatRate } from '../money/index.ts';
import { discountOf } from './discount.ts';
import type { RowFigures, Sale, SaleFigures, SaleRow, VatFigures } from './sale.ts';

/** Quantity × price, VAT included, minor units, rounded half away from zero (PF-09). */
export function rowGross(row: SaleRow): Money {
  return extend(row.unitPrice, row.quantityMilli);
}

/** One row's arithmetic: gross, what its discount takes off, and what is left. */
export function rowFigures(row: SaleRow): RowFigures {
  const gross = rowGross(row);
  const discount = discountOf(gross, row.discount);
  return { rowId: row.id, gross, discount, total: subtract(gross, discount) };
}

/** What one VAT rate holds before the sale's discount, and its share of that discount. */
export interface RateShare {
  readonly rate: VatRate;
  readonly beforeDiscount: Money;
  /** Zero or positive, never more than `beforeDiscount`. */
  readonly saleDiscount: Money;
}

/** The sale's discount split over its VAT rates by largest remainder, highest rate first (PF-09). */
export function saleDiscountByRate(sale: Sale, rows: readonly RowFigures[], saleDiscount: Money): readonly RateShare[] {
  const byRate = new Map<VatRate, Money>();
  sale.rows.forEach((row, index) => {
    const total = rows[index]?.total ?? zero(sale.currency);
    byRate.set(row.vatRate, add(byRate.get(row.vatRate) ?? zero(sale.currency), total));
  });
  const groups = [...byRate].sort(([a], [b]) => b - a);
  if (groups.length === 0) return [];
  const shares = allocate(
    saleDiscount,
    groups.map(([, total]) => total.minor),
  );
  return groups.map(([rate, beforeDiscount], index) => ({
    rate,
    beforeDiscount,
    saleDiscount: shares[index] ?? zero(sale.currency),
  }));
}

/** What comes off the whole sale: the cashier's discount or the membership's, whichever is more for the customer. */
function wholeDiscount(sale: Sale, subtotal: Money): { readonly saleDiscount: Money; readonly byMembership: boolean } {
  const given = discountOf(subtotal, sale.discount);
  const members = discountOf(subtotal, { kind: 'percent', hundredths: sale.member?.discountHundredths ?? 0 });
  return members.minor > given.minor ? { saleDiscount: members, byMembership: true } : { saleDiscount: given, byMembership: false };
}

function vatFigures(share: RateShare): VatFigures {
  const gross = subtract(share.beforeDiscount, share.saleDiscount);
  const vat = vatOfGross(gross, share.rate);
  return { rate: share.rate, gross, vat, net: subtract(gross, vat) };
}

/**
 * The whole arithmetic of a sale (PF-09), minor units of its currency, VAT included where not called `net`. Rows add up
 * to the subtotal, subtotal less discount is the total, and the VAT groups add up to the total: to the last öre.
 * Expects what {@link changeSale} lets through; @throws RangeError on rows in another currency than the sale's.
 */
export function saleFigures(sale: Sale): SaleFigures {
  const rows = sale.rows.map(rowFigures);
  const subtotal = sum(
    rows.map((row) => row.total),
    sale.currency,
  );
  const { saleDiscount, byMembership } = wholeDiscount(sale, subtotal);
  const vat = saleDiscountByRate(sale, rows, saleDiscount).map(vatFigures);
  return {
    rows,
    subtotal,
    saleDiscount,
    byMembership,
    total: subtract(subtotal, saleDiscount),
    vatTotal: sum(
      vat.map((group) => group.vat),
      sale.currency,
    ),
    vat,
  };
}
