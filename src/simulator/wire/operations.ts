import { integer, many, record, text } from './codec.ts';
import type { Infer } from './codec.ts';
import {
  amount,
  clientContext,
  creditUserRequest,
  customerToken,
  invoice,
  invoiceStatus,
  parameterMap,
  receipt,
  receiptDocument,
  report,
} from './schema.ts';

/** The base of every `return`; the derived types append their fields after these (protocol §2). */
const answer = { ersReference: text, resultCode: integer(0), resultDescription: text };
const plain = record(answer);
const context = clientContext;

/** Request and `return` of every operation, children in schema order (protocol §2). */
export const OPERATIONS = {
  sendInvoice: {
    request: record({ context, invoice, tokens: many(customerToken) }),
    answer: record({ ...answer, invoiceQRCode: text, invoiceReference: text }),
  },
  updateInvoice: {
    request: record({ context, invoiceReference: text, invoice, tokens: many(customerToken) }),
    answer: plain,
  },
  getPaymentStatus: {
    request: record({ context, invoiceReference: text, invoiceVersion: integer(0) }),
    answer: record({
      ...answer,
      status: invoiceStatus,
      receipt,
      customerTokens: record({ token: many(customerToken) }),
      version: integer(0),
    }),
  },
  cancelInvoice: { request: record({ context, invoiceReference: text }), answer: plain },
  commitReservation: { request: record({ context, amount, invoiceReference: text }), answer: plain },
  submitPaymentReceipt: { request: record({ context, ersReference: text, receiptDocument }), answer: plain },
  refundPayment: { request: record({ context, ersReference: text, invoice }), answer: plain },
  registerTerminal: {
    request: record({ context, externalTerminalId: text, password: text, name: text }),
    answer: record({ ...answer, terminalId: text }),
  },
  unregisterTerminal: { request: record({ context }), answer: plain },
  assignSeqrId: { request: record({ context, seqrId: text }), answer: plain },
  markTransactionPeriod: {
    request: record({ context, parameters: parameterMap }),
    answer: record({ ...answer, transactionPeriodId: text }),
  },
  executeReport: {
    request: record({ context, reportId: text, language: text, parameters: parameterMap }),
    answer: record({ ...answer, report }),
  },
  creditUser: { request: record({ context, creditUserRequest }), answer: record({ ...answer, correlationId: text }) },
  benchmarkingNop: { request: record({}), answer: plain },
};

export type OperationName = keyof typeof OPERATIONS;
export type RequestOf<N extends OperationName> = Infer<(typeof OPERATIONS)[N]['request']>;
export type ReturnOf<N extends OperationName> = Infer<(typeof OPERATIONS)[N]['answer']>;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}
