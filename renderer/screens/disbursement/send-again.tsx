import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/index.ts';
import { SupervisorForm } from '../owner/index.ts';

/** A supervisor sends a refund of unknown outcome once more, which SEQR can carry out only once (PF-14). */
export function SendAgain({ item: { attemptId: id, stateNumber } }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  return (
    <SupervisorForm
      title={t('disbursement.resolve.again.open')}
      what={t('disbursement.resolve.again.what')}
      act={t('disbursement.resolve.again.send')}
      ready
      intent={(pin) => ({ kind: 'refund.sendAgain', id, stateNumber, pin })}
    />
  );
}
