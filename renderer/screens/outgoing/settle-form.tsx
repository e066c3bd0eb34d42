import { useState } from 'react';
import type { TrayItem } from '../../../src/contract/index.ts';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';
import './settle-form.css';

type Answer = 'done' | 'notDone';

/** How a supervisor settles what nobody knows: by SEQR's written answer, with the reference it bears (PF-14). */
export function SettleForm({ item }: { readonly item: TrayItem }) {
  const { t } = useTranslate();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reference, setReference] = useState('');
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const ready = answer !== null && reference.trim() !== '' && owner.complete;
  const settle = async () => {
    const { attemptId: id, stateNumber } = item;
    const result = await send({ kind: 'outgoing.settle', id, stateNumber, done: answer === 'done', reference, pin: owner.pin });
    if (!result.ok) owner.clear();
  };
  return (
    <div className="settle" role="group" aria-label={t('outgoing.settle.open')}>
      <p className="soft">{t('outgoing.settle.what')}</p>
      <RadioGroup
        label={t('outgoing.settle.answer')}
        row
        options={[
          { value: 'done', label: t('outgoing.settle.done') },
          { value: 'notDone', label: t('outgoing.settle.notDone') },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextField
        label={t('outgoing.settle.reference')}
        hint={t(`outgoing.settle.${hintOf(answer, item)}`)}
        value={reference}
        onChange={setReference}
        maxLength={40}
      />
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button kind="primary" pending={pending} disabled={!ready} onPress={() => void settle()}>
        {t('outgoing.settle.send')}
      </Button>
    </div>
  );
}

/** Whose reference it is that SEQR's answer bears. */
function hintOf(answer: Answer | null, { state }: TrayItem): 'referenceHintNotDone' | 'referenceHintPaidOut' | 'referenceHintDone' {
  if (answer === 'notDone') return 'referenceHintNotDone';
  return state === 'payOutUnknown' ? 'referenceHintPaidOut' : 'referenceHintDone';
}
