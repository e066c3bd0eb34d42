import type { PaymentView } from '../../../src/contract/index.ts';
import { BigAmount, customerWords } from '../../screens/payment/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { classNames, PracticeBand, QrCode } from '../../ui/index.ts';
import { CustomerSale } from './customer-sale.tsx';
import { useToPlace } from './use-to-place.ts';
import './customer-display.css';

/** What fills the window with a colour: money has moved, or nobody knows. */
function toneOf(screen: PaymentView['screen'] | undefined): 'paid' | 'uncertain' | null {
  switch (screen?.kind) {
    case 'paid':
      return screen.seqrSaid === null ? 'paid' : 'uncertain';
    case 'unknown':
    case 'oddStatus':
    case 'sendUnknown':
      return 'uncertain';
    default:
      return null;
  }
}

/** The second window: no controls; the shop's name, the sale, the code, then one word and one sentence. */
export function CustomerDisplay() {
  const shop = useSnapshot((snapshot) => snapshot.shop.name);
  const payment = useSnapshot((snapshot) => snapshot.payment);
  const selling = useSnapshot((snapshot) => snapshot.sale.sale.rows.length > 0);
  const kind = payment?.screen.kind;
  const tone = toneOf(payment?.screen);
  return (
    <div className="customer">
      <PracticeBand />
      <main
        className={classNames('customer__body', tone !== null && `customer__body--${tone}`)}
        aria-live="polite"
        data-testid="customer-state"
        data-state={kind ?? (selling ? 'sale' : 'idle')}
      >
        <h1 className="sr-only">{shop === '' ? 'Kassa' : shop}</h1>
        {payment !== null ? <CustomerPayment view={payment} /> : selling ? <CustomerSale /> : <CustomerIdle shop={shop} />}
      </main>
      <ToPlace />
    </div>
  );
}

/** For whoever sets the till up: this window could not be sent to its screen. */
function ToPlace() {
  const { t } = useTranslate();
  return useToPlace() ? <p className="customer__to-place">{t('sale.customer.toPlace')}</p> : null;
}

function CustomerPayment({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const { title, sentence } = customerWords(view, t, language);
  const { kind } = view.screen;
  if (kind === 'waiting' || kind === 'confirming') {
    return (
      <div className="customer-pay">
        <div className="customer-pay__qr">
          <QrCode text={view.code} label={t('payment.customer.scan')} />
        </div>
        <div className="customer-pay__words">
          <BigAmount of={view.amount} />
          <p className="customer-pay__scan">{title}</p>
        </div>
      </div>
    );
  }
  return (
    <div className="customer-state">
      <div className="customer-state__words">
        <p className="customer-state__title">{title}</p>
        {sentence !== '' && <p className="customer-state__sentence">{sentence}</p>}
      </div>
    </div>
  );
}

/** The shop's name; before it is known, a welcome. */
function CustomerIdle({ shop }: { readonly shop: string }) {
  const { t } = useTranslate();
  return <div className="customer-idle">{shop === '' ? t('sale.customer.welcome') : shop}</div>;
}
