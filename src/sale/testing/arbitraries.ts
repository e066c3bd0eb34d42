import fc from 'fast-check';
import { MAX_MINOR, MAX_QUANTITY_MILLI, money } from '../../money/index.ts';
import type { Currency, Money } from '../../money/index.ts';
import { changeSale } from '../change-sale.ts';
import { emptySale } from '../empty-sale.ts';
import type { Discount, Sale, SaleChange, SaleRow } from '../sale.ts';

/** The shop of the sale's tests: Sweden's rates and one that is not whole. */
export const RULES = { vatRates: [2500, 1250, 1200, 600, 0] } as const;

/** Money of any figure at all: what a damaged file or a hostile window might hold. */
const hostileMoney: fc.Arbitrary<Money> = fc.record({
  currency: fc.constantFrom<Currency>('SEK', 'SEK', 'SEK', 'EUR'),
  minor: fc.oneof(fc.integer({ min: -10, max: 50_000 }), fc.integer({ min: -MAX_MINOR, max: 2 * MAX_MINOR }), fc.double()),
});

const percent: fc.Arbitrary<Discount> = fc.record({
  kind: fc.constant('percent'),
  hundredths: fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(0, -1, 10_001, 0.5, Number.NaN)),
});
const amount: fc.Arbitrary<Discount> = fc.record({ kind: fc.constant('amount'), amount: hostileMoney });
const discount = fc.oneof(percent, amount);

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((pieces) => pieces * 1000),
  fc.integer({ min: -2, max: 5000 }),
  fc.constantFrom(MAX_QUANTITY_MILLI, MAX_QUANTITY_MILLI + 1, Number.NaN, Number.POSITIVE_INFINITY, 0.5),
);

const rowId = fc.integer({ min: 0, max: 9 }).map((n) => `row-${n}`);

const row: fc.Arbitrary<SaleRow> = fc.record(
  {
    id: rowId,
    kind: fc.constantFrom('product', 'free', 'amount'),
    productId: fc.constantFrom('coffee', 'bun'),
    name: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('Coffee', 'Kardemummabulle') }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 90 }) }),
    unitPrice: hostileMoney,
    quantityMilli: quantity,
    unit: fc.constantFrom('EA', 'KGM'),
    vatRate: fc.constantFrom(2500, 1250, 1200, 600, 0, 700),
    sku: fc.string({ unit: 'binary', maxLength: 60 }),
    discount,
  },
  { requiredKeys: ['id', 'kind', 'name', 'unitPrice', 'quantityMilli', 'unit', 'vatRate'] },
);

/** Any change that has the right shape, sensible or not. */
export const anyChange: fc.Arbitrary<SaleChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('addRow' as const), row, merge: fc.boolean() }) },
  fc.record({ kind: fc.constant('setQuantity' as const), rowId, quantityMilli: quantity }),
  fc.record({ kind: fc.constant('setRowDiscount' as const), rowId, discount: fc.option(discount) }),
  fc.record({ kind: fc.constant('setSaleDiscount' as const), discount: fc.option(discount) }),
  fc.record({ kind: fc.constant('setNote' as const), note: fc.option(fc.string({ unit: 'binary', maxLength: 220 })) }),
  fc.record({ kind: fc.constant('removeRow' as const), rowId }),
);

/** The sale after those changes; the refused ones leave no trace. */
export function saleAfter(changes: readonly SaleChange[], start: Sale = emptySale('s', 'SEK')): Sale {
  return changes.reduce((sale, change) => {
    const result = changeSale(sale, change, RULES);
    return result.ok ? result.sale : sale;
  }, start);
}

/** Any sale a cashier can reach. */
export const anySale: fc.Arbitrary<Sale> = fc.array(anyChange, { maxLength: 25 }).map((changes) => saleAfter(changes));

/** A row for the examples: one piece at 25 % unless said otherwise. */
export function exampleRow(id: string, minor: number, more: Partial<SaleRow> = {}): SaleRow {
  return { id, kind: 'free', name: id, unitPrice: money(minor, 'SEK'), quantityMilli: 1000, unit: 'EA', vatRate: 2500, ...more };
}

export function exampleSale(rows: readonly SaleRow[], saleDiscount?: Discount): Sale {
  return { ...emptySale('s', 'SEK'), rows, ...(saleDiscount === undefined ? {} : { discount: saleDiscount }) };
}
