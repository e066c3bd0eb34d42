import { Hourglass } from 'lucide-react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Icon } from '../../ui/index.ts';
import './sale-strip.css';

/** Over the total while a waiting sale is changed: what SEQR and the customer's phone still say. */
export function ChangingStrip({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const amount = formatMoney(view.amount, language);
  return (
    <div className="sale-strip sale-strip--waits" role="status" data-testid="changing">
      <Icon of={Hourglass} size={24} />
      {view.screen.kind === 'confirming' ? (
        <p>{t('changing.confirming', { amount })}</p>
      ) : (
        <p>
          <strong>{t('changing.open', { amount })}</strong>. {t('changing.openWhat')}
        </p>
      )}
    </div>
  );
}
