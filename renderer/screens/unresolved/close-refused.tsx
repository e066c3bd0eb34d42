import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { TextField } from '../../ui/index.ts';
import { SupervisorForm } from '../owner/index.ts';

/** SEQR will never refund it, and the customer has the money otherwise (PF-06). */
export function CloseRefused({ item: { attemptId, stateNumber } }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const [reason, setReason] = useState('');
  return (
    <SupervisorForm
      title={t('payment.unresolved.closeRefused.open')}
      what={t('payment.unresolved.closeRefused.what')}
      act={t('payment.unresolved.closeRefused.act')}
      ready={reason.trim() !== ''}
      intent={(pin) => ({ kind: 'payment.closeRefused', attemptId, stateNumber, reason, pin })}
    >
      <TextField label={t('payment.unresolved.closeRefused.reason')} value={reason} onChange={setReason} maxLength={200} />
    </SupervisorForm>
  );
}
