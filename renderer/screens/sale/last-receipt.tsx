import { Printer, ReceiptText } from 'lucide-react';
import { formatAmount } from '../../../src/money/index.ts';
import { goTo } from '../../store/places.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';
import './last-receipt.css';

/** The last receipt, one touch away: to look at, or to print again. */
export function LastReceipt() {
  const { t, language } = useTranslate();
  const last = useSnapshot((snapshot) => snapshot.lastReceipt);
  const { send, pending } = useIntent();
  if (last === null) return null;
  return (
    <div className="last-receipt" role="group" aria-label={t('sale.last.title')}>
      <Button
        kind="quiet"
        icon={ReceiptText}
        testId="last-receipt"
        onPress={() => {
          goTo({ kind: 'journal', receipt: last.number });
        }}
      >
        {t('sale.last.open', { number: last.number, amount: formatAmount(last.total, language) })}
      </Button>
      <Button
        kind="quiet"
        icon={Printer}
        pending={pending}
        onPress={() => {
          void send({ kind: 'receipt.print', number: last.number });
        }}
      >
        {t('sale.last.print')}
      </Button>
    </div>
  );
}
