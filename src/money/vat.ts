import { money } from './money.ts';
import type { Money } from './money.ts';
import { roundedDivide } from './rounding.ts';

/** A VAT rate in hundredths of a percent: 2500 is 25 %, 1200 is 12 %, 0 is no VAT. */
export type VatRate = number;

/** The VAT inside a gross amount: gross × rate / (100 % + rate), rounded half away from zero (PF-09). */
export function vatOfGross(gross: Money, rate: VatRate): Money {
  return money(roundedDivide(BigInt(gross.minor) * BigInt(rate), BigInt(10_000 + rate)), gross.currency);
}

/** `25`, `12.5`: percent without needless zeros, for screens and paper (locale decimals are the caller's). */
export function vatPercentText(rate: VatRate): string {
  return String(rate / 100);
}

/** SEQR's `itemTaxRate` is an integer percent: the rate if it is whole, otherwise left out (till-features, Numbers). */
export function wireTaxRate(rate: VatRate): string | undefined {
  return rate % 100 === 0 ? String(rate / 100) : undefined;
}
