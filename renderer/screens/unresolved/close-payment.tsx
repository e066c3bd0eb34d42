import { useState } from 'react';
import type { ClosedAs, UnresolvedItem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { RadioGroup, TextField } from '../../ui/index.ts';
import { SupervisorForm } from '../owner/index.ts';
import { closedMeans, needsLetter } from './closed-as.ts';

/** A supervisor closes a payment that no evidence can settle any more, by SEQR's letter or after its time (PF-30). */
export function ClosePayment({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const { attemptId, stateNumber, closeAs } = item;
  const [outcome, setOutcome] = useState<ClosedAs | null>(null);
  const [ersReference, setReference] = useState('');
  const [letter, setLetter] = useState('');
  const [reason, setReason] = useState('');
  const mustHaveLetter = outcome !== null && needsLetter(item, outcome);
  const paid = outcome === 'paid';
  const isNamed = (!paid || ersReference.trim() !== '') && (!mustHaveLetter || letter.trim() !== '');
  return (
    <SupervisorForm
      title={t('day.supervise.open')}
      what={t(closeAs.includes('givenBack') ? 'day.supervise.whatBack' : 'day.supervise.what')}
      act={t('day.supervise.act')}
      ready={outcome !== null && isNamed && reason.trim() !== ''}
      intent={(pin) => ({
        kind: 'payment.close',
        attemptId,
        stateNumber,
        paid,
        ersReference: paid ? ersReference.trim() : '',
        // Of what the customer has had otherwise SEQR writes nothing.
        letter: outcome === 'givenBack' ? '' : letter,
        reason,
        pin,
      })}
    >
      <RadioGroup
        label={t('day.supervise.outcome')}
        row
        options={closeAs.map((value) => ({ value, label: t(`day.supervise.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome !== null && <p data-testid="closed-means">{t(`day.supervise.means.${closedMeans(item, outcome)}`)}</p>}
      {paid && <TextField label={t('day.supervise.ersReference')} value={ersReference} onChange={setReference} maxLength={64} />}
      {outcome !== 'givenBack' && (
        <TextField
          label={t('day.supervise.letter')}
          {...(mustHaveLetter ? {} : { hint: t('day.supervise.letterHint') })}
          value={letter}
          onChange={setLetter}
          maxLength={40}
        />
      )}
      <TextField
        label={t(outcome === 'givenBack' ? 'payment.unresolved.closeRefused.reason' : 'day.supervise.reason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </SupervisorForm>
  );
}
