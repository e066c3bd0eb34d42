import { useState } from 'react';
import type { OpenThing } from '../../../../src/day/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { TextField } from '../../../ui/index.ts';
import { OwnerDialog } from '../../owner/index.ts';
import { LineChoice, useLineChoice } from './line-choice.tsx';

export interface TakeUpDialogProps {
  readonly number: number;
  readonly rows: readonly OpenThing[];
  readonly onClose: () => void;
}

/** A payment that only SEQR's report knows could be given back. */
export const canBeTakenUp = ({ kind, amount, ersReference }: OpenThing): boolean =>
  kind === 'seqrOnly' && amount.minor > 0 && ersReference !== null;

/** A supervisor takes a row up that no record explains, so that its money can go back (PF-17). */
export function TakeUpDialog({ number, rows, onClose }: TakeUpDialogProps) {
  const { t } = useTranslate();
  const [row, choose] = useLineChoice(rows);
  const [reason, setReason] = useState('');
  const complete = row !== null && reason.trim() !== '';
  return (
    <OwnerDialog
      title={t('day.unsettled.takeUp')}
      act={t('day.unsettled.takeUpAct')}
      pinLabel={t('day.unsettled.pin')}
      intent={complete ? (pin) => ({ kind: 'day.takeUpRow', number, id: row.id, reason, pin }) : null}
      onClose={onClose}
    >
      <p>{t('day.unsettled.takeUpWhat')}</p>
      <LineChoice label={t('day.list.seqrOnly')} lines={rows} chosen={row} onChoose={choose} />
      <TextField label={t('day.unsettled.reason')} value={reason} onChange={setReason} maxLength={200} />
    </OwnerDialog>
  );
}
