import { useFormIntent, useTranslate } from '../../../store/index.ts';
import { OwnerPinFields, useOwnerPin } from '../../owner/index.ts';
import { SetupPage } from '../setup-page.tsx';

/** A set-up that has an owner goes on with the owner's PIN only. */
export function LockedPage() {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const owner = useOwnerPin();
  const open = async () => {
    if (!owner.complete) return;
    const result = await send({ kind: 'owner.check', pin: owner.pin });
    if (!result.ok) owner.clear();
  };
  return (
    <SetupPage
      title={t('setup.owner.lockedTitle')}
      onBack={null}
      onContinue={() => void open()}
      continueLabel={t('setup.owner.goOn')}
      pending={pending}
      problem={problem}
    >
      <p className="soft">{t('setup.owner.lockedWhat')}</p>
      <OwnerPinFields owner={owner} autoFocus />
    </SetupPage>
  );
}
