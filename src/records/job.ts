import type { Problem } from '../text/index.ts';

/** Work that is owed, on disk until it is done: a print, or a receipt to hand to SEQR. */
export interface PrintJob {
  readonly kind: 'print';
  readonly id: string;
  readonly receiptNumber: number;
  readonly copy: boolean;
  /** `printing` found at start means: it may or may not have come out (PF-15). */
  readonly state: 'queued' | 'printing' | 'done' | 'failed' | 'unsure' | 'abandoned';
  readonly tries: number;
  readonly problem: Problem | null;
}

export interface SubmitJob {
  readonly kind: 'submit';
  readonly id: string;
  readonly receiptNumber: number;
  /** The attempt or the refund whose terminal and endpoint it goes through (PF-24). */
  readonly attemptId: string;
  /** `refused`: SEQR will not take it however often it is asked; kept for the record. */
  readonly state: 'queued' | 'done' | 'refused';
  readonly tries: number;
  readonly lastResultCode: number | null;
}

export type Job = PrintJob | SubmitJob;
