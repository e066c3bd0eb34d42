import type { PrintPage } from '../../contract/ipc.ts';
import type { ReceiptRecord } from '../../records/index.ts';

/** What the next paper of a receipt is: the original until one succeeded, then one KOPIA, then nothing (PF-28). */
export function nextPaper(record: ReceiptRecord): 'original' | 'copy' | 'none' {
  if (!record.originalPrinted) return 'original';
  return record.copyPrinted ? 'none' : 'copy';
}

/** The receipt after a paper of it has come out. */
export function marked(record: ReceiptRecord, copy: boolean): ReceiptRecord {
  return copy ? { ...record, copyPrinted: true } : { ...record, originalPrinted: true };
}

export function page(record: ReceiptRecord, copy: boolean, paper: '80mm' | '58mm' | 'A4'): PrintPage {
  return { kind: 'receipt', receipt: record.receipt, copy, paper };
}
