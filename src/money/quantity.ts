import { decimalToScaled, scaledToDecimal } from './decimal.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';
import { roundedDivide } from './rounding.ts';

/** A quantity in thousandths of its unit, a safe integer: 1000 is one piece, 450 is 0.450 kg. */
export type QuantityMilli = number;

export const ONE: QuantityMilli = 1000;
/** 99,999.999: more of one thing in one row is a slip of the finger or a scan in the wrong field. */
export const MAX_QUANTITY_MILLI: QuantityMilli = 99_999_999;

/** quantity × unit price, rounded half away from zero (PF-09). */
export function extend(unitPrice: Money, quantityMilli: QuantityMilli): Money {
  return money(roundedDivide(BigInt(unitPrice.minor) * BigInt(quantityMilli), 1000n), unitPrice.currency);
}

/** The wire form: no needless zeros. 1000 is `1`, 450 is `0.45`. */
export function quantityToDecimal(quantityMilli: QuantityMilli): string {
  return scaledToDecimal(quantityMilli, 3).replace(/\.?0+$/, '');
}

/** Reads `2`, `0.45` or `0,45`; null if it is not a quantity with at most three decimals. */
export function quantityFromText(text: string): QuantityMilli | null {
  return decimalToScaled(text.replace(',', '.'), 3);
}
