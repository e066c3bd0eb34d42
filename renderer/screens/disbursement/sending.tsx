import type { DisbursementView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Progress } from '../../ui/index.ts';
import { BigAmount } from '../payment/big-amount.tsx';

/** The deadline of the one call (PF-25). Seconds. */
const DEADLINE_S = 15;

/** On its way; from 4 s on the screen says that SEQR is slow. */
export function Sending({ view, slow }: { readonly view: DisbursementView; readonly slow: boolean }) {
  const { t } = useTranslate();
  return (
    <div className="disbursement__middle">
      <BigAmount of={view.amount} />
      <div className="disbursement__progress">
        <Progress>{t(view.what.kind === 'refund' ? 'disbursement.screen.sendingRefund' : 'disbursement.screen.sendingPayOut')}</Progress>
      </div>
      <p className="disbursement__more">{slow ? t('disbursement.screen.slow', { seconds: DEADLINE_S }) : t('disbursement.screen.once')}</p>
      <p className="soft small">{t('payment.correlation', { id: view.correlationId })}</p>
    </div>
  );
}
