import type { OutgoingView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Progress } from '../../ui/index.ts';
import { BigAmount } from '../payment/big-amount.tsx';

/** The deadline of the one call (PF-25). Seconds. */
const DEADLINE_S = 15;

/** On its way; from 4 s on the screen says that SEQR is slow. */
export function Sending({ view, slow }: { readonly view: OutgoingView; readonly slow: boolean }) {
  const { t } = useTranslate();
  return (
    <div className="outgoing__middle">
      <BigAmount of={view.amount} />
      <div className="outgoing__progress">
        <Progress>{t(view.what.kind === 'refund' ? 'outgoing.screen.sendingRefund' : 'outgoing.screen.sendingPayOut')}</Progress>
      </div>
      <p className="outgoing__more">{slow ? t('outgoing.screen.slow', { seconds: DEADLINE_S }) : t('outgoing.screen.once')}</p>
      <p className="soft small">{t('payment.correlation', { id: view.correlationId })}</p>
    </div>
  );
}
