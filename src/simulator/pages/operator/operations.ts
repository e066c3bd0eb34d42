import type { OperationName } from '../../wire/operations.ts';

/** Every operation, in the order of the service; the compiler wants one that is missing. */
const OPERATIONS: Readonly<Record<OperationName, true>> = {
  sendInvoice: true,
  updateInvoice: true,
  getPaymentStatus: true,
  cancelInvoice: true,
  commitReservation: true,
  submitPaymentReceipt: true,
  refundPayment: true,
  registerTerminal: true,
  unregisterTerminal: true,
  assignSeqrId: true,
  markTransactionPeriod: true,
  executeReport: true,
  creditUser: true,
  benchmarkingNop: true,
};

export const OPERATION_NAMES: readonly string[] = Object.keys(OPERATIONS);
