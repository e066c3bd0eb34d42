import { CircleCheck } from 'lucide-react';
import type { DisbursementScreen } from '../../../src/contract/index.ts';
import { goTo, useTranslate } from '../../store/index.ts';
import { Banner, Button, Icon } from '../../ui/index.ts';
import { BigAmount } from '../payment/big-amount.tsx';
import { PaidPaper } from '../payment/paid-paper.tsx';
import type { DisbursementPartProps } from './part-props.ts';

export interface DoneProps extends DisbursementPartProps {
  readonly screen: Extract<DisbursementScreen, { kind: 'done' }>;
}

/** The money is on its way to the customer; its reference to compare, its paper below. */
export function Done({ view, screen, pending, onLeave }: DoneProps) {
  const { t } = useTranslate();
  const { receiptNumber } = screen;
  const sentence =
    view.what.kind === 'refund' ? t('disbursement.screen.doneRefund') : t('disbursement.screen.donePayOut', { user: view.what.userId });
  return (
    <>
      <div className="disbursement__middle selectable">
        <span className="disbursement__mark disbursement__mark--done">
          <Icon of={CircleCheck} size={64} />
        </span>
        <BigAmount of={view.amount} />
        <p className="disbursement__sentence">{sentence}</p>
        <p className="disbursement__more">
          {screen.lastSix === null ? t('disbursement.screen.noReference') : `${t('disbursement.screen.reference')} …`}
          {screen.lastSix !== null && (
            <span className="disbursement__reference" data-testid="last-six">
              {screen.lastSix}
            </span>
          )}
        </p>
        {view.what.kind === 'refund' && <p className="soft">{t('disbursement.screen.days')}</p>}
        {!screen.recorded && <Banner tone="problem" title={t('disbursement.screen.notRecorded')} />}
      </div>
      <footer className="disbursement__foot">
        <PaidPaper receiptNumber={receiptNumber} />
        {receiptNumber !== null && (
          <Button
            size="large"
            pending={pending}
            onPress={() => {
              goTo({ kind: 'journal', receipt: receiptNumber });
              onLeave();
            }}
          >
            {t('disbursement.screen.seeReceipt')}
          </Button>
        )}
        <Button
          kind="primary"
          size="large"
          disabled={!screen.recorded}
          pending={pending}
          onPress={() => {
            if (view.what.kind === 'refund') goTo({ kind: 'sale' });
            onLeave();
          }}
        >
          {t('common.done')}
        </Button>
      </footer>
    </>
  );
}
