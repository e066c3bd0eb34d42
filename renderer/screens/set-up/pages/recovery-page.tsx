import { useTranslate } from '../../../store/index.ts';
import { RecoveryCode } from '../../owner/index.ts';
import { SetupPage } from '../setup-page.tsx';

/** The code that belongs to the PIN which was just chosen; shown until the owner goes on. */
export function RecoveryPage({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const { t } = useTranslate();
  return (
    <SetupPage
      title={t('settings.owner.codeTitle')}
      onBack={null}
      onContinue={onDone}
      continueLabel={t('settings.owner.codeKept')}
      pending={false}
      problem={null}
    >
      <RecoveryCode code={code} />
    </SetupPage>
  );
}
