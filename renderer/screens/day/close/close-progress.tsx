import { Check, Circle, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { CloseView } from '../../../../src/contract/index.ts';
import { useSnapshot } from '../../../store/snapshot-store.ts';
import { useAge } from '../../../store/use-age.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Banner, Button, classNames, Icon, PinField, ProblemBanner, Spinner } from '../../../ui/index.ts';
import { asIntent, NO_PASSWORD, PasswordFields } from './password-fields.tsx';

const STEPS = ['marking', 'waiting', 'comparing'] as const;
const STEP_OF: Readonly<Record<CloseView['state'], number>> = { notMarked: 0, marking: 0, markLost: 0, waiting: 1, held: 1, reported: 2 };

/** How far the close is, with the time the present step has taken; and what a person has to do if it stands still. */
export function CloseProgress({ close }: { readonly close: CloseView }) {
  const { t } = useTranslate();
  const at = STEP_OF[close.state];
  const isWaitingForPerson = close.state === 'markLost' || close.state === 'held';
  return (
    <>
      <ol className="close-steps" aria-label={t('day.step.label')}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={classNames(
              'close-step',
              index < at && 'close-step--done',
              index === at && 'close-step--current',
              index === at && isWaitingForPerson && 'close-step--waits',
            )}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="close-step__mark">
              {index === at && !isWaitingForPerson ? (
                <Spinner />
              ) : (
                <Icon of={index < at ? Check : index === at ? TriangleAlert : Circle} size={24} />
              )}
            </span>
            <span>{t(`day.step.${step}`)}</span>
            {index === at && !isWaitingForPerson && <Seconds close={close} />}
          </li>
        ))}
      </ol>
      <div role="status">
        {close.former !== null && <p className="soft">{t('day.step.former', { register: close.former })}</p>}
        <p className="soft">{words(close, t)}</p>
      </div>
      {isWaitingForPerson && <GoOn key={close.stateNumber} close={close} />}
      {close.canFinishWithout && <FinishWithout key={close.closeId} close={close} />}
    </>
  );
}

function words(close: CloseView, t: ReturnType<typeof useTranslate>['t']): string {
  if (close.state === 'marking') return t(close.lostMarks > 0 ? 'day.step.lostOnce' : 'day.step.markingHint');
  if (close.state === 'waiting' && close.tries > 1) return t('day.step.tries', { tries: close.tries });
  if (close.state === 'held') return t('day.step.held');
  return '';
}

function Seconds({ close }: { readonly close: CloseView }) {
  const { t } = useTranslate();
  const ageMs = useAge(close.forMs) ?? 0;
  return <span className="close-step__time">{t('day.step.seconds', { seconds: Math.floor(ageMs / 1000) })}</span>;
}

/** It stands still: a person marks again, or asks again. */
function GoOn({ close }: { readonly close: CloseView }) {
  const { t } = useTranslate();
  const [answer, setAnswer] = useState(NO_PASSWORD);
  const { send, pending, problem } = useFormIntent();
  const shown = { closeId: close.closeId, stateNumber: close.stateNumber };
  return (
    <form
      className="close-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: 'day.goOn', ...shown, ...asIntent(answer) });
      }}
    >
      {close.state === 'markLost' && <Banner tone="caution">{t('day.step.lost')}</Banner>}
      {close.problem !== null && <ProblemBanner problem={close.problem} tone="caution" />}
      {close.needsPassword && <PasswordFields value={answer} onChange={setAnswer} />}
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="close-buttons">
        <Button type="submit" kind="primary" pending={pending}>
          {t(close.state === 'markLost' ? 'day.close.markAgain' : 'day.close.goOn')}
        </Button>
      </div>
    </form>
  );
}

/** A supervisor finishes without SEQR: first the button, then what it means and the PIN (PF-17). */
export function FinishWithout({ close: { closeId, stateNumber } }: { readonly close: CloseView }) {
  const { t } = useTranslate();
  const [asked, setAsked] = useState(false);
  if (asked) return <FinishForm shown={{ closeId, stateNumber }} />;
  return (
    <div className="close-buttons">
      <Button
        onPress={() => {
          setAsked(true);
        }}
      >
        {t('day.close.finishWithout')}
      </Button>
    </div>
  );
}

function FinishForm({ shown }: { readonly shown: { readonly closeId: string; readonly stateNumber: number } }) {
  const { t } = useTranslate();
  const pinSet = useSnapshot((snapshot) => snapshot.setup.owner.pinSet);
  const [pin, setPin] = useState('');
  const { send, pending, problem } = useFormIntent();
  return (
    <div className="close-form">
      <p className="soft">{t('day.close.finishWithoutWhat')}</p>
      <div className="close-row">
        <PinField label={t(pinSet ? 'settings.owner.pin' : 'settings.owner.newPin')} value={pin} onChange={setPin} autoFocus />
        <Button
          kind="danger"
          pending={pending}
          disabled={pin.length < 4}
          onPress={() => {
            void send({ kind: 'day.finishWithout', ...shown, pin });
          }}
        >
          {t('day.close.finishWithout')}
        </Button>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
    </div>
  );
}
