import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../../store/index.ts';
import { Button } from '../../../ui/index.ts';
import { OwnerPinFields, RecoverForm, useOwnerPin } from '../../owner/index.ts';
import { SetupPage } from '../setup-page.tsx';

export interface LockedPageProps {
  /** The PIN was forgotten and another is being chosen: the page stays until the new code has been read. */
  readonly recovering: boolean;
  readonly onRecovering: (recovering: boolean) => void;
}

/** A set-up that has an owner goes on with the owner's PIN only. */
export function LockedPage({ recovering, onRecovering }: LockedPageProps) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const owner = useOwnerPin();
  const [shown, setShown] = useState(problem);
  const open = async () => {
    if (!owner.complete) return;
    const result = await send({ kind: 'owner.check', pin: owner.pin });
    setShown(result.ok ? null : result.problem);
    if (!result.ok) owner.clear();
  };
  if (recovering)
    return (
      <main className="setup-page__scroll">
        <RecoverForm onBack={() => onRecovering(false)} onDone={() => onRecovering(false)} />
      </main>
    );
  return (
    <SetupPage
      title={t('setup.owner.lockedTitle')}
      onBack={null}
      onContinue={() => void open()}
      continueLabel={t('setup.owner.goOn')}
      pending={pending}
      problem={shown}
    >
      <p className="soft">{t('setup.owner.lockedWhat')}</p>
      <OwnerPinFields owner={owner} autoFocus />
      <Button kind="quiet" className="setup-page__aside" onPress={() => onRecovering(true)}>
        {t('settings.owner.forgotten')}
      </Button>
    </SetupPage>
  );
}
