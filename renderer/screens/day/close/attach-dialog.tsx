import { useState } from 'react';
import type { AttachOffer } from '../../../../src/contract/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Amount, RadioGroup } from '../../../ui/index.ts';
import { OwnerDialog } from '../../owner/index.ts';

export interface AttachDialogProps {
  readonly number: number;
  readonly offer: AttachOffer;
  readonly onClose: () => void;
}

/** A supervisor says that a payment of unknown outcome is one that SEQR's report lists: no other reference can be named (PF-18). */
export function AttachDialog({ number, offer, onClose }: AttachDialogProps) {
  const { t, language } = useTranslate();
  const [ersReference, setReference] = useState<string | null>(offer.references.length === 1 ? (offer.references[0] ?? null) : null);
  const { attemptId, stateNumber: attemptStateNumber } = offer;
  return (
    <OwnerDialog
      title={t('day.attach.title')}
      act={t('day.attach.act')}
      pinLabel={t('day.attach.pin')}
      intent={ersReference === null ? null : (pin) => ({ kind: 'day.attach', number, attemptId, attemptStateNumber, ersReference, pin })}
      onClose={onClose}
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
    </OwnerDialog>
  );
}
