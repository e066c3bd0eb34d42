import { CircleX } from 'lucide-react';
import type { DisbursementScreen } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { answerWords } from '../../../src/text/index.ts';
import { goTo, useTranslate } from '../../store/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { BigAmount } from '../payment/big-amount.tsx';
import type { DisbursementPartProps } from './part-props.ts';

export interface NotDoneProps extends DisbursementPartProps {
  readonly screen: Extract<DisbursementScreen, { kind: 'notSent' | 'refused' }>;
}

/** SEQR does not give the money back this way, whoever asks: its advice is a letter with the sum and the reference (protocol §9). */
const WRITE_TO_SEQR: readonly number[] = [97, 99];

/** Nothing left the shop: what happened, what it means for the money, what to do. */
export function NotDone({ view, screen, pending, onLeave }: NotDoneProps) {
  const { t } = useTranslate();
  return (
    <div className="disbursement__middle selectable">
      <span className="disbursement__mark disbursement__mark--stopped">
        <Icon of={CircleX} size={64} />
      </span>
      <BigAmount of={view.amount} />
      {screen.kind === 'refused' ? <Refusal view={view} screen={screen} /> : <NotSent />}
      <div className="disbursement__actions">
        {screen.kind === 'refused' && screen.registration && (
          <Button
            size="large"
            pending={pending}
            onPress={() => {
              goTo({ kind: 'settings', section: 'terminal' });
              onLeave();
            }}
          >
            {t('payment.action.openSetup')}
          </Button>
        )}
        <Button kind="primary" size="large" pending={pending} onPress={onLeave}>
          {t('disbursement.screen.back')}
        </Button>
      </div>
      <p className="soft small">{t('payment.correlation', { id: view.correlationId })}</p>
    </div>
  );
}

function NotSent() {
  const { t } = useTranslate();
  return (
    <>
      <p className="disbursement__sentence">{t('disbursement.screen.notSent')}</p>
      <p className="disbursement__more">{t('disbursement.screen.notSentWhat')}</p>
    </>
  );
}

function Refusal({
  view,
  screen,
}: {
  readonly view: NotDoneProps['view'];
  readonly screen: Extract<DisbursementScreen, { kind: 'refused' }>;
}) {
  const { t, language } = useTranslate();
  const { what } = view;
  const words = answerWords(language, what.kind === 'refund' ? 'refundPayment' : 'creditUser', screen.resultCode);
  const letter = what.kind === 'refund' && WRITE_TO_SEQR.includes(screen.resultCode);
  return (
    <>
      <p className="disbursement__sentence">{words.happened}</p>
      <p className="disbursement__more">{words.means}</p>
      <p className="disbursement__more">{words.step}</p>
      {letter && (
        <p className="disbursement__letter">
          {t('disbursement.screen.writeToSeqr', { amount: formatMoney(view.amount, language), reference: what.paymentReference })}
        </p>
      )}
    </>
  );
}
