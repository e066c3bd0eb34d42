import type { PaymentView } from '../../src/contract/index.ts';
import { useLeft } from '../state/use-age.ts';
import { useTranslate } from '../state/use-translate.ts';
import { Button } from '../ui/index.ts';
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
  const waiting = left !== null && left > 0;
  return (
    <Uncertain
      view={view}
      known={t('payment.cashier.sendUnknown')}
      doing={t('payment.cashier.sendUnknownWhat')}
      tell={
        left === null
          ? t('payment.cashier.sendUnknownPaid')
          : waiting
            ? t('payment.cashier.returning', { seconds: Math.ceil(left / 1000) })
            : t('payment.cashier.returned')
      }
      actions={
        <>
          <Button kind="primary" disabled={!actions.sendAgain} pending={pending} onPress={() => { act('sendAgain'); }}>
            {t('payment.action.sendAgain')}
          </Button>
          <Button disabled={!actions.giveUp} pending={pending} onPress={() => { act('giveUp'); }}>
            {t('payment.action.giveUp')}
          </Button>
          <Button disabled={!actions.customerSaysPaid} pending={pending} onPress={() => { act('customerSaysPaid'); }}>
            {t('payment.action.customerSaysPaid')}
          </Button>
        </>
      }
    />
  );
}
