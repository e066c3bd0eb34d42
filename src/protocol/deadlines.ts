import type { Operation } from './service.ts';

/** The longest each call may take in total, in milliseconds from the opening of its socket (PF-25). */
export const DEADLINE_MS: Readonly<Record<Operation, number>> = {
  getPaymentStatus: 4_000,
  cancelInvoice: 4_000,
  updateInvoice: 4_000,
  benchmarkingNop: 4_000,
  sendInvoice: 15_000,
  refundPayment: 15_000,
  creditUser: 15_000,
  commitReservation: 15_000,
  registerTerminal: 15_000,
  assignSeqrId: 15_000,
  unregisterTerminal: 15_000,
  submitPaymentReceipt: 15_000,
  markTransactionPeriod: 15_000,
  executeReport: 30_000,
};
