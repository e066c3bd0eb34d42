import type { ChangeOutcomeView, PaymentView } from '../../../src/contract/index.ts';
import type { Language } from '../../../src/language/language.ts';
import { formatMoney } from '../../../src/money/index.ts';
import type { Money } from '../../../src/money/index.ts';
import { answerWords } from '../../../src/text/index.ts';
import type { Translate } from '../../../src/text/index.ts';

/** `caution`: it has to be read; `quiet`: it is as it should be. */
export interface ChangeWords {
  readonly tone: 'quiet' | 'caution';
  readonly text: string;
  /** To read out on the phone; null if there is none. */
  readonly code: string | null;
}

type Changed = Pick<PaymentView, 'change' | 'amount' | 'screen'>;

/** What became of a change to a waiting invoice (PF-25); null if nothing is to be said. */
export function changeWords(view: Changed, t: Translate, language: Language): ChangeWords | null {
  const { asked, last, doubts } = view.change;
  const money = (of: Money): string => formatMoney(of, language);
  if (asked !== null) {
    const text = asked.minor === view.amount.minor ? t('changing.tellingCard') : t('changing.telling', { amount: money(asked) });
    return { tone: 'quiet', text, code: null };
  }
  if (last === null) return null;
  if (last.kind === 'taken') return { tone: 'quiet', text: t('changing.taken', { amount: money(view.amount) }), code: null };
  const which = doubts.length === 0 ? null : t('changing.doubts', { amounts: either([view.amount, ...doubts], t, language) });
  return { tone: 'caution', ...notTaken(last, which, view, t, language) };
}

function notTaken(
  last: Exclude<ChangeOutcomeView, { kind: 'taken' }>,
  which: string | null,
  { amount, screen }: Changed,
  t: Translate,
  language: Language,
): Omit<ChangeWords, 'tone'> {
  const shown = formatMoney(amount, language);
  switch (last.kind) {
    case 'notSent':
      return { text: which ?? t('changing.notSent', { amount: shown }), code: null };
    case 'refused': {
      const { happened } = answerWords(language, 'updateInvoice', last.resultCode);
      const stands = t(screen.kind === 'confirming' ? 'changing.cardRefused' : 'changing.refused', { happened, amount: shown });
      return { text: which === null ? stands : `${happened} ${which}`, code: codeOf(last.resultCode) };
    }
    case 'unsure':
      return { text: `${unsureWords(last.resultCode, t)} ${which ?? t('changing.same')}`, code: codeOf(last.resultCode) };
  }
}

/** What to say when nobody knows whether SEQR took the change. 90 is what SEQR answers once the customer has scanned (protocol §3.11). */
function unsureWords(code: number | null, t: Translate): string {
  if (code === null) return t('changing.noAnswer');
  return code === 90 ? t('changing.scanned', { code }) : t('changing.noAnswerCode', { code });
}

function codeOf(resultCode: number | null): string | null {
  return resultCode === null ? null : `seqr.updateInvoice.${resultCode}`;
}

/** `134.10 or 149.00 SEK`, each once. */
function either(amounts: readonly Money[], t: Translate, language: Language): string {
  return [...new Set(amounts.map((each) => formatMoney(each, language)))].reduce((first, second) => t('changing.or', { first, second }));
}
