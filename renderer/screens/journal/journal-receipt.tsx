import { FileDown, FileWarning, Printer, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Receipt } from '../../../src/receipt/index.ts';
import { goTo, useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, EmptyState, ProblemBanner } from '../../ui/index.ts';
import { ReceiptPaper } from '../../ui/paper/index.ts';
import { JournalRefunds } from './journal-refunds.tsx';
import { PrintJobs } from './print-jobs.tsx';
import { useReceipt } from './use-receipt.ts';

export interface JournalReceiptProps {
  readonly number: number;
  /** Its one copy has been printed (PF-28). */
  readonly copyPrinted: boolean;
  /** A PDF of it was saved: it may have been the copy. */
  readonly onSaved: () => void;
}

/** The chosen receipt on its paper, and under it what can be done with it. */
export function JournalReceipt({ number, copyPrinted, onSaved }: JournalReceiptProps) {
  const { t } = useTranslate();
  const paper = useSnapshot((snapshot) => snapshot.preferences.printer.paper);
  const loaded = useReceipt(number);
  if (loaded.kind === 'loading') return null;
  if (loaded.kind === 'missing') return <EmptyState icon={FileWarning}>{t('journal.missing')}</EmptyState>;
  return (
    <>
      <div className="journal__desk" role="region" aria-label={t('journal.receipt', { number })} tabIndex={0}>
        <ReceiptPaper receipt={loaded.receipt} copy={false} paper={paper} medium="screen" />
      </div>
      <ReceiptActions receipt={loaded.receipt} copyPrinted={copyPrinted} onSaved={onSaved} />
    </>
  );
}

interface ReceiptActionsProps extends Omit<JournalReceiptProps, 'number'> {
  readonly receipt: Receipt;
}

function ReceiptActions({ receipt, copyPrinted, onSaved }: ReceiptActionsProps) {
  const { number } = receipt;
  const { t } = useTranslate();
  const printing = useFormIntent();
  const saving = useFormIntent();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const result = await saving.send({ kind: 'receipt.savePdf', number });
    setSaved(result.ok && result.detail !== 'cancelled');
    if (result.ok) onSaved();
  };
  const problem = printing.problem ?? saving.problem;
  return (
    <footer className="journal__actions">
      <PrintJobs receiptNumber={number} />
      <JournalRefunds receipt={receipt} />
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && <Banner tone="good">{t('journal.saved')}</Banner>}
      <div className="journal__buttons">
        <Button
          icon={Printer}
          disabled={copyPrinted}
          pending={printing.pending}
          onPress={() => void printing.send({ kind: 'receipt.print', number })}
        >
          {t('journal.printCopy')}
        </Button>
        <Button icon={FileDown} pending={saving.pending} onPress={() => void save()}>
          {t('journal.savePdf')}
        </Button>
        {receipt.kind === 'sale' && (
          <Button
            icon={Undo2}
            onPress={() => {
              goTo({ kind: 'refund', receipt: number });
            }}
          >
            {t('disbursement.refund.button')}
          </Button>
        )}
        <p className="journal__rule">{copyPrinted ? t('journal.oneCopy') : t('journal.copyRule')}</p>
      </div>
    </footer>
  );
}
