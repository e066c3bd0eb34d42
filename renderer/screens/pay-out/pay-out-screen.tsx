import { HandCoins } from 'lucide-react';
import { useKeys } from '../../input/index.ts';
import { goTo, useAnswer, useSnapshot, useTranslate } from '../../store/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { DisbursementLines } from '../disbursement/disbursement-lines.tsx';
import { PayOutForm } from './pay-out-form.tsx';
import './pay-out.css';

/** Pays out of the shop's account to a SEQR user's (protocol §2: creditUser), behind the owner's PIN. */
export function PayOutScreen() {
  const { t } = useTranslate();
  useKeys({
    actions: {
      back: () => {
        goTo({ kind: 'day' });
        return true;
      },
    },
  });
  return (
    <main className="pay-out">
      <div className="pay-out__page">
        <section className="pay-out__form" aria-labelledby="pay-out-title">
          <h1 id="pay-out-title">{t('disbursement.payOut.title')}</h1>
          <p className="soft">{t('disbursement.payOut.what')}</p>
          <PayOutForm />
        </section>
        <section className="pay-out__latest" aria-labelledby="pay-out-latest">
          <h2 id="pay-out-latest">{t('disbursement.payOut.latest')}</h2>
          <Latest />
        </section>
      </div>
    </main>
  );
}

function Latest() {
  const { t } = useTranslate();
  const revision = useSnapshot((snapshot) => snapshot.disbursement.revision);
  const lines = useAnswer('payOuts', [], revision)?.value;
  if (lines === undefined) return null;
  if (lines.length === 0) return <EmptyState icon={HandCoins}>{t('disbursement.payOut.none')}</EmptyState>;
  return <DisbursementLines lines={lines} />;
}
