import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';

type Outcome = 'paid' | 'notPaid';

/** A supervisor closes a payment that no evidence can settle any more, by SEQR's letter or after its time (PF-30). */
export function ClosePayment({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [ersReference, setReference] = useState('');
  const [letter, setLetter] = useState('');
  const [reason, setReason] = useState('');
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const named = outcome === 'notPaid' || (ersReference.trim() !== '' && letter.trim() !== '');
  const ready = outcome !== null && named && reason.trim() !== '' && owner.complete;
  const close = async () => {
    const { attemptId, stateNumber } = item;
    const paid = outcome === 'paid';
    const result = await send({
      kind: 'payment.close',
      attemptId,
      stateNumber,
      paid,
      ersReference: paid ? ersReference.trim() : '',
      letter,
      reason,
      pin: owner.pin,
    });
    if (!result.ok) owner.clear();
  };
  return (
    <div className="capture" role="group" aria-label={t('day.supervise.open')}>
      <p className="soft">{t('day.supervise.what')}</p>
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
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button kind="primary" pending={pending} disabled={!ready} onPress={() => void close()}>
        {t('day.supervise.act')}
      </Button>
    </div>
  );
}
