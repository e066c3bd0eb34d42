import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { goTo } from '../../store/places.ts';
import { Button, ProblemBanner, TextField } from '../../ui/index.ts';
import { Consent } from '../set-up/consent.tsx';

const UNCOVERED: ReadonlySet<string> = new Set(['terminal.sales-not-closed', 'terminal.sales-unclosable']);

/** Destroys the registration, so a word has to be typed (screens, Journal, day, settings); the day is closed before. */
export function UnregisterTerminal({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [typed, setTyped] = useState('');
  const [unclosed, setUnclosed] = useState(false);
  /** It has sales that no close covers. */
  const [uncovered, setUncovered] = useState(false);
  const word = t('settings.terminal.unregisterWord');
  const confirmed = typed.trim().toUpperCase() === word;
  const unregister = async () => {
    const result = await send({ kind: 'terminal.unregister', pin, unclosed });
    if (!result.ok) setUncovered(UNCOVERED.has(result.problem.code));
  };
  return (
    <form
      className="settings-form settings-form--danger"
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmed) void unregister();
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
      {uncovered && (
        <div className="settings-buttons">
          <Button onPress={() => goTo({ kind: 'day' })}>{t('settings.terminal.closeFirst')}</Button>
        </div>
      )}
      {uncovered && (
        <Consent given={unclosed} missing={false} onChange={setUnclosed}>
          {t('settings.terminal.unclosed')}
        </Consent>
      )}
    </form>
  );
}
