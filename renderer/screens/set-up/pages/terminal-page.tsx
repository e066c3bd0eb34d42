import { useState } from 'react';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Banner, TextField } from '../../../ui/index.ts';
import { SetupPage } from '../setup-page.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** Names this till and registers it with SEQR; once, never again by itself. */
export function TerminalPage() {
  const { t } = useTranslate();
  const terminal = useSnapshot((snapshot) => snapshot.setup.terminal);
  const { onBack, answer, pending, problem } = useSetupStep('terminal');
  const [asked, setAsked] = useState(false);
  const registered = terminal.terminalId !== null;

  const required = (text: string) => (text.trim() === '' ? t('setup.check.required') : null);
  const name = useAnswer(terminal.name, required, asked);
  const external = useAnswer(terminal.externalTerminalId, required, asked);

  const proceed = () => {
    setAsked(true);
    // Sent for a registered one too: the core then only goes on, and asks SEQR nothing.
    if (name.ok && external.ok) {
      void answer({ kind: 'setup.terminal', name: name.value.trim(), externalTerminalId: external.value.trim() });
    }
  };

  return (
    <SetupPage
      title={t('setup.terminal.title')}
      onBack={onBack}
      onContinue={proceed}
      pending={pending}
      pendingText={t('setup.busy.register')}
      problem={problem}
    >
      <div className="setup-grid">
        <TextField
          label={t('setup.terminal.name')}
          hint={t('setup.terminal.nameHelp')}
          maxLength={60}
          disabled={registered}
          autoFocus
          {...name.field}
        />
        <TextField
          label={t('setup.terminal.externalTerminalId')}
          hint={t('setup.terminal.externalTerminalIdHelp')}
          maxLength={80}
          disabled={registered}
          {...external.field}
        />
      </div>
      {terminal.terminalId === null ? (
        <p className="soft">{t('setup.terminal.what')}</p>
      ) : (
        <Banner tone="good" title={t('setup.terminal.registered', { terminalId: terminal.terminalId })}>
          <p>{t('setup.terminal.registeredWhat')}</p>
        </Banner>
      )}
    </SetupPage>
  );
}
