import type { Exchange } from '../seqr/index.ts';

/** One step of the sheet (protocol §12). */
export interface StepResult {
  readonly step: number;
  readonly ok: boolean;
  readonly calls: readonly CallSummary[];
  /** One sentence: what was seen, or what was wrong. */
  readonly detail: string;
}

export interface CallSummary {
  readonly operation: string;
  readonly outcome: Exchange['outcome'];
  readonly resultCode: number | null;
  readonly reason: string | null;
  readonly tookMs: number;
}

export function summarize(exchange: Exchange): CallSummary {
  const { operation, outcome, resultCode, reason, tookMs } = exchange;
  return { operation, outcome, resultCode, reason, tookMs: Math.round(tookMs) };
}

export const STEP_TITLES: Readonly<Record<number, string>> = {
  1: 'registerTerminal',
  2: 'assignSeqrId',
  3: 'sendInvoice',
  4: 'getPaymentStatus',
  5: 'submitPaymentReceipt',
  6: 'cancelInvoice',
  7: 'refundPayment',
  8: 'markTransactionPeriod',
  9: 'unregisterTerminal',
};
