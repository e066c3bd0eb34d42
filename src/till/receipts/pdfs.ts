import type { IntentResult } from '../../contract/ipc.ts';
import type { Journal, ReceiptRecord } from '../../records/index.ts';
import { writeOrRefuse } from '../durable.ts';
import type { PrinterPort } from '../ports.ts';
import { refuse, saved } from '../results.ts';
import { nextPaper, withPaper } from './print-jobs.ts';

export interface PdfsDeps {
  readonly journal: Pick<Journal, 'receipt' | 'write'>;
  readonly printer: Pick<PrinterPort, 'savePdf'>;
  readonly settings: () => { readonly paper: '80mm' | '58mm' | 'A4' };
}

/** Receipts as PDF. A person is asked where to, which takes as long as it takes; one PDF of a receipt at a time (PF-28). */
export interface Pdfs {
  save(record: ReceiptRecord): Promise<IntentResult>;
  /** Until it has ended, nobody knows whether the next paper is the original. */
  isSaving(receiptNumber: number): boolean;
  stop(): void;
}

export function createPdfs({ journal, printer, settings }: PdfsDeps): Pdfs {
  const saving = new Set<number>();
  let stopped = false;

  async function saveAs(record: ReceiptRecord, copy: boolean): Promise<IntentResult> {
    const { number } = record.receipt;
    const page = { kind: 'receipt', receipt: record.receipt, copy, paper: settings().paper } as const;
    const outcome = await printer.savePdf(page, `receipt-${number}${copy ? '-copy' : ''}.pdf`);
    if (!outcome.ok) return saved(outcome);
    // The journal has been closed meanwhile.
    if (stopped) return refuse('stale');
    const now = journal.receipt(number) ?? record;
    const written = writeOrRefuse(() =>
      journal.write({
        entries: [{ kind: copy ? 'pdf.copy' : 'pdf.original', subject: String(number), body: {} }],
        receipts: [withPaper(now, copy)],
      }),
    );
    return written.ok ? saved(outcome) : written;
  }

  return {
    async save(record) {
      const { number } = record.receipt;
      if (saving.has(number)) return refuse('print.under-way');
      const paper = nextPaper(record);
      if (paper === 'none') return refuse('print.one-copy');
      saving.add(number);
      try {
        return await saveAs(record, paper === 'copy');
      } finally {
        saving.delete(number);
      }
    },
    isSaving: (receiptNumber) => saving.has(receiptNumber),
    stop() {
      stopped = true;
    },
  };
}
