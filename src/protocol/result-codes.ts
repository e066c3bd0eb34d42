import type { Operation } from './service.ts';

/** Every published result code and its name (protocol §11). The name is stable; the text shown is the catalogue's. */
export const RESULT_CODES = {
  0: 'SUCCESS',
  1: 'PENDING_APPROVAL',
  2: 'REPORT_NOT_READY',
  10: 'REJECTED_BUSINESS_LOGIC',
  11: 'REJECTED_AMOUNT',
  12: 'REJECTED_PAYMENT',
  13: 'REJECTED_TOPUP',
  20: 'AUTHENTICATION_FAILED',
  21: 'ACCESS_DENIED',
  22: 'INVALID_NEW_PASSWORD',
  23: 'INVALID_ERS_REFERENCE',
  29: 'INVALID_INITIATOR_PRINCIPAL_ID',
  30: 'INVALID_RECEIVER_PRINCIPAL_ID',
  31: 'INVALID_SENDER_PRINCIPAL_ID',
  32: 'INVALID_TOPUP_PRINCIPAL_ID',
  33: 'INVALID_INITIATOR_PRINCIPAL_STATE',
  34: 'INVALID_RECEIVER_PRINCIPAL_STATE',
  35: 'INVALID_SENDER_PRINCIPAL_STATE',
  36: 'INVALID_TOPUP_PRINCIPAL_STATE',
  37: 'INITIATOR_PRINCIPAL_NOT_FOUND',
  38: 'RECEIVER_PRINCIPAL_NOT_FOUND',
  39: 'SENDER_PRINCIPAL_NOT_FOUND',
  40: 'TOPUP_PRINCIPAL_NOT_FOUND',
  41: 'INVALID_PRODUCT',
  42: 'INVALID_RECEIVER_ACCOUNT_TYPE',
  43: 'INVALID_SENDER_ACCOUNT_TYPE',
  44: 'INVALID_TOPUP_ACCOUNT_TYPE',
  45: 'RECEIVER_ACCOUNT_NOT_FOUND',
  46: 'SENDER_ACCOUNT_NOT_FOUND',
  47: 'TOPUP_ACCOUNT_NOT_FOUND',
  48: 'PAYMENT_IN_PROGRESS',
  49: 'INVALID_INVOICE_DATA',
  50: 'CANNOT_CANCEL_PAID_INVOICE',
  51: 'CANNOT_CANCEL_INVOICE_IN_PROGRESS',
  52: 'INVALID_CUSTOMER',
  53: 'INVALID_SEQR_ID',
  54: 'INVALID_INVOICE_REFERENCE',
  55: 'PAYMENT_ALREADY_CANCELLED',
  56: 'REGISTRATION_NOT_POSSIBLE',
  57: 'REGISTRATION_PRINCIPAL_ALREADY_EXISTS',
  58: 'PAYMENT_EXPIRED',
  60: 'AUTHORIZATION_EXPIRED',
  61: 'AUTHORIZATION_CANCELLED',
  62: 'AUTHORIZATION_IN_PROGRESS',
  63: 'INVALID_AUTHORIZATION_REFERENCE',
  64: 'INVALID_NOTIFICATION_URL',
  90: 'SYSTEM_ERROR',
  91: 'UNSUPPORTED_OPERATION',
  92: 'LICENSE_REJECTION',
  93: 'SYSTEM_BUSY',
  94: 'SERVICE_UNAVAILABLE',
  95: 'INVOICE_ALREADY_CANCELED',
  96: 'INVOICE_STATE_NOT_RESERVED',
  97: 'RESELLER_NOT_ALLOWED_TO_DO_REFUND',
  98: 'SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION',
  99: 'RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS',
} as const;
export type ResultCode = keyof typeof RESULT_CODES;
export type ResultName = (typeof RESULT_CODES)[ResultCode];

export function resultName(code: number): ResultName | null {
  return (RESULT_CODES as Readonly<Record<number, ResultName>>)[code] ?? null;
}

/**
 * What a code means for the till, by operation (PF-05, 07, 10, 12, 21):
 * - `ok`: done.
 * - `noInformation`: tells nothing about the outcome; keep asking, or treat the call as unanswered.
 * - `cancelled`, `expired`: the invoice has come to that end (55 and 58 on a status call; 95 and 55 on a cancel wish,
 *   where the next status read still has to confirm it).
 * - `paid`: on a cancel, too late: it is paid; the next status read brings the receipt.
 * - `inProgress`: the customer is confirming just now; ask again.
 * - `unanswerable`: this question cannot be answered until a person has mended the registration or the report has spoken.
 * - `registration`: no customer's fault; the terminal's registration has a problem (PF-21).
 * - `refused`: SEQR did not do it and will not, unless something is changed.
 */
export type ResultClass =
  | 'ok'
  | 'noInformation'
  | 'cancelled'
  | 'expired'
  | 'paid'
  | 'inProgress'
  | 'unanswerable'
  | 'registration'
  | 'refused';

/** Nobody can tell what happened after one of these (PF-05); on a call that creates, it counts as no answer (PF-10). */
const NO_INFORMATION = [90, 93, 94];
/** Unknown, blocked or wrongly authenticated principals: the wizard mends them (PF-21). */
const REGISTRATION = [20, 21, 29, 33, 37];

function table(entries: Partial<Record<ResultClass, readonly number[]>>): ReadonlyMap<number, ResultClass> {
  const map = new Map<number, ResultClass>([[0, 'ok']]);
  for (const [name, codes] of Object.entries(entries)) for (const code of codes) map.set(code, name as ResultClass);
  return map;
}

const CREATES = { codes: table({ noInformation: NO_INFORMATION, registration: REGISTRATION }), rest: 'refused' } as const;

/** The one table: the class of every code for every operation. A code not named falls to the operation's `rest`. */
const CLASSES: Readonly<Record<Operation, { readonly codes: ReadonlyMap<number, ResultClass>; readonly rest: ResultClass }>> = {
  getPaymentStatus: {
    codes: table({ unanswerable: [...REGISTRATION, 54], cancelled: [55], expired: [58] }),
    rest: 'noInformation',
  },
  cancelInvoice: {
    codes: table({ cancelled: [55, 95], paid: [50], inProgress: [48, 51], registration: REGISTRATION, expired: [58] }),
    rest: 'noInformation',
  },
  sendInvoice: CREATES,
  updateInvoice: { codes: table({ noInformation: [90, 93, 94], inProgress: [48], registration: REGISTRATION }), rest: 'refused' },
  commitReservation: { codes: table({ noInformation: [90, 93, 94, 96], registration: REGISTRATION }), rest: 'refused' },
  refundPayment: { codes: table({ noInformation: NO_INFORMATION, inProgress: [48], registration: REGISTRATION }), rest: 'refused' },
  creditUser: CREATES,
  submitPaymentReceipt: { codes: table({ noInformation: NO_INFORMATION, registration: REGISTRATION }), rest: 'refused' },
  registerTerminal: CREATES,
  unregisterTerminal: CREATES,
  assignSeqrId: CREATES,
  markTransactionPeriod: CREATES,
  executeReport: { codes: table({ noInformation: [2, ...NO_INFORMATION], registration: REGISTRATION }), rest: 'refused' },
  benchmarkingNop: CREATES,
};

export function classify(operation: Operation, resultCode: number): ResultClass {
  const entry = CLASSES[operation];
  return entry.codes.get(resultCode) ?? entry.rest;
}
