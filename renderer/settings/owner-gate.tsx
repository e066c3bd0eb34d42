import { useState } from 'react';
import type { ReactNode } from 'react';
import { LockKeyhole } from 'lucide-react';
import { useFormIntent, useSnapshot, useTranslate } from '../state/index.ts';
import { Button, Icon, PinField, ProblemBanner } from '../ui/index.ts';
import { pinProblem } from '../setup/answers/pin.ts';

export interface OwnerGateProps {
  /** Why it is behind the PIN. */
  readonly what: string;
  /** The PIN goes with each dangerous intent; it is forgotten when the section is left or closed. */
  readonly children: (pin: string) => ReactNode;
}

/** What is behind it is drawn only after the core has accepted the owner's PIN. */
export function OwnerGate({ what, children }: OwnerGateProps) {
  const { t } = useTranslate();
  const [accepted, setAccepted] = useState<string | null>(null);
  if (accepted === null) return <PinForm what={what} onAccepted={setAccepted} />;
  return (
    <>
      {children(accepted)}
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
  // What stands at the beginning counts: the first PIN that is sent becomes the owner's.
  const [isNew] = useState(!useSnapshot((snapshot) => snapshot.setup.owner.pinSet));
  const { send, pending, problem } = useFormIntent();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const weak = isNew && pin.length >= 4 && pinProblem(pin) !== null;
  const differs = isNew && again !== '' && !pin.startsWith(again);
  const complete = pin.length >= 4 && (!isNew || (!weak && again === pin));
  const open = async () => {
    const result = await send({ kind: 'owner.check', pin });
    if (result.ok) onAccepted(pin);
    else setPin('');
  };
  return (
    <form
      className="owner-gate"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void open();
      }}
    >
      <Icon of={LockKeyhole} size={32} />
      <h2>{t(isNew ? 'settings.owner.newTitle' : 'settings.owner.title')}</h2>
      <p className="soft">{isNew ? t('settings.owner.newWhat') : what}</p>
      <PinField
        label={t(isNew ? 'settings.owner.newPin' : 'settings.owner.pin')}
        value={pin}
        onChange={setPin}
        problem={weak ? t('setup.check.pinWeak') : null}
        autoFocus
      />
      {isNew && (
        <PinField
          label={t('settings.owner.again')}
          value={again}
          onChange={setAgain}
          problem={differs ? t('setup.check.pinDiffers') : null}
        />
      )}
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button type="submit" kind="primary" pending={pending} disabled={!complete}>
        {t('settings.owner.open')}
      </Button>
    </form>
  );
}
