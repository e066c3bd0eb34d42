import { CircleCheck } from 'lucide-react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Banner, Button, classNames, Icon } from '../../ui/index.ts';
import { BigAmount } from './big-amount.tsx';
import { NextSale } from './next-sale.tsx';
import { PaidPaper } from './paid-paper.tsx';
import { useAttempt } from './use-attempt.ts';
import { useLeaving } from './use-leaving.ts';
import type { PaidScreen } from './use-leaving.ts';
import './paid.css';

export interface PaidProps {
  readonly view: PaymentView;
  readonly screen: PaidScreen;
}

/** PAID fills the screen: the amount and the last six to compare with the customer's phone (PF-22). */
export function Paid({ view, screen }: PaidProps) {
  const { t } = useTranslate();
  const { act, answerPrinted, pending } = useAttempt(view);
  const secondsLeft = useLeaving(view, screen);
  return (
    <div className={classNames('paid', isUnusual(screen) && 'paid--notes')}>
      <div className="paid__middle selectable">
        <p className="paid__word">
          <Icon of={CircleCheck} size={64} />
          {t('payment.cashier.paid')}
        </p>
        <BigAmount of={view.amount} />
        {screen.lastSix !== null && (
          <p>
            <span className="paid__reference" data-testid="last-six">{`…${screen.lastSix}`}</span>
            <br />
            <span className="paid__compare">{t('sale.after.compare')}</span>
          </p>
        )}
        {screen.recorded && <p className="paid__hand-over">{t('payment.cashier.handOver')}</p>}
        <PaidNotes screen={screen} />
        {screen.askIfPrinted && (
          <Banner
            tone="caution"
            title={t('payment.cashier.didItPrint')}
            actions={
              <>
                <Button
                  pending={pending}
                  onPress={() => {
                    answerPrinted(true);
                  }}
                >
                  {t('payment.action.printedYes')}
                </Button>
                <Button
                  pending={pending}
                  onPress={() => {
                    answerPrinted(false);
                  }}
                >
                  {t('payment.action.printedNo')}
                </Button>
              </>
            }
          />
        )}
      </div>
      <footer className="paid__foot">
        {screen.askIfPrinted ? <span className="paid__paper" /> : <PaidPaper receiptNumber={screen.receiptNumber} />}
        {secondsLeft !== null && <span className="small">{t('sale.after.leaves', { seconds: secondsLeft })}</span>}
        <NextSale ready={view.actions.dismiss} pending={pending} onPress={() => act('dismiss')} />
      </footer>
    </div>
  );
}

function isUnusual({ recorded, lastSix, ...notes }: PaidScreen): boolean {
  const { wonAgainstCancel, afterRestart, askIfPrinted, unconfirmed } = notes;
  return !recorded || lastSix === null || wonAgainstCancel || afterRestart || askIfPrinted || unconfirmed;
}

/** What is out of the ordinary about this payment. Goods wait until PAID is on disk (PF-08). */
function PaidNotes({ screen }: Pick<PaidProps, 'screen'>) {
  const { t } = useTranslate();
  return (
    <div className="paid__notes">
      {!screen.recorded && <Banner tone="problem" title={t('payment.cashier.notRecorded')} />}
      {screen.lastSix === null && <Banner tone="caution" title={t('payment.cashier.referenceMissing')} />}
      {screen.wonAgainstCancel && <p className="paid__note">{t('payment.cashier.wonAgainstCancel')}</p>}
      {screen.unconfirmed && <Banner tone="caution" title={t('payment.cashier.unconfirmed')} />}
      {screen.afterRestart && <p className="paid__note">{t('payment.cashier.afterRestart')}</p>}
    </div>
  );
}
