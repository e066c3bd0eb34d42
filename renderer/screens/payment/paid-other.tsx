import type { PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { NextSale } from './next-sale.tsx';
import { otherPaidWords } from './payment-words.ts';
import { Uncertain } from './uncertain.tsx';
import { useAttempt } from './use-attempt.ts';
import type { PaidScreen } from './use-leaving.ts';

/** PAID, but SEQR names another amount or invoice than ours: both figures, and the goods are held (PF-08). It stays until it is read. */
export function PaidOther({ view, screen }: { readonly view: PaymentView; readonly screen: PaidScreen }) {
  const { t, language } = useTranslate();
  const { act, pending } = useAttempt(view);
  // Dots and figures stay on one line.
  const reference = screen.lastSix === null ? '' : ` …\u2060${screen.lastSix}`;
  return (
    <Uncertain
      view={view}
      order={t('payment.cashier.paidOtherOrder')}
      paragraphs={[
        { topic: t('sale.after.known'), words: `${otherPaidWords(view, screen, t, language)}${reference}` },
        {
          topic: t('sale.after.doing'),
          words: t(screen.recorded ? 'payment.cashier.paidOtherDoing' : 'payment.cashier.notRecorded'),
        },
        { topic: t('sale.after.tellCustomer'), words: t('payment.cashier.paidOtherTell') },
      ]}
      actions={<NextSale ready={view.actions.dismiss} pending={pending} onPress={() => act('dismiss')} />}
    />
  );
}
