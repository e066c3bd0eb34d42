import type { WireAmount } from '../wire/schema.ts';

/** Money inside the simulator: a whole number of hundredths of the currency (protocol §1: `#.##`), never a float. */

/** The largest sum taken, in whole units: twelve digits, far inside exact integers. */
const MAX_WHOLE_DIGITS = 12;

/** Minor units of a decimal such as `149.99`, `1500` or `-3.8`; undefined with more than two decimals or too many digits. */
export function parseMinor(value: string): number | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(value.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole + fraction === '' || fraction.length > 2) return undefined;
  const digits = whole.replace(/^0+/, '');
  if (digits.length > MAX_WHOLE_DIGITS) return undefined;
  const minor = Number(digits + fraction.padEnd(2, '0'));
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** `14999` -> `149.99`. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount as the wire and the JSON interface show it, two decimals. */
export function amountOf(currency: string, minor: number): { readonly currency: string; readonly value: string } {
  return { currency, value: formatMinor(minor) };
}

/** Minor units of a wire amount; undefined unless it has the expected currency and an exact value. */
export function minorOf(amount: WireAmount | undefined, currency: string): number | undefined {
  if (amount?.value === undefined || amount.currency !== currency) return undefined;
  return parseMinor(amount.value);
}
