import { MAX_NAME_LENGTH } from '../catalogue/product.ts';
import type { UnitCode } from '../catalogue/product.ts';
import { MAX_MINOR, MAX_QUANTITY_MILLI, ONE } from '../money/index.ts';
import type { Money, QuantityMilli, VatRate } from '../money/index.ts';
import { discountProblem } from './discount.ts';
import { rowGross } from './figures.ts';
import type { Sale, SaleProblem, SaleRow } from './sale.ts';

function nameProblem(name: string): SaleProblem | null {
  if (name === '') return 'text-missing';
  return name.length > MAX_NAME_LENGTH ? 'text-too-long' : null;
}

function priceProblem(price: Money): SaleProblem | null {
  if (!Number.isSafeInteger(price.minor) || price.minor < 1) return 'price-not-positive';
  return price.minor > MAX_MINOR ? 'amount-too-large' : null;
}

/** Null if `quantityMilli` of `unit` can be sold: more than zero, within {@link MAX_QUANTITY_MILLI}, pieces whole. */
export function quantityProblem(quantityMilli: QuantityMilli, unit: UnitCode): SaleProblem | null {
  if (Number.isNaN(quantityMilli) || quantityMilli <= 0) return 'quantity-not-positive';
  if (quantityMilli > MAX_QUANTITY_MILLI) return 'quantity-too-large';
  const step = unit === 'EA' ? ONE : 1;
  return quantityMilli % step === 0 ? null : 'quantity-not-whole';
}

/** Null if the row's own arithmetic stays within bounds. */
export function rowAmountProblem(row: SaleRow): SaleProblem | null {
  return rowGross(row).minor > MAX_MINOR ? 'amount-too-large' : null;
}

/** The first thing that keeps `row` (its name already clean) out of `sale`, or null. Other rows are not looked at. */
export function rowProblem(sale: Sale, row: SaleRow, vatRates: readonly VatRate[]): SaleProblem | null {
  if (row.unitPrice.currency !== sale.currency) return 'currency-differs';
  return (
    nameProblem(row.name) ??
    priceProblem(row.unitPrice) ??
    quantityProblem(row.quantityMilli, row.unit) ??
    (vatRates.includes(row.vatRate) ? null : 'vat-rate-unknown') ??
    rowAmountProblem(row) ??
    (row.discount === undefined ? null : discountProblem(rowGross(row), row.discount))
  );
}
