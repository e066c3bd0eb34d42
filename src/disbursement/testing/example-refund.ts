import type { Receipt } from '../../receipt/receipt.ts';
import type { Disbursement, DisbursementState, RefundFacts } from '../disbursement.ts';
import type { RefundPlan } from '../refund-plan.ts';

/** A refund of `receipt` as planned, in `state`. */
export function exampleRefund(
  receipt: Receipt,
  plan: RefundPlan,
  state: DisbursementState = { kind: 'done', ersReference: null, resolvedBy: 'answer' },
): Disbursement & { readonly facts: RefundFacts } {
  const facts: RefundFacts = {
    kind: 'refund',
    id: 'R1',
    correlationId: 'KREFUND1',
    clientReference: 'KREFUND1',
    clientInvoiceId: 'R1',
    endpoint: 'simulator',
    terminalId: 'terminal',
    register: 'Till 1',
    cashier: { number: '7', name: 'Åsa' },
    reason: 'Wrong size',
    startedAt: '2026-11-24T10:00:00.000+01:00',
    receiptNumber: receipt.number,
    soldAt: receipt.issuedAt,
    attemptId: 'A1',
    invoiceReference: receipt.tenders[0]?.invoiceReference ?? '',
    ersReference: receipt.tenders[0]?.ersReference ?? '',
    ...plan,
  };
  return { facts, state };
}
