import type { Money } from '../money/index.ts';
import type {
  Credentials,
  CustomerToken,
  Invoice,
  PaymentStatus,
  ReceiptDocument,
  ReportDocument,
  ReportRequest,
  UserCredit,
} from './types.ts';

/** Every operation of the cash-register port (protocol §2). */
export const OPERATIONS = [
  'sendInvoice',
  'updateInvoice',
  'getPaymentStatus',
  'cancelInvoice',
  'commitReservation',
  'submitPaymentReceipt',
  'refundPayment',
  'registerTerminal',
  'unregisterTerminal',
  'assignSeqrId',
  'markTransactionPeriod',
  'executeReport',
  'creditUser',
  'benchmarkingNop',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Why a call gave no usable answer. Stable words: they are shown, logged and counted. */
export type NoAnswerReason =
  | 'timeout' // the deadline of PF-25 passed
  | 'connection' // refused, reset, unreachable, TLS
  | 'http-status' // not 200, or 500 without a SOAP fault
  | 'content-type' // not XML: a login page, for one
  | 'too-large' // over the byte limit
  | 'malformed' // not a complete, well-formed envelope; a DOCTYPE
  | 'wrong-operation' // the envelope answers something else
  | 'invalid-value' // a needed value is missing, doubled or not of its type
  | 'no-description' // the description of the service, or the library that reads it, could not be loaded
  | 'soap-fault'; // a fault instead of an answer

/**
 * What became of one call (PF-05). Expected outcomes are values; this never rejects.
 * - `answered`: complete and well-formed, whatever the `resultCode`. `value` holds what the operation adds.
 * - `notSent`: failed before the first byte left; SEQR cannot have seen it (PF-10).
 * - `noAnswer`: SEQR may or may not have processed it. Never "failed", never "paid".
 */
export type Answer<Value> =
  | {
      readonly kind: 'answered';
      readonly resultCode: number;
      readonly resultDescription: string;
      readonly ersReference: string | null;
      readonly value: Value;
      /** The answer's HTTP `Date` as ms since 1970, for the clock check of PF-11; null if missing. */
      readonly serverDateMs: number | null;
      /** Milliseconds from the opening of the socket to the last byte. */
      readonly tookMs: number;
    }
  | { readonly kind: 'notSent'; readonly reason: NoAnswerReason; readonly detail: string; readonly tookMs: number }
  | { readonly kind: 'noAnswer'; readonly reason: NoAnswerReason; readonly detail: string; readonly tookMs: number };

/** What may be written down of an answer: how the call ended and how long it took, and nothing of what it names. */
export function answerSummary(answer: Answer<unknown>): object {
  return answer.kind === 'answered'
    ? { resultCode: answer.resultCode, resultDescription: answer.resultDescription, tookMs: Math.round(answer.tookMs) }
    : { answer: answer.kind, reason: answer.reason, tookMs: Math.round(answer.tookMs) };
}

/** An operation that adds nothing to the base of every answer. */
export type Nothing = Readonly<Record<string, never>>;

/** What goes with every call: who calls, and the correlation id that becomes `clientReference` (PF-19). */
export interface CallContext {
  readonly credentials: Credentials;
  /** At most 32 characters. */
  readonly clientReference: string;
}

/**
 * SEQR as the till sees it: one method an operation, named as on the wire. Implemented over SOAP by `src/seqr`; the
 * model-based tests put the simulator's own logic behind the same interface.
 */
export interface SeqrService {
  sendInvoice(
    context: CallContext,
    invoice: Invoice,
    tokens?: readonly CustomerToken[],
  ): Promise<Answer<{ readonly invoiceReference: string | null; readonly invoiceQRCode: string | null }>>;
  /** Replaces rows, total and tokens of an invoice that nobody has paid yet (protocol §3.11, §5, §6). */
  updateInvoice(
    context: CallContext,
    invoiceReference: string,
    invoice: Invoice,
    tokens?: readonly CustomerToken[],
  ): Promise<Answer<Nothing>>;
  getPaymentStatus(context: CallContext, invoiceReference: string, invoiceVersion: number): Promise<Answer<PaymentStatus>>;
  cancelInvoice(context: CallContext, invoiceReference: string): Promise<Answer<Nothing>>;
  /** Takes what was reserved; `amount` null: the invoice's total (protocol §6). */
  commitReservation(context: CallContext, invoiceReference: string, amount: Money | null): Promise<Answer<Nothing>>;
  submitPaymentReceipt(context: CallContext, ersReference: string, document: ReceiptDocument): Promise<Answer<Nothing>>;
  /** The answer's `ersReference` is the refund's own; `invoice.totalAmount` is what goes back (protocol §9). */
  refundPayment(context: CallContext, ersReference: string, invoice: Invoice): Promise<Answer<Nothing>>;
  creditUser(context: CallContext, credit: UserCredit): Promise<Answer<{ readonly correlationId: string | null }>>;
  registerTerminal(
    context: CallContext,
    terminal: { readonly externalTerminalId: string; readonly password: string; readonly name: string },
  ): Promise<Answer<{ readonly terminalId: string | null }>>;
  unregisterTerminal(context: CallContext): Promise<Answer<Nothing>>;
  assignSeqrId(context: CallContext, seqrId: string): Promise<Answer<Nothing>>;
  /** Ends the period of one terminal, or with null of the whole shop. Called as the reseller (protocol §10). */
  markTransactionPeriod(context: CallContext, terminalId: string | null): Promise<Answer<{ readonly transactionPeriodId: string | null }>>;
  /** Null with any code but 0. Called as the reseller (protocol §10). */
  executeReport(context: CallContext, request: ReportRequest): Promise<Answer<{ readonly report: ReportDocument | null }>>;
  benchmarkingNop(): Promise<Answer<Nothing>>;
}

/**
 * Opens the service at an endpoint. `clientId` names the software (protocol §1). `close` drops the kept-alive
 * connection; calls under way still end.
 */
export interface SeqrConnection extends SeqrService {
  close(): void;
}
export interface SeqrConnector {
  connect(endpoint: string, clientId: string): SeqrConnection;
}
