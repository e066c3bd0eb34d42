import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner, TextField } from '../../ui/index.ts';

/** Destroys the registration, so a word has to be typed (screens, Journal, day, settings). */
export function UnregisterTerminal({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [typed, setTyped] = useState('');
  const word = t('settings.terminal.unregisterWord');
  const confirmed = typed.trim().toUpperCase() === word;
  return (
    <form
      className="settings-form settings-form--danger"
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmed) void send({ kind: 'terminal.unregister', pin });
      }}
    >
      <h2>{t('settings.terminal.unregister')}</h2>
      <p>{t('settings.terminal.unregisterWhat')}</p>
      <div className="settings-row">
        <TextField label={t('settings.terminal.unregisterField', { word })} value={typed} onChange={setTyped} maxLength={40} />
        <Button type="submit" kind="danger" pending={pending} disabled={!confirmed}>
          {t('settings.terminal.unregister')}
        </Button>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
    </form>
  );
}
