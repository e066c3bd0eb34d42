import { useState } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';
import './resolve-form.css';

type Answer = 'done' | 'notDone';

/** How a supervisor resolves what nobody knows: by SEQR's written answer, with the reference it bears (PF-14). */
export function ResolveForm({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const ready = answer !== null && (reference.trim() !== '' || reason.trim() !== '') && owner.complete;
  const resolve = async () => {
    const { attemptId: id, stateNumber } = item;
    const result = await send({
      kind: 'disbursement.resolve',
      id,
      stateNumber,
      done: answer === 'done',
      reference,
      reason,
      pin: owner.pin,
    });
    if (!result.ok) owner.clear();
  };
  return (
    <div className="capture" role="group" aria-label={t('disbursement.resolve.open')}>
      <p className="soft">{t('disbursement.resolve.what')}</p>
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
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button kind="primary" pending={pending} disabled={!ready} onPress={() => void resolve()}>
        {t('disbursement.resolve.send')}
      </Button>
    </div>
  );
}

/** Whose reference it is that SEQR's answer bears. */
function hintOf(answer: Answer | null, { state }: UnresolvedItem): 'referenceHintNotDone' | 'referenceHintPaidOut' | 'referenceHintDone' {
  if (answer === 'notDone') return 'referenceHintNotDone';
  return state === 'payOutUnknown' ? 'referenceHintPaidOut' : 'referenceHintDone';
}
