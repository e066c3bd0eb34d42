import { LogOut, Smartphone } from 'lucide-react';
import { sendIntent, useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner } from '../../ui/index.ts';

/** What practice is, and the way out of it. */
export function PracticeSection() {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  return (
    <>
      <p>{t('settings.practice.on')}</p>
      <p className="soft">{t('settings.practice.keep')}</p>
      <div className="settings-buttons">
        <Button icon={Smartphone} onPress={() => void sendIntent({ kind: 'window.phone' })}>
          {t('settings.practice.phone')}
        </Button>
        <Button icon={LogOut} pending={pending} onPress={() => void send({ kind: 'setup.leavePractice' })}>
          {t('settings.practice.leave')}
        </Button>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
    </>
  );
}
