import fc from 'fast-check';
import type { UnitCode } from '../../catalogue/product.ts';
import { MAX_MINOR, MAX_QUANTITY_MILLI, money, multiplyRatio } from '../../money/index.ts';
import type { Currency, Money } from '../../money/index.ts';
import { anyText } from '../../plain-text/testing/any-text.ts';
import { changeSale } from '../change-sale.ts';
import type { Discount, Member, Sale, SaleChange, SaleRow } from '../sale.ts';
import { emptySale } from './empty-sale.ts';

/** The shop of the sale's tests: Sweden's rates and one that is not whole. */
export const RULES = { vatRates: [2500, 1250, 1200, 600, 0] } as const;

/** Mostly what a cashier does, now and then what only a damaged file or a hostile window would ask. */
function mostly<T>(sensible: fc.Arbitrary<T>, hostile: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: sensible }, { weight: 1, arbitrary: hostile });
}

const hostileNumber = fc.oneof(
  fc.constantFrom(0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_MINOR + 1, MAX_QUANTITY_MILLI + 1),
  fc.double(),
);

const price: fc.Arbitrary<Money> = fc.record({
  currency: mostly<Currency>(fc.constant('SEK'), fc.constant('EUR')),
  minor: mostly(
    fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 50_000 })),
    fc.oneof(hostileNumber, fc.constant(MAX_MINOR)),
  ),
});

const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), hundredths: mostly(fc.integer({ min: 1, max: 10_000 }), hostileNumber) }),
  fc.record({ kind: fc.constant('amount' as const), amount: price }),
);

const pieces = mostly(
  fc.integer({ min: 1, max: 9 }).map((count) => count * 1000),
  hostileNumber,
);
const weight = mostly(fc.integer({ min: 1, max: 5000 }), hostileNumber);
const name = mostly(fc.constantFrom('Coffee', 'Kardemummabulle'), anyText(90));
const rowId = fc.integer({ min: 0, max: 9 }).map((n) => `row-${n}`);

function rowIn(unit: UnitCode, quantityMilli: fc.Arbitrary<number>): fc.Arbitrary<SaleRow> {
  return fc.record(
    {
      id: rowId,
      kind: fc.constantFrom('product', 'free', 'amount'),
      productId: fc.constantFrom('coffee', 'bun'),
      name,
      unitPrice: price,
      quantityMilli,
      unit: fc.constant(unit),
      vatRate: mostly(fc.constantFrom(...RULES.vatRates), fc.constant(700)),
      sku: anyText(60),
      discount,
    },
    { requiredKeys: ['id', 'kind', 'name', 'unitPrice', 'quantityMilli', 'unit', 'vatRate'] },
  );
}

const adding = fc.record({
  kind: fc.constant('addRow' as const),
  row: fc.oneof(rowIn('EA', pieces), rowIn('KGM', weight)),
  merge: fc.boolean(),
});

const member: fc.Arbitrary<Member> = fc.record({
  tokenId: fc.constantFrom('CLUB', 'GOLD'),
  name: mostly(fc.constant('Club'), anyText(90)),
  card: fc.constant('97521234'),
  discountHundredths: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_900 })),
});

/** Any change that has the right shape, sensible or not. */
export const anyChange: fc.Arbitrary<SaleChange> = fc.oneof(
  { weight: 4, arbitrary: adding },
  fc.record({ kind: fc.constant('setQuantity' as const), rowId, quantityMilli: fc.oneof(pieces, weight) }),
  fc.record({ kind: fc.constant('setRowDiscount' as const), rowId, discount: fc.option(discount) }),
  fc.record({ kind: fc.constant('setSaleDiscount' as const), discount: fc.option(discount) }),
  fc.record({ kind: fc.constant('setMember' as const), member: fc.option(member) }),
  fc.record({ kind: fc.constant('setNote' as const), note: fc.option(anyText(220)) }),
  fc.record({ kind: fc.constant('removeRow' as const), rowId }),
);

/** The sale after those changes; the refused ones leave no trace. */
export function saleAfter(changes: readonly SaleChange[], start: Sale = emptySale('s', 'SEK')): Sale {
  return changes.reduce((sale, change) => {
    const result = changeSale(sale, change, RULES);
    return result.ok ? result.sale : sale;
  }, start);
}

const reachedSale = fc.array(anyChange, { maxLength: 20, size: 'max' }).map((changes) => saleAfter(changes));

/** The same sale as if quantities had gone down after its discounts were given: amounts above what they come off. */
function withLargeDiscounts(sale: Sale): Sale {
  const enlarged = <T extends { readonly discount?: Discount }>(of: T): T =>
    of.discount?.kind === 'amount' ? { ...of, discount: { ...of.discount, amount: multiplyRatio(of.discount.amount, 50, 1) } } : of;
  return enlarged({ ...sale, rows: sale.rows.map(enlarged) });
}

/** Any sale a cashier can reach, most of them with several rows, rates and discounts. */
export const anySale: fc.Arbitrary<Sale> = fc.oneof({ weight: 3, arbitrary: reachedSale }, reachedSale.map(withLargeDiscounts));

/** A row for the examples: one piece at 25 % unless said otherwise. */
export function exampleRow(id: string, minor: number, more: Partial<SaleRow> = {}): SaleRow {
  return { id, kind: 'free', name: id, unitPrice: money(minor, 'SEK'), quantityMilli: 1000, unit: 'EA', vatRate: 2500, ...more };
}

export function exampleSale(rows: readonly SaleRow[], saleDiscount?: Discount): Sale {
  return { ...emptySale('s', 'SEK'), rows, ...(saleDiscount === undefined ? {} : { discount: saleDiscount }) };
}
