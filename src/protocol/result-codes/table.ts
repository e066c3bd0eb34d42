import type { CodeEntry, Issuers, NextStep } from './entry.ts';

/** SEQR did not do it. */
const no = (name: string, issuedBy: Issuers, step: NextStep) => ({ name, issuedBy, is: 'refused', step }) as const;
/** PF-21: nothing that is tried again by itself, and SEQR is not offered until it is mended. */
const registration = (name: string, step: NextStep) => ({ name, issuedBy: 'identified', is: 'registration', step }) as const;
/** Of SEQR's other services; a person at a till can only pass it on. */
const foreign = (name: string) => no(name, 'elsewhere', 'callSupport');
/** The same, about the one who receives money: for a pay-out that is the user (protocol §2 creditUser). */
const receiver = (name: string) => ({ ...foreign(name), stepOn: { creditUser: 'checkUser' } }) as const;
/** SEQR's own trouble: it does not say whether the request was carried out (PF-05). */
const trouble = (name: string) => ({ name, issuedBy: 'every', is: 'noInformation', step: 'tryAgain' }) as const;

/**
 * Every published result code (protocol §11): the one source of names, issuers, classes and next steps. Names are
 * stable; what is shown is the catalogue's. `npm run docs` draws it as docs/result-codes.md.
 */
export const RESULT_CODES = {
  0: { name: 'SUCCESS', issuedBy: 'every', is: 'ok', step: 'callSupport' },
  // Money that waits for somebody's approval may still move, so it must not be sent a second time (PF-14).
  1: {
    ...no('PENDING_APPROVAL', 'unstated', 'callSeqr'),
    on: { refundPayment: 'noInformation', creditUser: 'noInformation', commitReservation: 'noInformation' },
  },
  2: {
    ...no('REPORT_NOT_READY', ['executeReport'], 'tryAgain'),
    on: { executeReport: 'noInformation' },
    stepOn: { executeReport: 'wait' },
  },
  10: no('REJECTED_BUSINESS_LOGIC', 'unstated', 'callSeqr'),
  11: {
    ...no('REJECTED_AMOUNT', ['sendInvoice', 'updateInvoice', 'refundPayment'], 'checkAmount'),
    stepOn: { refundPayment: 'refundLess' },
  },
  12: no('REJECTED_PAYMENT', 'unstated', 'callSeqr'),
  13: foreign('REJECTED_TOPUP'),
  20: registration('AUTHENTICATION_FAILED', 'registerAgain'),
  21: { ...registration('ACCESS_DENIED', 'registerAgain'), issuedBy: ['sendInvoice', 'getPaymentStatus', 'unregisterTerminal'] },
  22: foreign('INVALID_NEW_PASSWORD'),
  23: no('INVALID_ERS_REFERENCE', ['refundPayment', 'submitPaymentReceipt'], 'checkPayment'),
  29: registration('INVALID_INITIATOR_PRINCIPAL_ID', 'registerAgain'),
  30: receiver('INVALID_RECEIVER_PRINCIPAL_ID'),
  31: foreign('INVALID_SENDER_PRINCIPAL_ID'),
  32: foreign('INVALID_TOPUP_PRINCIPAL_ID'),
  33: registration('INVALID_INITIATOR_PRINCIPAL_STATE', 'callSeqr'),
  34: receiver('INVALID_RECEIVER_PRINCIPAL_STATE'),
  35: foreign('INVALID_SENDER_PRINCIPAL_STATE'),
  36: foreign('INVALID_TOPUP_PRINCIPAL_STATE'),
  37: registration('INITIATOR_PRINCIPAL_NOT_FOUND', 'checkReseller'),
  38: receiver('RECEIVER_PRINCIPAL_NOT_FOUND'),
  39: foreign('SENDER_PRINCIPAL_NOT_FOUND'),
  40: foreign('TOPUP_PRINCIPAL_NOT_FOUND'),
  41: foreign('INVALID_PRODUCT'),
  42: receiver('INVALID_RECEIVER_ACCOUNT_TYPE'),
  43: foreign('INVALID_SENDER_ACCOUNT_TYPE'),
  44: foreign('INVALID_TOPUP_ACCOUNT_TYPE'),
  45: receiver('RECEIVER_ACCOUNT_NOT_FOUND'),
  46: foreign('SENDER_ACCOUNT_NOT_FOUND'),
  47: foreign('TOPUP_ACCOUNT_NOT_FOUND'),
  // unregisterTerminal: the simulator's answer while the bank is at work.
  48: {
    ...no('PAYMENT_IN_PROGRESS', ['updateInvoice', 'cancelInvoice', 'refundPayment', 'unregisterTerminal'], 'tryAgain'),
    on: {
      updateInvoice: 'inProgress',
      cancelInvoice: 'inProgress',
      commitReservation: 'inProgress',
      refundPayment: 'inProgress',
      unregisterTerminal: 'inProgress',
    },
  },
  49: no('INVALID_INVOICE_DATA', ['sendInvoice', 'updateInvoice'], 'checkCurrency'),
  50: { ...no('CANNOT_CANCEL_PAID_INVOICE', ['cancelInvoice'], 'wait'), on: { cancelInvoice: 'paid' } },
  51: { ...no('CANNOT_CANCEL_INVOICE_IN_PROGRESS', ['cancelInvoice'], 'tryAgain'), on: { cancelInvoice: 'inProgress' } },
  52: { ...no('INVALID_CUSTOMER', 'unstated', 'callSeqr'), stepOn: { creditUser: 'checkUser' } },
  53: no('INVALID_SEQR_ID', ['assignSeqrId'], 'otherSeqrId'),
  // Published for the status call alone; the others that name an invoice are counted with (PF-12).
  54: {
    ...no('INVALID_INVOICE_REFERENCE', ['getPaymentStatus', 'cancelInvoice', 'updateInvoice', 'commitReservation'], 'askTheReport'),
    on: { getPaymentStatus: 'unanswerable' },
  },
  // 55 is the old name of 95 (protocol §3, Cancel race).
  55: {
    ...no('PAYMENT_ALREADY_CANCELLED', ['cancelInvoice', 'getPaymentStatus'], 'chargeAgain'),
    on: { cancelInvoice: 'cancelled', getPaymentStatus: 'cancelled' },
  },
  56: no('REGISTRATION_NOT_POSSIBLE', ['registerTerminal'], 'callSeqr'),
  57: no('REGISTRATION_PRINCIPAL_ALREADY_EXISTS', ['registerTerminal'], 'otherExternalId'),
  58: {
    ...no('PAYMENT_EXPIRED', ['getPaymentStatus', 'cancelInvoice'], 'chargeAgain'),
    on: { getPaymentStatus: 'expired', cancelInvoice: 'expired' },
  },
  60: foreign('AUTHORIZATION_EXPIRED'),
  61: foreign('AUTHORIZATION_CANCELLED'),
  62: foreign('AUTHORIZATION_IN_PROGRESS'),
  63: foreign('INVALID_AUTHORIZATION_REFERENCE'),
  64: no('INVALID_NOTIFICATION_URL', ['sendInvoice', 'updateInvoice', 'refundPayment'], 'callSupport'),
  90: trouble('SYSTEM_ERROR'),
  91: { ...no('UNSUPPORTED_OPERATION', 'every', 'callSupport'), configuration: true },
  92: { ...no('LICENSE_REJECTION', 'unstated', 'callSeqr'), configuration: true },
  93: trouble('SYSTEM_BUSY'),
  94: trouble('SERVICE_UNAVAILABLE'),
  95: { ...no('INVOICE_ALREADY_CANCELED', ['cancelInvoice'], 'chargeAgain'), on: { cancelInvoice: 'cancelled' } },
  // It may have been committed, released or timed out: the status says which (PF-25).
  96: { ...no('INVOICE_STATE_NOT_RESERVED', ['commitReservation'], 'callSupport'), on: { commitReservation: 'noInformation' } },
  97: { ...no('RESELLER_NOT_ALLOWED_TO_DO_REFUND', ['refundPayment'], 'refundOtherwise'), configuration: true },
  98: no('SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION', ['refundPayment'], 'refundLess'),
  99: no('RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS', ['refundPayment'], 'refundOtherwise'),
} as const satisfies Readonly<Record<number, CodeEntry>>;

export type ResultCode = keyof typeof RESULT_CODES;
export type ResultName = (typeof RESULT_CODES)[ResultCode]['name'];
