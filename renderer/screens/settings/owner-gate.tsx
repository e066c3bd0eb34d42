import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, Icon, ProblemBanner } from '../../ui/index.ts';
import { OwnerPinFields, RecoverForm, useOwnerPin } from '../owner/index.ts';

export interface OwnerGateProps {
  /** Why it is behind the PIN. */
  readonly what: string;
  /** The PIN goes with each dangerous intent; it is forgotten when the section is left or closed. */
  readonly children: (pin: string, onChanged: (pin: string) => void) => ReactNode;
}

/** What is behind it is drawn only after the core has accepted the owner's PIN. */
export function OwnerGate({ what, children }: OwnerGateProps) {
  const { t } = useTranslate();
  const [accepted, setAccepted] = useState<string | null>(null);
  if (accepted === null) return <PinForm what={what} onAccepted={setAccepted} />;
  return (
    <>
      {children(accepted, setAccepted)}
      <div className="settings-buttons">
        <Button icon={LockKeyhole} onPress={() => setAccepted(null)}>
          {t('settings.owner.close')}
        </Button>
      </div>
    </>
  );
}

/** Asks for the PIN; a till that has none yet, after practice, is given one here, typed twice. */
function PinForm({ what, onAccepted }: { readonly what: string; readonly onAccepted: (pin: string) => void }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const owner = useOwnerPin();
  const [forgotten, setForgotten] = useState(false);
  const open = async () => {
    const result = await send({ kind: 'owner.check', pin: owner.pin });
    if (result.ok) onAccepted(owner.pin);
    else owner.clear();
  };
  if (forgotten) return <RecoverForm onBack={() => setForgotten(false)} onDone={onAccepted} />;
  return (
    <form
      className="owner-gate"
      onSubmit={(event) => {
        event.preventDefault();
        if (owner.complete) void open();
      }}
    >
      <Icon of={LockKeyhole} size={32} />
      <h2>{t(owner.isNew ? 'settings.owner.newTitle' : 'settings.owner.title')}</h2>
      <p className="soft">{owner.isNew ? t('settings.owner.newWhat') : what}</p>
      <OwnerPinFields owner={owner} autoFocus />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button type="submit" kind="primary" pending={pending} disabled={!owner.complete}>
        {t('settings.owner.open')}
      </Button>
      {!owner.isNew && (
        <Button kind="quiet" onPress={() => setForgotten(true)}>
          {t('settings.owner.forgotten')}
        </Button>
      )}
    </form>
  );
}
