import type { PaymentView } from '../../../src/contract/index.ts';
import type { Translate } from '../../../src/text/index.ts';
import { useLeft } from '../../store/use-age.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';
import { Uncertain } from './uncertain.tsx';
import { useAttempt } from './use-attempt.ts';

export interface SendUnknownProps {
  readonly view: PaymentView;
  readonly returnInMs: number | null;
}

/** PF-10: no usable answer to the invoice. Nothing is repeated by itself; a person chooses, knowing what may have happened. */
export function SendUnknown({ view, returnInMs }: SendUnknownProps) {
  const { t } = useTranslate();
  const { act, pending } = useAttempt(view);
  const left = useLeft(returnInMs);
  const { actions } = view;
  return (
    <Uncertain
      view={view}
      order={t(returnInMs === null ? 'payment.cashier.sendUnknownOrder' : 'payment.cashier.returningOrder')}
      paragraphs={[
        { topic: t('sale.after.known'), words: t('payment.cashier.sendUnknown') },
        { topic: t('sale.after.choices'), words: t('payment.cashier.sendUnknownWhat') },
        { topic: t('sale.after.ifPaid'), words: returning(left, t) },
      ]}
      actions={
        <>
          <Button
            kind="primary"
            disabled={!actions.sendAgain}
            pending={pending}
            onPress={() => {
              act('sendAgain');
            }}
          >
            {t('payment.action.sendAgain')}
          </Button>
          <Button
            disabled={!actions.giveUp}
            pending={pending}
            onPress={() => {
              act('giveUp');
            }}
          >
            {t('payment.action.giveUp')}
          </Button>
          <Button
            disabled={!actions.customerSaysPaid}
            pending={pending}
            onPress={() => {
              act('customerSaysPaid');
            }}
          >
            {t('payment.action.customerSaysPaid')}
          </Button>
        </>
      }
    />
  );
}

/** The 25 s in which SEQR gives back what nobody can ask about (PF-10). */
function returning(leftMs: number | null, t: Translate): string {
  if (leftMs === null) return t('payment.cashier.sendUnknownPaid');
  return leftMs > 0 ? t('payment.cashier.returning', { seconds: Math.ceil(leftMs / 1000) }) : t('payment.cashier.returned');
}
