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
          <AbsenceForm pin={pin} />
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

/** The hours that are offered, as the settings keep them. */
const HOURS = ['24', '72', '168'] as const;

function AbsenceForm({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const present = useSnapshot((snapshot) => String(snapshot.day.absenceHours));
  const [hours, setHours] = useState(present);
  const { send, pending, problem } = useFormIntent();
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: 'day.absence', hours: Number(hours), pin });
      }}
    >
      <p className="soft">{t('day.settings.absenceHint')}</p>
      <RadioGroup
        label={t('day.settings.absence')}
        options={HOURS.map((value) => ({ value, label: t(`day.settings.days.${value}`) }))}
        value={HOURS.find((value) => value === hours) ?? null}
        onChange={setHours}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button type="submit" kind="primary" pending={pending} disabled={hours === present}>
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
