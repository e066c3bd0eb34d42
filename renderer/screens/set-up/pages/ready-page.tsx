import { CircleCheck } from 'lucide-react';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Icon } from '../../../ui/index.ts';
import { SetupPage } from '../setup-page.tsx';
import { useSetupStep } from '../use-setup-step.ts';

/** Practice is prepared: the second of its two clicks. */
export function ReadyPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslate();
  const register = useSnapshot((snapshot) => snapshot.register);
  const { answer, pending, problem } = useSetupStep('testPayment');
  return (
    <SetupPage
      title={t('setup.service.readyTitle')}
      onBack={onBack}
      onContinue={() => void answer({ kind: 'setup.finish' })}
      continueLabel={t('setup.startSelling')}
      pending={pending}
      problem={problem}
    >
      <div className="setup-done">
        <Icon of={CircleCheck} size={64} />
        <p className="setup-done__words">{t('setup.service.readyWhat')}</p>
        {register !== '' && <p className="soft">{register}</p>}
      </div>
    </SetupPage>
  );
}
