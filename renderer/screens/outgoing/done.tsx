import { CircleCheck } from 'lucide-react';
import type { OutgoingScreen } from '../../../src/contract/index.ts';
import { goTo, useTranslate } from '../../store/index.ts';
import { Banner, Button, Icon } from '../../ui/index.ts';
import { BigAmount } from '../payment/big-amount.tsx';
import { PaidPaper } from '../payment/paid-paper.tsx';
import type { OutgoingPartProps } from './part-props.ts';

export interface DoneProps extends OutgoingPartProps {
  readonly screen: Extract<OutgoingScreen, { kind: 'done' }>;
}

/** The money is on its way to the customer; its reference to compare, its paper below. */
export function Done({ view, screen, pending, onLeave }: DoneProps) {
  const { t } = useTranslate();
  const { receiptNumber } = screen;
  const sentence =
    view.what.kind === 'refund' ? t('outgoing.screen.doneRefund') : t('outgoing.screen.donePayOut', { user: view.what.userId });
  return (
    <>
      <div className="outgoing__middle selectable">
        <span className="outgoing__mark outgoing__mark--done">
          <Icon of={CircleCheck} size={64} />
        </span>
        <BigAmount of={view.amount} />
        <p className="outgoing__sentence">{sentence}</p>
        <p className="outgoing__more">
          {screen.lastSix === null ? t('outgoing.screen.noReference') : `${t('outgoing.screen.reference')} …`}
          {screen.lastSix !== null && (
            <span className="outgoing__reference" data-testid="last-six">
              {screen.lastSix}
            </span>
          )}
        </p>
        {view.what.kind === 'refund' && <p className="soft">{t('outgoing.screen.days')}</p>}
        {!screen.recorded && <Banner tone="problem" title={t('outgoing.screen.notRecorded')} />}
      </div>
      <footer className="outgoing__foot">
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
            {t('outgoing.screen.seeReceipt')}
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
