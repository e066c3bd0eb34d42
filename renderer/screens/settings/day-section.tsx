import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner, RadioGroup } from '../../ui/index.ts';
import { OwnerGate } from './owner-gate.tsx';

/** What a close of day covers, and whether the reseller's password is kept for it; behind the owner's PIN. */
export function DaySection() {
  const { t } = useTranslate();
  return (
    <OwnerGate what={t('day.settings.what')}>
      {(pin) => (
        <>
          <ScopeForm pin={pin} />
          <KeptPassword />
        </>
      )}
    </OwnerGate>
  );
}

function ScopeForm({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const present = useSnapshot((snapshot) => snapshot.day.scope);
  const [scope, setScope] = useState(present);
  const { send, pending, problem } = useFormIntent();
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: 'day.scope', scope, pin });
      }}
    >
      <RadioGroup
        label={t('day.settings.scope')}
        options={[
          { value: 'terminal', label: t('day.close.scope.terminal') },
          { value: 'shop', label: t('day.close.scope.shop'), hint: t('day.settings.scopeHint') },
        ]}
        value={scope}
        onChange={setScope}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
      {scope === present && problem === null && <Banner tone="note">{t('day.settings.holds')}</Banner>}
      <Button type="submit" kind="primary" pending={pending} disabled={scope === present}>
        {t('day.settings.save')}
      </Button>
    </form>
  );
}

function KeptPassword() {
  const { t } = useTranslate();
  const kept = useSnapshot((snapshot) => snapshot.day.passwordKept);
  const { send, pending, problem } = useFormIntent();
  return (
    <section className="settings-form">
      <h2>{t('day.close.password')}</h2>
      <p className="soft">{t(kept ? 'day.close.passwordKept' : 'day.settings.notKept')}</p>
      {problem !== null && <ProblemBanner problem={problem} />}
      {kept && (
        <Button pending={pending} onPress={() => void send({ kind: 'day.forgetPassword' })}>
          {t('day.close.forget')}
        </Button>
      )}
    </section>
  );
}
