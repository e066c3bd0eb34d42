import type { PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Charging } from './charging.tsx';
import { Ended } from './ended.tsx';
import { PaidOther } from './paid-other.tsx';
import { Paid } from './paid.tsx';
import { Reserved } from './reserved.tsx';
import { SendUnknown } from './send-unknown.tsx';
import { Unknown } from './unknown.tsx';
import './payment-screen.css';

/** One payment attempt, whatever its state: one screen, nothing else to press. */
export function PaymentScreen({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslate();
  return (
    <main className="payment-screen" aria-label={t('sale.after.amountToPay')} data-testid="payment-state" data-state={view.screen.kind}>
      <h1 className="sr-only">{t('sale.after.amountToPay')}</h1>
      <ScreenOf key={view.attemptId} view={view} />
    </main>
  );
}

function ScreenOf({ view }: { readonly view: PaymentView }) {
  const { screen } = view;
  switch (screen.kind) {
    case 'sending':
    case 'waiting':
    case 'confirming':
    case 'cancelling':
      return <Charging view={view} />;
    case 'reserved':
      return <Reserved view={view} screen={screen} />;
    case 'sendUnknown':
      return <SendUnknown view={view} returnInMs={screen.returnInMs} />;
    case 'unknown':
    case 'oddStatus':
      return <Unknown view={view} />;
    case 'paid':
      return screen.seqrSaid === null ? <Paid view={view} screen={screen} /> : <PaidOther view={view} screen={screen} />;
    case 'notSent':
    case 'refused':
    case 'cancelled':
    case 'reversed':
    case 'failed':
    case 'expired':
    case 'notPaid':
      return <Ended view={view} />;
  }
}
