import type { SaleView } from '../../src/contract/index.ts';
import { add, money, zero } from '../../src/money/index.ts';
import type { Discount, SaleFigures, SaleRow } from '../../src/sale/index.ts';

const sek = (minor: number) => money(minor, 'SEK');

interface SampleRow {
  readonly row: SaleRow;
  readonly gross: number;
  readonly discount: number;
}

function row(
  id: string,
  name: string,
  price: number,
  quantityMilli: number,
  gross: number,
  more: Partial<SaleRow> = {},
  discount = 0,
): SampleRow {
  return {
    row: { id, kind: 'product', productId: id, name, unitPrice: sek(price), quantityMilli, unit: 'EA', vatRate: 1200, ...more },
    gross,
    discount,
  };
}

const tenPercent: Discount = { kind: 'percent', hundredths: 1000 };

const SOME: readonly SampleRow[] = [
  row('1', 'Cortado', 4200, 2000, 8400),
  row('2', 'Cardamom bun', 3800, 1000, 3800, { discount: tenPercent }, 380),
  row('3', 'Apples', 4951, 450, 2228, { unit: 'KGM' }),
];

/** The sale of the drawing, and the same made long. Figures are written down, not worked out: this is a picture. */
function saleOf(rows: readonly SampleRow[], more: Partial<SaleView> = {}): SaleView {
  const figures = rows.map(({ row: each, gross, discount }) => ({
    rowId: each.id,
    gross: sek(gross),
    discount: sek(discount),
    total: sek(gross - discount),
  }));
  const subtotal = figures.map(({ total }) => total).reduce(add, zero('SEK'));
  const vat = sek(Math.round((subtotal.minor * 12) / 112));
  const all: SaleFigures = {
    rows: figures,
    subtotal,
    saleDiscount: zero('SEK'),
    total: subtotal,
    vatTotal: vat,
    vat: rows.length === 0 ? [] : [{ rate: 1200, gross: subtotal, vat, net: sek(subtotal.minor - vat.minor) }],
  };
  return {
    sale: { id: 'sale-1', currency: 'SEK', rows: rows.map(({ row: each }) => each) },
    revision: 3,
    figures: all,
    selectedRowId: rows.at(-1)?.row.id ?? null,
    canUndo: rows.length > 0,
    locked: false,
    ...more,
  };
}

const MANY: readonly SampleRow[] = [
  ...SOME,
  row('4', 'Sourdough sandwich with roast beef and horseradish', 11_900, 1000, 11_900),
  row('5', 'Paper bag', 300, 4000, 1200, { vatRate: 2500 }),
  row('6', 'Brewed coffee, refill', 1500, 2000, 3000, { discount: { kind: 'amount', amount: sek(500) } }, 500),
  row('7', 'Goods', 24_900, 1000, 24_900, { kind: 'free' }),
  row('8', 'Cinnamon bun', 3600, 12_000, 43_200, { discount: tenPercent }, 4320),
];

export const EMPTY_SALE = saleOf([]);
export const SOME_SALE = saleOf(SOME, { selectedRowId: '2' });
export const MANY_SALE = saleOf(MANY);
export const LONG_SALE = saleOf(
  Array.from({ length: 24 }, (_, index) =>
    row(
      `r${index}`,
      index % 3 === 0 ? 'Sourdough sandwich with roast beef and horseradish' : `Brewed coffee ${index}`,
      58_900,
      3000,
      176_700,
    ),
  ),
);
