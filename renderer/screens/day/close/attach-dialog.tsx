import { useState } from 'react';
import type { AttachOffer } from '../../../../src/contract/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Amount, Button, Dialog, PinField, ProblemBanner, RadioGroup } from '../../../ui/index.ts';

export interface AttachDialogProps {
  readonly number: number;
  readonly offer: AttachOffer;
  readonly onClose: () => void;
}

/** A supervisor says that a payment of unknown outcome is one that SEQR's report lists: no other reference can be named (PF-18). */
export function AttachDialog({ number, offer, onClose }: AttachDialogProps) {
  const { t, language } = useTranslate();
  const [ersReference, setReference] = useState<string | null>(offer.references.length === 1 ? (offer.references[0] ?? null) : null);
  const [pin, setPin] = useState('');
  const { send, pending, problem } = useFormIntent();
  const complete = ersReference !== null && pin.length >= 4;
  const attach = async () => {
    if (ersReference === null) return;
    const { attemptId, stateNumber } = offer;
    const result = await send({ kind: 'day.attach', number, attemptId, attemptStateNumber: stateNumber, ersReference, pin });
    if (result.ok) onClose();
    else setPin('');
  };
  return (
    <Dialog
      title={t('day.attach.title')}
      onClose={onClose}
      onSubmit={() => {
        if (complete) void attach();
      }}
      actions={
        <Button kind="primary" type="submit" pending={pending} disabled={!complete}>
          {t('day.attach.act')}
        </Button>
      }
    >
      <p className="close-attach__amount">
        <Amount of={offer.amount} />
        <span className="soft">{`${offer.correlationId} · ${t('day.attach.began', { when: dateAndTime(offer.startedAt, language) })}`}</span>
      </p>
      <p>{t('day.attach.what')}</p>
      <RadioGroup
        label={t('day.attach.reference')}
        options={offer.references.map((reference) => ({ value: reference, label: reference }))}
        value={ersReference}
        onChange={setReference}
      />
      <PinField label={t('day.attach.pin')} value={pin} onChange={setPin} />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
