import { useState } from 'react';
import type { SetupStep } from '../../../src/contract/index.ts';
import { useSnapshot, useTranslate } from '../../store/index.ts';
import { LanguageChoice } from './language-choice.tsx';
import { BusinessPage } from './pages/business-page.tsx';
import { LockedPage } from './pages/locked-page.tsx';
import { OwnerPage } from './pages/owner-page.tsx';
import { ReadyPage } from './pages/ready-page.tsx';
import { RecoveryPage } from './pages/recovery-page.tsx';
import { ResellerPage } from './pages/reseller-page.tsx';
import { SeqrIdPage } from './pages/seqr-id-page.tsx';
import { ServicePage } from './pages/service-page.tsx';
import { StickerPage } from './pages/sticker-page.tsx';
import { TerminalPage } from './pages/terminal-page.tsx';
import { TestPaymentPage } from './pages/test-payment-page.tsx';
import { StepList } from './step-list.tsx';
import './wizard.css';

/** The first run, and the way back to it: one question a page, each kept by the core, so it can be left and resumed. */
export function Wizard() {
  const { t } = useTranslate();
  const step = useSnapshot((snapshot) => snapshot.setup.step);
  const locked = useSnapshot((snapshot) => snapshot.setup.locked);
  const [practising, setPractising] = useState(false);
  const [recovering, setRecovering] = useState(false);
  /** Told once: it is shown until the owner has it. */
  const [code, setCode] = useState<string | null>(null);
  const shown = code !== null ? 'recovery' : locked || recovering ? 'locked' : practising ? 'ready' : step;
  return (
    <div className="wizard">
      <aside className="wizard__side">
        <p className="wizard__name">{t('setup.title')}</p>
        <StepList practising={practising} />
        <LanguageChoice />
      </aside>
      <div className="wizard__main" data-testid="wizard-step" data-step={shown}>
        {code !== null ? (
          <RecoveryPage code={code} onDone={() => setCode(null)} />
        ) : locked || recovering ? (
          <LockedPage recovering={recovering} onRecovering={setRecovering} />
        ) : practising ? (
          <ReadyPage onBack={() => setPractising(false)} />
        ) : (
          <Page key={step} step={step} onPractising={() => setPractising(true)} onCode={setCode} />
        )}
      </div>
    </div>
  );
}

interface PageProps {
  readonly step: SetupStep;
  readonly onPractising: () => void;
  readonly onCode: (code: string) => void;
}

function Page({ step, onPractising, onCode }: PageProps) {
  switch (step) {
    case 'service':
      return <ServicePage onPractising={onPractising} />;
    case 'business':
      return <BusinessPage />;
    case 'owner':
      return <OwnerPage onCode={onCode} />;
    case 'reseller':
      return <ResellerPage />;
    case 'terminal':
      return <TerminalPage />;
    case 'seqrId':
      return <SeqrIdPage />;
    case 'sticker':
      return <StickerPage />;
    case 'testPayment':
      return <TestPaymentPage />;
  }
}
