import { useState } from 'react';
import { openThingText } from '../../../../src/day/index.ts';
import type { OpenThing } from '../../../../src/day/index.ts';
import { formatMoney } from '../../../../src/money/index.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Button, Dialog, PinField, ProblemBanner, RadioGroup, TextField } from '../../../ui/index.ts';

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
  const [pin, setPin] = useState('');
  const { send, pending, problem } = useFormIntent();
  const complete = id !== null && reason.trim() !== '' && pin.length >= 4;
  const act = async () => {
    const result = await send({ kind: 'day.takeUpRow', number, id: id ?? '', reason, pin });
    if (result.ok) onClose();
    else setPin('');
  };
  return (
    <Dialog
      title={t('day.unsettled.takeUp')}
      onClose={onClose}
      onSubmit={() => {
        if (complete) void act();
      }}
      actions={
        <Button kind="primary" type="submit" pending={pending} disabled={!complete}>
          {t('day.unsettled.takeUpAct')}
        </Button>
      }
    >
      <p>{t('day.unsettled.takeUpWhat')}</p>
      <RadioGroup
        label={t('day.list.seqrOnly')}
        options={rows.map((row) => ({ value: row.id, label: `${openThingText(row, t)} · ${formatMoney(row.amount, language)}` }))}
        value={id}
        onChange={setId}
      />
      <TextField label={t('day.unsettled.reason')} value={reason} onChange={setReason} maxLength={200} />
      <PinField label={t('day.unsettled.pin')} value={pin} onChange={setPin} />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
