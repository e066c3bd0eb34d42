import { useTranslate } from '../../../store/index.ts';
import { SetupPage } from '../setup-page.tsx';
import { StickerPanel } from '../sticker-panel.tsx';
import { useSetupStep } from '../use-setup-step.ts';

/** The sticker, on screen as it comes out of the printer. */
export function StickerPage() {
  const { t } = useTranslate();
  const { onBack, answer, pending, problem } = useSetupStep('sticker');
  return (
    <SetupPage
      title={t('setup.sticker.title')}
      onBack={onBack}
      onContinue={() => void answer({ kind: 'setup.stickerDone' })}
      pending={pending}
      problem={problem}
    >
      <StickerPanel />
    </SetupPage>
  );
}
