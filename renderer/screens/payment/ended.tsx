import { Ban, CircleX, OctagonAlert } from 'lucide-react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { seqrProblem } from '../../../src/text/index.ts';
import { enterIsForButton, useKeys } from '../../input/handlers.ts';
import { goTo } from '../../store/places.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, classNames, Icon } from '../../ui/index.ts';
import { BigAmount } from './big-amount.tsx';
import { cashierSentence, nextStepWords } from './payment-words.ts';
import { useAttempt } from './use-attempt.ts';
import './ended.css';

/** Stopped by something other than a wish of ours: red. */
const STOPPED: ReadonlySet<PaymentView['screen']['kind']> = new Set(['refused', 'reversed', 'failed', 'notSent']);

/** Let go by this till; what was rung up for it is not to be charged. */
function isReleased(screen: PaymentView['screen']): boolean {
  return screen.kind === 'cancelled' && screen.askedHere;
}

/** Not paid, for certain: what happened, where the money is, and the way back to the sale. */
export function Ended({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const { act, pending } = useAttempt(view);
  const { screen, actions } = view;
  const stopped = STOPPED.has(screen.kind);
  // The wizard has its own page for the terminal, one step back.
  const registration = screen.kind === 'refused' && screen.registration && !view.test;
  const leave = () => {
    if (!actions.dismiss) return false;
    act('dismiss');
    return true;
  };
  useKeys({ actions: { ringUp: () => !enterIsForButton() && leave(), back: leave } });
  return (
    <div className={classNames('ended', stopped && 'ended--stopped')}>
      <div className="ended__middle selectable">
        <span className="ended__mark">
          <Icon of={screen.kind === 'reversed' ? OctagonAlert : stopped ? CircleX : Ban} size={64} />
        </span>
        <BigAmount of={view.amount} />
        <p className="ended__sentence">{cashierSentence(view, t, language)}</p>
        {view.unpaid !== null && !isReleased(screen) && <p className="ended__more">{t('tab.ended.goneWhat')}</p>}
        {screen.kind === 'notSent' && !view.test && <p className="ended__more">{t('payment.cashier.notSentWhat')}</p>}
        {screen.kind === 'reversed' && !view.test && <p className="ended__more">{t('payment.cashier.reversedWhat')}</p>}
        {screen.kind === 'refused' && <p className="ended__step">{nextStepWords(view, language)}</p>}
        <div className="ended__actions">
          {registration && (
            <Button
              size="large"
              pending={pending}
              onPress={() => {
                act('dismiss');
                goTo({ kind: 'settings', section: 'terminal' });
              }}
            >
              {t('payment.action.openSetup')}
            </Button>
          )}
          <Button kind="primary" size="large" disabled={!actions.dismiss} pending={pending} onPress={leave}>
            {t(view.test ? 'common.cancel' : 'payment.action.backToSale')}
          </Button>
        </div>
        <p className="soft small">
          {screen.kind === 'refused' && `${t('common.code', { code: seqrProblem('sendInvoice', screen.resultCode).code })} · `}
          {t('payment.correlation', { id: view.correlationId })}
        </p>
      </div>
    </div>
  );
}
