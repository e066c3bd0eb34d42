import { useState } from 'react';
import { openThingText } from '../../../../src/day/index.ts';
import type { OpenThing } from '../../../../src/day/index.ts';
import { formatMoney } from '../../../../src/money/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { RadioGroup, TextField } from '../../../ui/index.ts';
import { OwnerDialog } from '../../owner/index.ts';

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
  const { t, language } = useTranslate();
  const [id, setId] = useState<string | null>(rows.length === 1 ? (rows[0]?.id ?? null) : null);
  const [reason, setReason] = useState('');
  const complete = id !== null && reason.trim() !== '';
  return (
    <OwnerDialog
      title={t('day.unsettled.takeUp')}
      act={t('day.unsettled.takeUpAct')}
      pinLabel={t('day.unsettled.pin')}
      intent={complete ? (pin) => ({ kind: 'day.takeUpRow', number, id, reason, pin }) : null}
      onClose={onClose}
    >
      <p>{t('day.unsettled.takeUpWhat')}</p>
      <RadioGroup
        label={t('day.list.seqrOnly')}
        options={rows.map((row) => ({ value: row.id, label: `${openThingText(row, t)} · ${formatMoney(row.amount, language)}` }))}
        value={id}
        onChange={setId}
      />
      <TextField label={t('day.unsettled.reason')} value={reason} onChange={setReason} maxLength={200} />
    </OwnerDialog>
  );
}
