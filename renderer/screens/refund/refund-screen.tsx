import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import type { RefundView } from '../../../src/contract/index.ts';
import { useKeys } from '../../input/index.ts';
import { goTo, useTranslate } from '../../store/index.ts';
import { Amount, Button, EmptyState, ProblemBanner, Progress } from '../../ui/index.ts';
import { EMPTY_DRAFT, wishOf } from './draft.ts';
import { RefundChoice } from './refund-choice.tsx';
import { RefundForm } from './refund-form.tsx';
import { useRefund } from './use-refund.ts';
import './refund.css';

/** Gives the money of a sale back (till-features B11): left what goes back, right what it comes to and who allows it. */
export function RefundScreen({ receiptNumber }: { readonly receiptNumber: number }) {
  const { t } = useTranslate();
  const view = useRefund(receiptNumber);
  const back = () => {
    goTo({ kind: 'journal', receipt: receiptNumber });
  };
  useKeys({
    actions: {
      back: () => {
        back();
        return true;
      },
    },
  });
  if (view === 'loading') {
    return (
      <main className="refund refund--waiting">
        <Progress>{t('disbursement.refund.reading')}</Progress>
      </main>
    );
  }
  if (view === null) {
    return (
      <main className="refund refund--waiting">
        <EmptyState icon={FileWarning}>{t('disbursement.refund.missing')}</EmptyState>
      </main>
    );
  }
  return <Refund view={view} onBack={back} />;
}

function Refund({ view, onBack }: { readonly view: RefundView; readonly onBack: () => void }) {
  const { t } = useTranslate();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  return (
    <main className="refund">
      <div className="refund__left">
        <header className="refund__head">
          <h1>{t('disbursement.refund.title', { number: view.receiptNumber })}</h1>
          <dl className="refund__facts">
            <div>
              <dt className="soft small">{t('disbursement.refund.paid')}</dt>
              <dd>
                <Amount of={view.paid} />
              </dd>
            </div>
            <div>
              <dt className="soft small">{t('disbursement.refund.left')}</dt>
              <dd>
                <Amount of={view.refundable} />
              </dd>
            </div>
          </dl>
        </header>
        {view.problem === null ? (
          <RefundChoice view={view} draft={draft} onChange={setDraft} />
        ) : (
          <ProblemBanner problem={view.problem} tone="caution" actions={<Button onPress={onBack}>{t('common.cancel')}</Button>} />
        )}
      </div>
      {view.problem === null && (
        <aside className="refund__right" aria-label={t('disbursement.refund.sum')}>
          <RefundForm view={view} wish={wishOf(draft)} onBack={onBack} />
        </aside>
      )}
    </main>
  );
}
