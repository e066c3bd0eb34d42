import { useEffect, useRef } from 'react';
import type { PaymentScreen } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { announce } from '../../store/messages.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { attention, paidNotes } from '../../ui/sounds.ts';
import { changeWords } from './change-words.ts';
import { cashierSentence } from './payment-words.ts';

/** Screens that need a pair of eyes. */
function calls(screen: PaymentScreen): boolean {
  switch (screen.kind) {
    case 'notSent':
    case 'refused':
    case 'sendUnknown':
    case 'unknown':
    case 'oddStatus':
    case 'reversed':
    case 'failed':
    case 'expired':
    case 'notPaid':
      return true;
    case 'cancelled':
      return !screen.askedHere;
    case 'waiting':
    case 'confirming':
      return screen.question;
    case 'sending':
    case 'cancelling':
      return false;
    case 'paid':
      return screen.seqrSaid !== null;
    case 'reserved':
      return screen.phase === 'unsure' || screen.phase === 'lapsed';
  }
}

/** A tab that may or may not be paid, or whose time is up, needs them as well. */
function phaseOf(screen: PaymentScreen): string {
  return screen.kind === 'reserved' ? screen.phase : '';
}

/** Says and sounds each new state of the payment, once; and a new alarm on the unresolved list. */
export function usePaymentAttention(): void {
  const { t, language } = useTranslate();
  const payment = useSnapshot((snapshot) => snapshot.payment);
  const alarms = useSnapshot((snapshot) => snapshot.unresolved.filter((item) => item.kind === 'alarm' || item.kind === 'giveBack').length);
  const question = payment !== null && 'question' in payment.screen && payment.screen.question;
  const change = payment === null ? null : changeWords(payment, t, language);
  const now = payment === null ? '' : [payment.attemptId, payment.screen.kind, question, phaseOf(payment.screen), change?.text].join(' ');
  const last = useRef('');
  useEffect(() => {
    if (last.current === now) return;
    last.current = now;
    if (payment === null) return;
    const { screen, amount } = payment;
    const figure = formatMoney(amount, language);
    announce([question ? t('payment.cashier.question') : cashierSentence(payment, t, language), figure, change?.text].join(' '));
    if (screen.kind === 'paid' && screen.seqrSaid === null) paidNotes();
    else if (calls(screen) || change?.tone === 'caution') attention();
  }, [now, payment, question, change, t, language]);

  const before = useRef(alarms);
  useEffect(() => {
    if (alarms > before.current) attention();
    before.current = alarms;
  }, [alarms]);
}
