import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { SETUP_STEPS } from '../../../src/contract/index.ts';
import type { SetupStep, SetupView } from '../../../src/contract/index.ts';
import type { Translate } from '../../../src/text/index.ts';
import { sendIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { classNames, Icon } from '../../ui/index.ts';
import './step-list.css';

/** The steps with ticks and the answers given so far; a finished one can be opened again. */
export function StepList({ practising }: { readonly practising: boolean }) {
  const { t } = useTranslate();
  const setup = useSnapshot((snapshot) => snapshot.setup);
  // The test payment stays in sight until it has ended.
  const paying = useSnapshot((snapshot) => snapshot.payment !== null && !snapshot.setup.testPaid);
  const still = practising || paying || setup.locked || setup.busy !== null;
  return (
    <nav aria-label={t('setup.stepList')}>
      <ol className="step-list">
        {SETUP_STEPS.map((step, index) => {
          const done = practising || setup.completed.includes(step);
          const current = !practising && step === setup.step;
          const answer = done ? answerOf(step, setup, t) : null;
          return (
            <li key={step} className="step-list__item">
              <Button
                className={classNames('step', done && 'step--done', current && 'step--current')}
                isDisabled={still || current || !done}
                onPress={() => void sendIntent({ kind: 'setup.go', step })}
                {...(current ? { 'aria-current': 'step' } : {})}
              >
                <span className="step__mark">{done ? <Icon of={Check} size={16} /> : index + 1}</span>
                <span className="step__words">
                  <span>{t(`setup.steps.${step}`)}</span>
                  {done && <span className="sr-only">, {t('setup.stepDone')}</span>}
                  {answer !== null && <span className="step__answer">{answer}</span>}
                </span>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** What was answered, in a word or two. */
function answerOf(step: SetupStep, setup: SetupView, t: Translate): string | null {
  switch (step) {
    case 'service': {
      const { kind, endpoint, provedInMs } = setup.service;
      // How fast it answered says something about the way to SEQR, and nothing about a simulator in the same machine.
      if (kind === 'simulator') return t('setup.simulator');
      const where = URL.parse(endpoint ?? '')?.host;
      if (where === undefined) return null;
      return provedInMs === null ? where : `${Math.round(provedInMs)} ms · ${where}`;
    }
    case 'business':
      return setup.business.name || null;
    case 'owner':
      return setup.owner.cashierName || null;
    case 'reseller':
      return setup.reseller.id || null;
    case 'terminal':
      return setup.terminal.name || null;
    case 'seqrId':
      return setup.seqrId;
    case 'sticker':
    case 'testPayment':
      return null;
  }
}
