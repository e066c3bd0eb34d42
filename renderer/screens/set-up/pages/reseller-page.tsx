import { useState } from 'react';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Banner, Button, TextField } from '../../../ui/index.ts';
import { Consent } from '../consent.tsx';
import { SetupPage } from '../setup-page.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** The shop's account at SEQR, with which the terminal is registered (protocol §1). */
export function ResellerPage() {
  const { t } = useTranslate();
  const reseller = useSnapshot((snapshot) => snapshot.setup.reseller);
  const secrets = useSnapshot((snapshot) => snapshot.setup.secrets);
  const simulated = useSnapshot((snapshot) => snapshot.setup.service.kind === 'simulator');
  const registered = useSnapshot((snapshot) => snapshot.setup.terminal.terminalId !== null);
  const { onBack, answer, skip, pending, problem } = useSetupStep('reseller');
  const [asked, setAsked] = useState(false);
  const [consent, setConsent] = useState(secrets.consent);

  const required = (text: string) => (text.trim() === '' ? t('setup.check.required') : null);
  const id = useAnswer(reseller.id, required, asked);
  const userId = useAnswer(reseller.userId === '' ? '9900' : reseller.userId, required, asked);
  const password = useAnswer(
    '',
    (text) => (text === '' && !reseller.passwordGiven && !registered ? t('setup.check.required') : null),
    asked,
  );
  const needsConsent = secrets.protection === 'none' && !secrets.consent;

  const fillIn = () => {
    id.set('public_test_shop');
    userId.set('9900');
    password.set('1234');
  };
  const proceed = () => {
    setAsked(true);
    if (![id, userId, password].every((each) => each.ok) || (needsConsent && !consent)) return;
    const kept = { id: id.value.trim(), userId: userId.value.trim() };
    const same = password.value === '' && kept.id === reseller.id && kept.userId === reseller.userId;
    if (same) skip();
    else void answer({ kind: 'setup.reseller', ...kept, password: password.value, consent });
  };

  return (
    <SetupPage title={t('setup.reseller.title')} onBack={onBack} onContinue={proceed} pending={pending} problem={problem}>
      <div className="setup-grid">
        <TextField label={t('setup.reseller.id')} maxLength={80} autoFocus {...id.field} />
        <TextField label={t('setup.reseller.userId')} hint={t('setup.reseller.userIdHelp')} maxLength={40} {...userId.field} />
        <TextField
          label={t('setup.reseller.password')}
          type="password"
          maxLength={200}
          {...(reseller.passwordGiven ? { hint: t('setup.reseller.passwordKept') } : {})}
          {...password.field}
        />
      </div>
      {simulated && (
        <Banner tone="note" actions={<Button onPress={fillIn}>{t('setup.reseller.fillIn')}</Button>}>
          {t('setup.reseller.testAccount')}
        </Banner>
      )}
      {secrets.protection === 'keychain' && <p className="soft">{t('setup.reseller.keychain')}</p>}
      {needsConsent && (
        <Banner tone="caution" title={t('setup.reseller.unprotectedTitle')}>
          <p>{t('setup.reseller.unprotectedWhat')}</p>
          <Consent given={consent} onChange={setConsent} missing={asked && !consent}>
            {t('setup.reseller.consent')}
          </Consent>
        </Banner>
      )}
    </SetupPage>
  );
}
