import type { Language } from '../../../../src/language/language.ts';
import { decimalToScaled } from '../../../../src/money/index.ts';
import type { VatRate } from '../../../../src/money/index.ts';

const MAX_RATES = 8;

/** Rates as they are typed, `25 12,5 6 0`, highest first and each once; null if one of them is none. */
export function vatRatesFromText(text: string): readonly VatRate[] | null {
  const words = text.split(/[\s;%]+|,\s+/).filter((word) => word !== '');
  const rates = words.map((word) => decimalToScaled(word.replace(/,$/, '').replace(',', '.'), 2));
  const valid = rates.filter((rate) => rate !== null && rate >= 0 && rate <= 10_000);
  const unique = [...new Set(valid)].sort((a, b) => (b ?? 0) - (a ?? 0));
  if (valid.length !== words.length || unique.length === 0 || unique.length > MAX_RATES) return null;
  return unique.filter((rate) => rate !== null);
}

/** `25`, `25,5`: a rate as it is typed. */
export function vatRateText(rate: VatRate, language: Language): string {
  return String(rate / 100).replace('.', language === 'sv' ? ',' : '.');
}
