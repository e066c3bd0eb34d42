import type { PaymentView, ReservedPhaseView } from '../../../src/contract/index.ts';
import type { Language } from '../../../src/language/language.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { answerWords } from '../../../src/text/index.ts';
import type { AnswerWords, TextKey, Translate } from '../../../src/text/index.ts';
import { saidText } from '../../ui/said-text.ts';
import { phaseWords } from '../tabs/tab-words.ts';
import type { TabFacts } from '../tabs/tab-words.ts';

type Screen = PaymentView['screen'];
type Spoken = Pick<PaymentView, 'screen' | 'amount' | 'change' | 'lastCommit' | 'unpaid'>;

/** The cashier's one sentence for each screen (payment-rules, What the screens say). */
export function cashierSentence(view: Spoken, t: Translate, language: Language): string {
  const { screen } = view;
  if (view.unpaid !== null) return t(screen.kind === 'cancelled' && screen.askedHere ? 'tab.ended.cancelled' : 'tab.ended.gone');
  switch (screen.kind) {
    case 'sending':
      return t(screen.slow ? 'payment.cashier.sendingSlow' : 'payment.cashier.sending');
    case 'refused':
      return screen.registration
        ? t('payment.cashier.refusedRegistration')
        : whatAndMoney(answerWords(language, 'sendInvoice', screen.resultCode));
    case 'unknown':
      return screen.resultCode === null
        ? t('payment.cashier.unknownKnown')
        : whatAndMoney(answerWords(language, 'getPaymentStatus', screen.resultCode));
    case 'oddStatus':
      return t('payment.cashier.oddStatus', { status: screen.status });
    case 'reserved':
      return phaseWords(tabFacts(view, screen), t, language);
    case 'cancelled':
      return t(cancelledKey(screen));
    case 'paid':
      return screen.seqrSaid === null
        ? t('payment.cashier.paid')
        : `${otherPaidWords(view, screen, t, language)} ${t('payment.cashier.paidOtherOrder')}`;
    case 'notSent':
    case 'sendUnknown':
    case 'waiting':
    case 'confirming':
    case 'cancelling':
    case 'reversed':
    case 'failed':
    case 'expired':
    case 'notPaid':
      return t(`payment.cashier.${screen.kind}`);
  }
}

/** Both figures, where SEQR took something else than it was asked for (PF-08). */
export function otherPaidWords(
  { amount }: Pick<PaymentView, 'amount'>,
  { seqrSaid }: Extract<Screen, { kind: 'paid' }>,
  t: Translate,
  language: Language,
): string {
  return t('payment.cashier.paidOther', { said: saidText(seqrSaid ?? '', t, language), amount: formatMoney(amount, language) });
}

/** What the payment on the screen says of its tab. */
export function tabFacts(
  { amount, change, lastCommit }: Omit<Spoken, 'screen' | 'unpaid'>,
  { phase, inDoubt }: Extract<Screen, { kind: 'reserved' }>,
): TabFacts {
  return { phase, inDoubt, reserved: amount, taking: change.asked ?? amount, lastUpdate: change.last, lastCommit };
}

const whatAndMoney = ({ happened, means }: AnswerWords): string => `${happened} ${means}`;

/** What to do about an answer of SEQR's, where there is one to do something about. */
export function nextStepWords({ screen }: Pick<PaymentView, 'screen'>, language: Language): string | null {
  switch (screen.kind) {
    case 'refused': {
      const { happened, step } = answerWords(language, 'sendInvoice', screen.resultCode);
      return screen.registration ? `${happened} ${step}` : step;
    }
    case 'unknown':
      return screen.resultCode === null ? null : answerWords(language, 'getPaymentStatus', screen.resultCode).step;
    default:
      return null;
  }
}

function cancelledKey({ contactLost, askedHere }: Extract<Screen, { kind: 'cancelled' }>): TextKey {
  if (contactLost) return 'payment.cashier.cancelledContactLost';
  return askedHere ? 'payment.cashier.cancelled' : 'payment.cashier.cancelledByOther';
}

/** The customer's words: one large, one sentence at most. `title` null: the code and the amount speak. */
export function customerWords(
  view: Pick<PaymentView, 'screen' | 'amount'>,
  t: Translate,
  language: Language,
): { readonly title: string; readonly sentence: string } {
  const { screen } = view;
  const amount = formatMoney(view.amount, language);
  switch (screen.kind) {
    case 'sending':
    case 'sendUnknown':
    case 'confirming':
    case 'cancelling':
    case 'failed':
    case 'expired':
    case 'notPaid':
    case 'unknown':
    case 'oddStatus':
    case 'reversed':
      return split(t(`payment.customer.${screen.kind}`));
    case 'reserved':
      return { title: reservedTitle(screen.phase, amount, t), sentence: '' };
    case 'waiting':
      return { title: t('payment.customer.scan'), sentence: '' };
    case 'notSent':
    case 'refused':
      return { title: t('payment.customer.notStarted'), sentence: '' };
    case 'cancelled':
      return split(t(screen.contactLost ? 'payment.customer.cancelledContactLost' : 'payment.customer.cancelled'));
    case 'paid':
      if (screen.seqrSaid !== null) return split(t('payment.customer.oddStatus'));
      return {
        title: t('payment.customer.paidTitle'),
        sentence:
          screen.lastSix === null
            ? t('payment.customer.paidNoReference', { amount })
            : t('payment.customer.paid', { amount, lastSix: screen.lastSix }),
      };
  }
}

function reservedTitle(phase: ReservedPhaseView, amount: string, t: Translate): string {
  if (phase === 'releasing') return t('payment.customer.cancelling');
  return phase === 'held' ? t('payment.customer.reserved', { amount }) : t('payment.customer.sending');
}

/** `Cancelled. Nothing charged.`: the first sentence is the word, the rest what it means. */
function split(text: string): { readonly title: string; readonly sentence: string } {
  const end = text.indexOf('. ');
  return end < 0 ? { title: text, sentence: '' } : { title: text.slice(0, end), sentence: text.slice(end + 2) };
}
