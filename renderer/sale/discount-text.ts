import { formatAmount } from '../../src/contract/index.ts';
import type { Discount, Language } from '../../src/contract/index.ts';

/** `10 %` or `5.00`: how a discount was given. */
export function discountText(discount: Discount, language: Language): string {
  if (discount.kind === 'amount') return formatAmount(discount.amount, language);
  const percent = String(discount.hundredths / 100);
  return `${language === 'sv' ? percent.replace('.', ',') : percent}\u00a0%`;
}
