import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner, TextField } from '../../ui/index.ts';
import { NewPinFields, useNewPin } from './new-pin-fields.tsx';
import { RecoveryCode } from './recovery-code.tsx';

export interface RecoverFormProps {
  /** Absent: there is nothing else to choose. */
  readonly onBack?: () => void;
  /** The new PIN holds, and its new code has been shown. */
  readonly onDone: (pin: string) => void;
}

/** A forgotten PIN is chosen anew, by the recovery code or what else the core says; a new code comes with it. */
export function RecoverForm({ onBack, onDone }: RecoverFormProps) {
  const { t } = useTranslate();
  const by = useSnapshot((snapshot) => snapshot.setup.owner.recoverBy);
  const { send, pending, problem } = useFormIntent();
  const [code, setCode] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const chosen = useNewPin();
  const complete = chosen.complete && (by === 'nothing' || code.trim() !== '');

  const recover = async () => {
    const result = await send({ kind: 'owner.recover', code, newPin: chosen.pin, newPinAgain: chosen.again });
    if (!result.ok) return;
    if (result.detail === undefined) onDone(chosen.pin);
    else setTold(result.detail);
  };

  if (told !== null)
    return (
      <div className="settings-form settings-form--first">
        <RecoveryCode code={told} />
        <Button kind="primary" onPress={() => onDone(chosen.pin)}>
          {t('settings.owner.codeKept')}
        </Button>
      </div>
    );
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void recover();
      }}
    >
      <h2>{t('settings.owner.forgotten')}</h2>
      <p className="soft">{t(`settings.owner.recoverBy.${by}`)}</p>
      {by !== 'nothing' && <TextField label={t('settings.owner.code')} value={code} onChange={setCode} maxLength={200} autoFocus />}
      <NewPinFields chosen={chosen} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="settings-buttons">
        {onBack !== undefined && <Button onPress={onBack}>{t('setup.back')}</Button>}
        <Button type="submit" kind="primary" pending={pending} disabled={!complete}>
          {t('settings.owner.chooseNew')}
        </Button>
      </div>
    </form>
  );
}
