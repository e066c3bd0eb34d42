import { multiplyRatio, zero } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Discount } from './sale.ts';

/** Hundredths of a percent: everything. */
const ALL = 10_000;

/**
 * What a discount takes off `base` (zero or more, VAT included), rounded half away from zero (PF-09); never more than
 * `base`. An amount that was fine when it was given may exceed its base later, because the quantity went down or a row
 * was removed: it is then capped here and not changed in the sale, so that it comes back when the quantity does.
 */
export function discountOf(base: Money, discount: Discount | undefined): Money {
  if (discount === undefined) return zero(base.currency);
  switch (discount.kind) {
    case 'percent':
      return multiplyRatio(base, discount.hundredths, ALL);
    case 'amount':
      return discount.amount.minor > base.minor ? base : discount.amount;
  }
}

export type DiscountProblem = 'discount-not-positive' | 'discount-too-large' | 'currency-differs';

/** Whether `discount` may be given on `base`; null if so. An amount above `base` is refused when it is given. */
export function discountProblem(base: Money, discount: Discount): DiscountProblem | null {
  switch (discount.kind) {
    case 'percent':
      if (!Number.isSafeInteger(discount.hundredths) || discount.hundredths < 1) return 'discount-not-positive';
      return discount.hundredths > ALL ? 'discount-too-large' : null;
    case 'amount':
      if (!Number.isSafeInteger(discount.amount.minor) || discount.amount.minor < 1) return 'discount-not-positive';
      if (discount.amount.currency !== base.currency) return 'currency-differs';
      return discount.amount.minor > base.minor ? 'discount-too-large' : null;
  }
}
