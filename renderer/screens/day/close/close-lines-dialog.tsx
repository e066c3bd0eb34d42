import { useState } from 'react';
import { openThingText } from '../../../../src/day/index.ts';
import type { OpenThing } from '../../../../src/day/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Switch, TextField } from '../../../ui/index.ts';
import { OwnerDialog } from '../../owner/index.ts';

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
  const complete = ids.length > 0 && reason.trim() !== '';
  return (
    <OwnerDialog
      title={t('day.unsettled.close')}
      act={t('day.unsettled.act')}
      pinLabel={t('day.unsettled.pin')}
      intent={complete ? (pin) => ({ kind: 'day.closeLines', number, ids: [...ids], letter, reason, pin }) : null}
      onClose={onClose}
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
    </OwnerDialog>
  );
}
