import { formatAmount, formatMoney, subtract } from '../../../src/money/index.ts';
import type { Receipt } from '../../../src/receipt/index.ts';
import { goTo, useTranslate } from '../../store/index.ts';
import { Button } from '../../ui/index.ts';
import { DisbursementLines } from '../disbursement/disbursement-lines.tsx';
import { useRefund } from '../refund/use-refund.ts';

/** Under a sale what of it has gone back, under a return the sale it gives back. */
export function JournalRefunds({ receipt }: { readonly receipt: Receipt }) {
  return receipt.kind === 'return' ? <Original number={receipt.returns.number} /> : <Given number={receipt.number} />;
}

function Original({ number }: { readonly number: number }) {
  const { t } = useTranslate();
  return (
    <div className="journal__given">
      <span>{t('disbursement.given.originalTitle')}</span>
      <Button
        kind="quiet"
        onPress={() => {
          goTo({ kind: 'journal', receipt: number });
        }}
      >
        {t('disbursement.given.original', { number })}
      </Button>
    </div>
  );
}

function Given({ number }: { readonly number: number }) {
  const { t, language } = useTranslate();
  const view = useRefund(number);
  if (view === 'loading' || view === null || view.refunds.length === 0) return null;
  const given = subtract(view.paid, view.refundable);
  return (
    <section className="journal__refunds" aria-labelledby="journal-refunds">
      <p id="journal-refunds" className="journal__given">
        <span>{t('disbursement.given.title')}</span>
        <strong>{t('disbursement.given.ofPaid', { amount: formatAmount(given, language), paid: formatMoney(view.paid, language) })}</strong>
      </p>
      <DisbursementLines lines={view.refunds} />
    </section>
  );
}
