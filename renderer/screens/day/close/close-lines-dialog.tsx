import { useState } from 'react';
import { openThingText } from '../../../../src/day/index.ts';
import type { OpenThing } from '../../../../src/day/index.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Button, Dialog, PinField, ProblemBanner, Switch, TextField } from '../../../ui/index.ts';

export interface CloseLinesDialogProps {
  readonly number: number;
  readonly lines: readonly OpenThing[];
  readonly onClose: () => void;
}

/** A supervisor closes lines that no report can settle any more, with a reason (PF-17, PF-30). */
export function CloseLinesDialog({ number, lines, onClose }: CloseLinesDialogProps) {
  const { t } = useTranslate();
  const [ids, setIds] = useState<readonly string[]>(lines.length === 1 ? lines.map(({ id }) => id) : []);
  const [reason, setReason] = useState('');
  const [letter, setLetter] = useState('');
  const [pin, setPin] = useState('');
  const { send, pending, problem } = useFormIntent();
  const complete = ids.length > 0 && reason.trim() !== '' && pin.length >= 4;
  const act = async () => {
    const result = await send({ kind: 'day.closeLines', number, ids: [...ids], letter, reason, pin });
    if (result.ok) onClose();
    else setPin('');
  };
  return (
    <Dialog
      title={t('day.unsettled.close')}
      onClose={onClose}
      onSubmit={() => {
        if (complete) void act();
      }}
      actions={
        <Button kind="primary" type="submit" pending={pending} disabled={!complete}>
          {t('day.unsettled.act')}
        </Button>
      }
    >
      <p>{t('day.unsettled.closeWhat')}</p>
      {lines.map((line) => (
        <Switch
          key={line.id}
          on={ids.includes(line.id)}
          onChange={(on) => {
            setIds(on ? [...ids, line.id] : ids.filter((id) => id !== line.id));
          }}
        >
          {t('day.unsettled.choose', { text: openThingText(line, t) })}
        </Switch>
      ))}
      <TextField label={t('day.unsettled.reason')} value={reason} onChange={setReason} maxLength={200} />
      <TextField label={t('day.unsettled.letter')} value={letter} onChange={setLetter} maxLength={40} />
      <PinField label={t('day.unsettled.pin')} value={pin} onChange={setPin} />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
