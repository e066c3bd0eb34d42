import type { SessionIntents } from '../rule.ts';
import type { PrintQueue } from './print-queue.ts';

export interface ReceiptParts {
  readonly prints: PrintQueue;
}

const RECEIPT = { right: 'anyone', movesMoney: false, without: 'print.not-found' } as const;
const JOB = { right: 'anyone', movesMoney: false, without: 'stale' } as const;

export const receiptIntents = {
  'receipt.print': { ...RECEIPT, apply: ({ prints }, { number }) => prints.print(number) },
  'receipt.savePdf': { ...RECEIPT, apply: ({ prints }, { number }) => prints.savePdf(number) },
  'print.retry': { ...JOB, apply: ({ prints }, { jobId }) => prints.retry(jobId) },
  'print.abandon': { ...JOB, apply: ({ prints }, { jobId }) => prints.abandon(jobId) },
} satisfies SessionIntents<ReceiptParts>;
