import { CURRENCIES, MAX_MINOR, money } from './money.ts';
import type { Currency, Money } from './money.ts';

/** The wire form of an amount: always two decimals, a point, no grouping. 14900 minor units are `149.00`. */
export function toDecimal(amount: Money): string {
  return scaledToDecimal(amount.minor, 2);
}

/** An integer scaled by `10^decimals` as a decimal string with exactly that many decimals, one or more. */
export function scaledToDecimal(scaled: number, decimals: number): string {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${scaled < 0 ? '-' : ''}${whole}.${digits.slice(digits.length - decimals)}`;
}

/**
 * Reads an xs:decimal exactly into an integer scaled by `10^decimals`, one or more; trailing zeros beyond that scale are accepted
 * (`149.00000` is 149.00), other digits beyond it are not. Returns null for anything else, never a rounded figure.
 */
export function decimalToScaled(text: string, decimals: number): number | null {
  const match = /^\s*([+-]?)(\d{1,16})?(?:\.(\d{0,40}))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  if (/[1-9]/.test(fraction.slice(decimals))) return null;
  const scaled = Number(`${whole}${kept}`);
  if (!Number.isSafeInteger(scaled) || scaled > MAX_MINOR * 1000) return null;
  return sign === '-' && scaled !== 0 ? -scaled : scaled;
}

/** Reads a wire amount; null if it is not a decimal with at most two significant decimals. */
export function fromDecimal(text: string, currency: Currency): Money | null {
  const minor = decimalToScaled(text, 2);
  return minor === null ? null : money(minor, currency);
}

/** `149.00 SEK`: an amount as a record keeps it among other words, whatever the language. */
export function toRecordText(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}

/** The amount that {@link toRecordText} wrote; null: it is something else. */
export function fromRecordText(text: string): Money | null {
  const [figure = '', code, ...more] = text.split(' ');
  const currency = CURRENCIES.find((each) => each === code);
  return currency === undefined || more.length > 0 ? null : fromDecimal(figure, currency);
}
