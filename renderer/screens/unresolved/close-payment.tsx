import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { RadioGroup, TextField } from '../../ui/index.ts';
import { SupervisorForm } from '../owner/index.ts';

type Outcome = 'paid' | 'notPaid';

/** A supervisor closes a payment that no evidence can settle any more, by SEQR's letter or after its time (PF-30). */
export function ClosePayment({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [ersReference, setReference] = useState('');
  const [letter, setLetter] = useState('');
  const [reason, setReason] = useState('');
  const named = outcome === 'notPaid' || (ersReference.trim() !== '' && letter.trim() !== '');
  const paid = outcome === 'paid';
  const { attemptId, stateNumber } = item;
  return (
    <SupervisorForm
      title={t('day.supervise.open')}
      what={t('day.supervise.what')}
      act={t('day.supervise.act')}
      ready={outcome !== null && named && reason.trim() !== ''}
      intent={(pin) => ({
        kind: 'payment.close',
        attemptId,
        stateNumber,
        paid,
        ersReference: paid ? ersReference.trim() : '',
        letter,
        reason,
        pin,
      })}
    >
      <RadioGroup
        label={t('day.supervise.outcome')}
        row
        options={[
          { value: 'notPaid', label: t('day.supervise.notPaid') },
          { value: 'paid', label: t('day.supervise.paid') },
        ]}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'paid' && (
        <TextField label={t('day.supervise.ersReference')} value={ersReference} onChange={setReference} maxLength={64} />
      )}
      <TextField
        label={t('day.supervise.letter')}
        {...(outcome === 'paid' ? {} : { hint: t('day.supervise.letterHint') })}
        value={letter}
        onChange={setLetter}
        maxLength={40}
      />
      <TextField label={t('day.supervise.reason')} value={reason} onChange={setReason} maxLength={200} />
    </SupervisorForm>
  );
}
