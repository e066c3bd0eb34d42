import type { OperationName } from '../../wire/operations.ts';
import { result } from '../result-codes.ts';
import { assignSeqrId } from './assign-seqr-id.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { commitReservation } from './commit-reservation.ts';
import { creditUser } from './credit-user.ts';
import { executeReport } from './execute-report.ts';
import { getPaymentStatus } from './get-payment-status.ts';
import type { Handler } from './handler.ts';
import { markTransactionPeriod } from './mark-transaction-period.ts';
import { refundPayment } from './refund-payment.ts';
import { registerTerminal } from './register-terminal.ts';
import { sendInvoice } from './send-invoice.ts';
import { submitPaymentReceipt } from './submit-payment-receipt.ts';
import { unregisterTerminal } from './unregister-terminal.ts';
import { updateInvoice } from './update-invoice.ts';

/** Every operation of the service and what answers it. */
export const HANDLERS: { readonly [N in OperationName]: Handler<N> } = {
  registerTerminal,
  unregisterTerminal,
  assignSeqrId,
  sendInvoice,
  updateInvoice,
  getPaymentStatus,
  cancelInvoice,
  commitReservation,
  submitPaymentReceipt,
  /** No context, no principal: proves that somebody answers (protocol §2). */
  benchmarkingNop: () => result(0),
  refundPayment,
  markTransactionPeriod,
  executeReport,
  creditUser,
};
