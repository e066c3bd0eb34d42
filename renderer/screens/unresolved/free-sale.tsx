import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { SupervisorForm } from '../owner/index.ts';

/** What was set aside comes back to the counter, to be charged another way (PF-16). */
export function FreeSale({ item: { attemptId, stateNumber } }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  return (
    <SupervisorForm
      title={t('payment.unresolved.free.open')}
      what={t('payment.unresolved.free.what')}
      act={t('payment.unresolved.free.act')}
      ready
      intent={(pin) => ({ kind: 'payment.free', attemptId, stateNumber, pin })}
    />
  );
}
