import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import { NewPinFields, RecoveryCode, useNewPin } from '../owner/index.ts';
import { OwnerGate } from './owner-gate.tsx';

/** The owner's PIN and its recovery code. */
export function OwnerSection() {
  const { t } = useTranslate();
  return (
    <OwnerGate what={t('settings.owner.what')}>
      {(pin, onChanged) => (
        <>
          <ChangePin pin={pin} onChanged={onChanged} />
          <NewCode pin={pin} />
        </>
      )}
    </OwnerGate>
  );
}

function ChangePin({ pin, onChanged }: { readonly pin: string; readonly onChanged: (pin: string) => void }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const chosen = useNewPin();
  const [saved, setSaved] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const change = async () => {
    const result = await send({ kind: 'owner.change', pin, newPin: chosen.pin, newPinAgain: chosen.again });
    setSaved(result.ok);
    if (!result.ok) return;
    onChanged(chosen.pin);
    chosen.clear();
    setCode(result.detail ?? null);
  };
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.complete) void change();
      }}
    >
      <h2>{t('settings.owner.change')}</h2>
      <NewPinFields chosen={chosen} />
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && problem === null && <Banner tone="good">{t('settings.owner.changed')}</Banner>}
      {code !== null && <RecoveryCode code={code} />}
      <Button type="submit" kind="primary" pending={pending} disabled={!chosen.complete}>
        {t('settings.owner.change')}
      </Button>
    </form>
  );
}

function NewCode({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [code, setCode] = useState<string | null>(null);
  const make = async () => {
    const result = await send({ kind: 'owner.newCode', pin });
    setCode(result.ok ? (result.detail ?? null) : null);
  };
  return (
    <section className="settings-form">
      <h2>{t('settings.owner.code')}</h2>
      <p className="soft">{t('settings.owner.newCodeWhat')}</p>
      {problem !== null && <ProblemBanner problem={problem} />}
      {code === null ? (
        <Button pending={pending} onPress={() => void make()}>
          {t('settings.owner.newCode')}
        </Button>
      ) : (
        <RecoveryCode code={code} />
      )}
    </section>
  );
}
