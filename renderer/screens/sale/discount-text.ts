import type { Language } from '../../../src/language/language.ts';
import { formatAmount } from '../../../src/money/index.ts';
import type { Discount } from '../../../src/sale/index.ts';
import { percentText } from '../../ui/percent-text.ts';

/** `10 %` or `5.00`: how a discount was given. */
export function discountText(discount: Discount, language: Language): string {
  if (discount.kind === 'amount') return formatAmount(discount.amount, language);
  return `${percentText(discount.hundredths, language)}\u00a0%`;
}
