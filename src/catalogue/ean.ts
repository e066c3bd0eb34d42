/** Why a text is no EAN. */
export type EanProblem = 'length' | 'digits' | 'check-digit';

export type EanCheck =
  /** 8 or 13 digits; UPC-A has been padded to 13. */
  { readonly ok: true; readonly ean: string } | { readonly ok: false; readonly problem: EanProblem };

/** GS1's check digit for the digits before it: weights 3 and 1 in turn from the right. */
export function eanCheckDigit(digits: string): string {
  let weighted = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    weighted += weight * Number(digits[index]);
  }
  return String((10 - (weighted % 10)) % 10);
}

/** Checks EAN-13, EAN-8 and UPC-A (12 digits, padded to 13), white space around them allowed (till-features, Numbers). */
export function checkEan(text: string): EanCheck {
  const digits = text.trim();
  if (!/^\d*$/.test(digits)) return { ok: false, problem: 'digits' };
  if (![8, 12, 13].includes(digits.length)) return { ok: false, problem: 'length' };
  if (eanCheckDigit(digits.slice(0, -1)) !== digits.slice(-1)) return { ok: false, problem: 'check-digit' };
  return { ok: true, ean: digits.length === 12 ? `0${digits}` : digits };
}
