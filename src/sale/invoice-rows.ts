import { MAX_NAME_LENGTH } from '../catalogue/product.ts';
import { wireUnit } from '../catalogue/unit.ts';
import type { Language } from '../language/language.ts';
import { negate, quantityToDecimal, wireTaxRate } from '../money/index.ts';
import type { Money, VatRate } from '../money/index.ts';
import { bounded, cleanText } from '../plain-text/plain-text.ts';
import type { InvoiceRow } from '../protocol/types.ts';
import { saleDiscountByRate, saleFigures } from './figures.ts';
import type { RowFigures, Sale, SaleRow } from './sale.ts';
import { DISCOUNT_WORDS } from './words.ts';

/** A longer SKU is cut in what SEQR is sent. SEQR publishes no limit; decided here. Characters. */
const MAX_SKU_LENGTH = 40;

/**
 * The sale as SEQR's invoice rows (protocol §2): every article with its gross, a row discount as a negative row with
 * quantity 1 right after it, the sale's discount as one negative row per VAT rate at the end, so that every
 * `itemTaxRate` is true. The `itemTotalAmount`s add up to the sale's total exactly (PF-09). `language` is that of the
 * discount rows, which the customer reads on the phone. `itemDiscount` stays unused: SEQR would take it off once more.
 */
export function invoiceRows(sale: Sale, language: Language = 'en'): readonly InvoiceRow[] {
  const figures = saleFigures(sale);
  const words = DISCOUNT_WORDS[language];
  const articles = sale.rows.flatMap((row, index) => {
    const own = figures.rows[index];
    return own === undefined ? [] : rowWithDiscount(row, own, words.row);
  });
  const membership = figures.byMembership === true ? wireText(sale.member?.name ?? '') : '';
  const discounts = saleDiscountByRate(sale, figures.rows, figures.saleDiscount)
    .filter((share) => share.saleDiscount.minor > 0)
    .map((share) => discountRow(membership === '' ? words.sale : membership, share.saleDiscount, share.rate));
  return [...articles, ...discounts];
}

function rowWithDiscount(row: SaleRow, figures: RowFigures, word: string): readonly InvoiceRow[] {
  const article = articleRow(row, figures.gross);
  if (figures.discount.minor === 0) return [article];
  return [article, discountRow(`${word}: ${row.name}`, figures.discount, row.vatRate)];
}

function articleRow(row: SaleRow, gross: Money): InvoiceRow {
  const sku = row.sku === undefined ? '' : bounded(cleanText(row.sku), MAX_SKU_LENGTH);
  return {
    itemDescription: wireText(row.name),
    ...(row.ean === undefined ? {} : { itemEAN: row.ean }),
    itemQuantity: quantityToDecimal(row.quantityMilli),
    ...(sku === '' ? {} : { itemSKU: sku }),
    ...wireTax(row.vatRate),
    itemTotalAmount: gross,
    itemUnit: wireUnit(row.unit),
    itemUnitPrice: row.unitPrice,
  };
}

function discountRow(description: string, discount: Money, rate: VatRate): InvoiceRow {
  return {
    itemDescription: wireText(description),
    itemQuantity: '1',
    ...wireTax(rate),
    itemTotalAmount: negate(discount),
    itemUnit: wireUnit('EA'),
    itemUnitPrice: negate(discount),
  };
}

/** A text as SEQR and the customer's phone show it: clean, and no longer than a product's name. */
export function wireText(text: string): string {
  return bounded(cleanText(text), MAX_NAME_LENGTH);
}

/** A whole percent, or nothing: SEQR's `itemTaxRate` is an integer (till-features, Numbers). */
export function wireTax(rate: VatRate): Pick<InvoiceRow, 'itemTaxRate'> {
  const itemTaxRate = wireTaxRate(rate);
  return itemTaxRate === undefined ? {} : { itemTaxRate };
}
