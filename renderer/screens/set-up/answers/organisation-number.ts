import type { Currency } from '../../../../src/money/index.ts';

/** The last of ten digits makes the weighted sum of all divisible by ten (weights 2 and 1 in turn, digits of products added). */
function addsUp(digits: string): boolean {
  const sum = Array.from(digits, (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1)).reduce(
    (total, product) => total + (product > 9 ? product - 9 : product),
    0,
  );
  return sum % 10 === 0;
}

/** Swedish shops, told by the krona, have ten digits with a check digit; elsewhere anything of sensible length is taken. */
export function isOrganisationNumber(text: string, currency: Currency): boolean {
  const trimmed = text.trim();
  if (currency !== 'SEK') return trimmed.length >= 5 && trimmed.length <= 20;
  const digits = /^(?:16)?(\d{6})[-+ ]?(\d{4})$/.exec(trimmed);
  return digits !== null && addsUp(`${digits[1] ?? ''}${digits[2] ?? ''}`);
}
