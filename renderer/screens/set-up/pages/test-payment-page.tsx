import { CircleCheck } from 'lucide-react';
import { formatMoney, money } from '../../../../src/money/index.ts';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Amount, Button, Icon } from '../../../ui/index.ts';
import { SetupPage } from '../setup-page.tsx';
import { TestPayment } from '../test-payment.tsx';
import { useSetupStep } from '../use-setup-step.ts';

/** 1.00 in the shop's currency. */
const TEST_MINOR = 100;

/** The proof: a payment of 1.00 that turns green, drawn as every later one. */
export function TestPaymentPage() {
  const { t, language } = useTranslate();
  const amount = money(
    TEST_MINOR,
    useSnapshot((snapshot) => snapshot.setup.business.currency),
  );
  const paid = useSnapshot((snapshot) => snapshot.setup.testPaid);
  const practice = useSnapshot((snapshot) => snapshot.mode === 'practice');
  const running = useSnapshot((snapshot) => snapshot.payment?.test === true && !snapshot.setup.testPaid);
  const { onBack, answer, pending, problem } = useSetupStep('testPayment');
  const amountText = formatMoney(amount, language);

  if (running) return <TestPayment />;
  const finish = () => void answer({ kind: 'setup.finish' });
  if (paid) {
    return (
      <SetupPage
        title={t('setup.testPayment.paidTitle')}
        onBack={onBack}
        onContinue={finish}
        continueLabel={t('setup.startSelling')}
        pending={pending}
        problem={problem}
      >
        <div className="setup-done setup-done--paid" data-testid="setup-paid">
          <Icon of={CircleCheck} size={64} />
          <p className="setup-done__words">{t('setup.testPayment.paidWhat', { amount: amountText })}</p>
        </div>
      </SetupPage>
    );
  }
  return (
    <SetupPage
      title={t('setup.testPayment.title', { amount: amountText })}
      onBack={onBack}
      onContinue={() => void answer({ kind: 'setup.testPayment' })}
      continueLabel={t('setup.testPayment.charge', { amount: amountText })}
      pending={pending}
      pendingText={t('setup.busy.testPayment')}
      problem={problem}
    >
      <Amount of={amount} className="setup-amount" />
      <p>{practice ? t('setup.testPayment.whatPractice') : t('setup.testPayment.whatLive')}</p>
      {practice && (
        <Button kind="quiet" className="setup-page__aside" disabled={pending} onPress={finish}>
          {t('setup.testPayment.skip')}
        </Button>
      )}
    </SetupPage>
  );
}
