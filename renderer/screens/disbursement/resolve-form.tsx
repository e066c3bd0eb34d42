import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/index.ts';
import { RadioGroup, TextField } from '../../ui/index.ts';
import { SupervisorForm } from '../owner/index.ts';

type Answer = 'done' | 'notDone';

/** How a supervisor resolves what nobody knows: by SEQR's written answer, with the reference it bears (PF-14). */
export function ResolveForm({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const { attemptId: id, stateNumber } = item;
  return (
    <SupervisorForm
      title={t('disbursement.resolve.open')}
      what={t('disbursement.resolve.what')}
      act={t('disbursement.resolve.send')}
      ready={answer !== null && (reference.trim() !== '' || reason.trim() !== '')}
      intent={(pin) => ({ kind: 'disbursement.resolve', id, stateNumber, done: answer === 'done', reference, reason, pin })}
    >
      <RadioGroup
        label={t('disbursement.resolve.answer')}
        row
        options={[
          { value: 'done', label: t('disbursement.resolve.done') },
          { value: 'notDone', label: t('disbursement.resolve.notDone') },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextField
        label={t('disbursement.resolve.reference')}
        hint={t(`disbursement.resolve.${hintOf(answer, item)}`)}
        value={reference}
        onChange={setReference}
        maxLength={40}
      />
      {reference.trim() === '' && (
        <TextField label={t('disbursement.resolve.reason')} value={reason} onChange={setReason} maxLength={200} />
      )}
    </SupervisorForm>
  );
}

/** Whose reference it is that SEQR's answer bears. */
function hintOf(answer: Answer | null, { state }: UnresolvedItem): 'referenceHintNotDone' | 'referenceHintPaidOut' | 'referenceHintDone' {
  if (answer === 'notDone') return 'referenceHintNotDone';
  return state === 'payOutUnknown' ? 'referenceHintPaidOut' : 'referenceHintDone';
}
