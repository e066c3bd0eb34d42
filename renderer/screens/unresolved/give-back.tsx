import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { TextField } from '../../ui/index.ts';
import { SupervisorForm } from '../owner/index.ts';

/** The money of a payment that sold nothing goes back to its customer (PF-06). */
export function GiveBack({ item: { attemptId, stateNumber } }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const revision = useSnapshot(({ disbursement }) => disbursement.revision);
  const [reason, setReason] = useState('');
  return (
    <SupervisorForm
      title={t('payment.unresolved.giveBack.open')}
      what={t('payment.unresolved.giveBack.what')}
      act={t('payment.unresolved.giveBack.send')}
      ready={reason.trim() !== ''}
      intent={(pin) => ({ kind: 'payment.giveBack', attemptId, stateNumber, revision, reason, pin })}
    >
      <TextField label={t('payment.unresolved.giveBack.reason')} value={reason} onChange={setReason} maxLength={80} />
    </SupervisorForm>
  );
}
