import type { Receipt } from '../receipt/receipt.ts';

/** A receipt in the journal. The document never changes; what is printed of it does. */
export interface ReceiptRecord {
  readonly receipt: Receipt;
  /** The attempt that was paid; of a return, the refund. */
  readonly attemptId: string;
  /** A job has printed the original (PF-28). */
  readonly originalPrinted: boolean;
  /** The one copy has been printed (PF-28). */
  readonly copyPrinted: boolean;
}
