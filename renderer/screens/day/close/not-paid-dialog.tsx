import { useState } from 'react';
import type { OpenLine } from '../../../../src/contract/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { TextField } from '../../../ui/index.ts';
import { OwnerDialog } from '../../owner/index.ts';
import { LineChoice, useLineChoice } from './line-choice.tsx';

/** A receipt whose payment can be said not to have been kept. */
export type UnpaidLine = OpenLine & { readonly notPaid: NonNullable<OpenLine['notPaid']> };

export const canBeNotPaid = (line: OpenLine): line is UnpaidLine => line.notPaid !== null;

export interface NotPaidDialogProps {
  readonly lines: readonly UnpaidLine[];
  readonly onClose: () => void;
}

/** A supervisor closes a receipt as not paid: its counter-receipt is written, and its rows come back (PF-30, PF-33). */
export function NotPaidDialog({ lines, onClose }: NotPaidDialogProps) {
  const { t } = useTranslate();
  const [line, choose] = useLineChoice(lines);
  const [reason, setReason] = useState('');
  const [letter, setLetter] = useState('');
  // What a report has, or what none covers, is not missed by one: no later close can fail to find it.
  const needsLetter = line !== null && line.kind !== 'tillOnly';
  const complete = line !== null && reason.trim() !== '' && (!needsLetter || letter.trim() !== '');
  return (
    <OwnerDialog
      title={t('day.unsettled.notPaid')}
      act={t('day.unsettled.notPaidAct')}
      pinLabel={t('day.unsettled.pin')}
      intent={
        complete
          ? (pin) => ({
              kind: 'payment.close',
              attemptId: line.id,
              stateNumber: line.notPaid.stateNumber,
              paid: false,
              ersReference: '',
              letter,
              reason,
              pin,
            })
          : null
      }
      onClose={onClose}
    >
      <p>{t('day.unsettled.notPaidWhat')}</p>
      <LineChoice label={t('day.unsettled.notPaidWhich')} lines={lines} chosen={line} onChoose={choose} />
      <TextField label={t('day.unsettled.reason')} value={reason} onChange={setReason} maxLength={200} />
      <TextField
        label={t('day.supervise.letter')}
        hint={t(needsLetter ? 'day.unsettled.notPaidNeedsLetter' : 'day.unsettled.notPaidLetter')}
        value={letter}
        onChange={setLetter}
        maxLength={40}
      />
    </OwnerDialog>
  );
}
