import { LogOut, Smartphone } from 'lucide-react';
import { sendIntent, useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner } from '../../ui/index.ts';
import { OwnerGate } from './owner-gate.tsx';

/** What practice is, and the way out of it: the owner's, once a PIN was chosen. */
export function PracticeSection() {
  const { t } = useTranslate();
  const pinSet = useSnapshot((snapshot) => snapshot.setup.owner.pinSet);
  return (
    <>
      <p>{t('settings.practice.on')}</p>
      <p className="soft">{t('settings.practice.keep')}</p>
      <div className="settings-buttons">
        <Button icon={Smartphone} onPress={() => void sendIntent({ kind: 'window.phone' })}>
          {t('settings.practice.phone')}
        </Button>
      </div>
      {pinSet ? <OwnerGate what={t('settings.practice.what')}>{(pin) => <Leave pin={pin} />}</OwnerGate> : <Leave />}
    </>
  );
}

function Leave({ pin }: { readonly pin?: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  return (
    <>
      <div className="settings-buttons">
        <Button
          icon={LogOut}
          pending={pending}
          onPress={() => void send({ kind: 'setup.leavePractice', ...(pin === undefined ? {} : { pin }) })}
        >
          {t('settings.practice.leave')}
        </Button>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
    </>
  );
}
