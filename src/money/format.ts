import type { Language } from '../language/language.ts';
import { scaledToDecimal } from './decimal.ts';
import type { Money } from './money.ts';
import { quantityToDecimal } from './quantity.ts';
import type { QuantityMilli } from './quantity.ts';

const DECIMAL_SIGN: Readonly<Record<Language, string>> = { en: '.', sv: ',' };
const GROUP_SIGN: Readonly<Record<Language, string>> = { en: ',', sv: '\u00a0' };
const MINUS = '\u2212';

function group(whole: string, sign: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, sign);
}

/** `1,149.00` or `1 149,00`: the figure in the language's manner, without the currency. Integers only, no floats. */
export function formatAmount(amount: Money, language: Language): string {
  const figure = scaledToDecimal(Math.abs(amount.minor), 2);
  const whole = group(figure.slice(0, -3), GROUP_SIGN[language]);
  return `${amount.minor < 0 ? MINUS : ''}${whole}${DECIMAL_SIGN[language]}${figure.slice(-2)}`;
}

/** The figure with its currency once: `149.00 SEK`, `149,00 SEK`. */
export function formatMoney(amount: Money, language: Language): string {
  return `${formatAmount(amount, language)}\u00a0${amount.currency}`;
}

/** `2`, `0.45`: a quantity in the language's manner. */
export function formatQuantity(quantityMilli: QuantityMilli, language: Language): string {
  return quantityToDecimal(quantityMilli).replace('-', MINUS).replace('.', DECIMAL_SIGN[language]);
}
