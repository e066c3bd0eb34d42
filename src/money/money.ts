import { roundedDivide } from './rounding.ts';

/**
 * An ISO 4217 currency with two decimals. SEQR amounts have two decimals, so Kassa refuses every other currency at
 * set-up (till-features, Numbers).
 */
export const CURRENCIES = ['SEK', 'EUR', 'NOK', 'DKK', 'USD', 'GBP', 'RON', 'THB', 'PLN', 'CHF'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Money as an immutable value: a whole number of minor units (öre, cents; two decimals) in one currency. */
export interface Money {
  readonly currency: Currency;
  /** Minor units, a safe integer, may be negative. 14900 means 149.00. */
  readonly minor: number;
}

/** The largest amount Kassa handles, in minor units: far above any sale, far below where integers end. */
export const MAX_MINOR = 99_999_999_99;

/** @throws RangeError if `minor` is not a safe integer: a programmer's error, never a cashier's. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  return { currency, minor: minor === 0 ? 0 : minor };
}

export function zero(currency: Currency): Money {
  return money(0, currency);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
}

export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return add(a, negate(b));
}

export function negate(a: Money): Money {
  return money(-a.minor, a.currency);
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency));
}

export function equals(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

/** `amount × numerator / denominator`, rounded half away from zero (PF-09). Exact for every safe input. */
export function multiplyRatio(amount: Money, numerator: number, denominator: number): Money {
  return money(roundedDivide(BigInt(amount.minor) * BigInt(numerator), BigInt(denominator)), amount.currency);
}

/**
 * Splits `amount` in proportion to `weights` by largest remainder, so that the parts always add up to the whole (PF-09).
 * Weights are non-negative integers; with all weights zero, the first part takes everything. Ties go to the earlier part.
 * @throws RangeError on no weights, or on any that are not: a programmer's error.
 */
export function allocate(amount: Money, weights: readonly number[]): readonly Money[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate to');
  const total = weights.reduce((a, b) => a + b, 0);
  if (!Number.isSafeInteger(total) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError(`not weights: ${weights.join(', ')}`);
  }
  if (total === 0) return weights.map((_, i) => money(i === 0 ? amount.minor : 0, amount.currency));

  const sign = amount.minor < 0 ? -1 : 1;
  const size = BigInt(Math.abs(amount.minor));
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, floor: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  const left = Math.abs(amount.minor) - shares.reduce((a, s) => a + s.floor, 0);
  // Sorting leaves ties in their order.
  const byRest = [...shares].sort((a, b) => b.rest - a.rest);
  const lucky = new Set(byRest.slice(0, left).map((s) => s.index));
  return shares.map((s) => money(sign * (s.floor + (lucky.has(s.index) ? 1 : 0)), amount.currency));
}
