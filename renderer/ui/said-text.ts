import type { Language } from '../../src/language/language.ts';
import { formatMoney, fromRecordText } from '../../src/money/index.ts';
import type { Translate } from '../../src/text/index.ts';

/** What SEQR named instead of ours, for a person: a sum in the language's manner; a reference as it is. */
export function saidText(said: string, t: Translate, language: Language): string {
  if (said === 'unreadable') return t('payment.unreadableAmount');
  const amount = fromRecordText(said);
  return amount === null ? said : formatMoney(amount, language);
}
