import { isSeqrCode } from '../protocol/index.ts';
import type { Answer, CallContext, Nothing, SeqrService } from '../protocol/index.ts';
import type { Call } from './call.ts';
import { readPaymentStatus } from './payment-status.ts';
import { readReport } from './report.ts';
import {
  amountArgs,
  cancelInvoiceArgs,
  clientReference,
  contextArgs,
  creditArgs,
  documentArgs,
  getPaymentStatusArgs,
  invoiceArgs,
  periodArgs,
  reportArgs,
  sendInvoiceArgs,
  updateInvoiceArgs,
} from './request.ts';
import type { Secrets } from './secrets.ts';
import type { SoapObject } from './soap-codec.ts';
import { wireText } from './text.ts';
import { soleText } from './values.ts';

type MakeCall = <Value>(call: Call<Value>) => Promise<Answer<Value>>;

const NOTHING: Nothing = {};
const nothing = (): Nothing => NOTHING;

/** As it would arrive: a reference of control characters goes out as blanks. */
function isBlank(reference: string): boolean {
  return wireText(reference).trim() === '';
}

/** An empty reference may mean "whatever this terminal has" to SEQR, and a read acknowledges it: never sent. */
function refusedEmpty(name: string): { kind: 'notSent'; reason: 'invalid-value'; detail: string; tookMs: 0 } {
  return { kind: 'notSent', reason: 'invalid-value', detail: `${name} is empty`, tookMs: 0 };
}

/** A code that no phone would take to SEQR is none: the terminal's own is shown then (PF-20). */
function seqrCode(text: string | null): string | null {
  return text !== null && isSeqrCode(text) ? text : null;
}

/** A call's arguments, with who calls in front. */
type WithContext = (
  context: CallContext,
  rest: (context: SoapObject, secrets: Secrets) => SoapObject,
) => { readonly correlationId: string; readonly args: (secrets: Secrets) => SoapObject };
type InvoiceOperation = 'sendInvoice' | 'getPaymentStatus' | 'updateInvoice' | 'cancelInvoice' | 'commitReservation';
type PaidOperation = 'submitPaymentReceipt' | 'refundPayment' | 'creditUser';
type TerminalOperation = 'registerTerminal' | 'unregisterTerminal' | 'assignSeqrId';
type PeriodOperation = 'markTransactionPeriod' | 'executeReport' | 'benchmarkingNop';

/** The operations of the cash-register port as calls: for each its arguments and what its answer adds (protocol §2). */
export function createOperations(clientId: string, call: MakeCall): SeqrService {
  const withContext: WithContext = (context, rest) => ({
    correlationId: clientReference(context),
    args: (secrets) => rest(contextArgs(context, clientId, secrets), secrets),
  });
  return {
    ...invoiceOperations(withContext, call),
    ...paidOperations(withContext, call),
    ...terminalOperations(withContext, call),
    ...periodOperations(withContext, call),
  };
}

/** An invoice, from its sending to its end. */
function invoiceOperations(withContext: WithContext, call: MakeCall): Pick<SeqrService, InvoiceOperation> {
  return {
    sendInvoice: (context, invoice, tokens = []) =>
      call({
        operation: 'sendInvoice',
        ...withContext(context, (ctx) => sendInvoiceArgs(ctx, invoice, tokens)),
        read: (returned) => ({
          invoiceReference: soleText(returned, 'invoiceReference'),
          invoiceQRCode: seqrCode(soleText(returned, 'invoiceQRCode')),
        }),
      }),
    getPaymentStatus(context, invoiceReference, invoiceVersion) {
      if (isBlank(invoiceReference)) return Promise.resolve(refusedEmpty('invoiceReference'));
      return call({
        operation: 'getPaymentStatus',
        ...withContext(context, (ctx) => getPaymentStatusArgs(ctx, invoiceReference, invoiceVersion)),
        read: (returned, resultCode) => readPaymentStatus(returned, resultCode, invoiceVersion),
      });
    },
    updateInvoice(context, invoiceReference, invoice, tokens = []) {
      if (isBlank(invoiceReference)) return Promise.resolve(refusedEmpty('invoiceReference'));
      return call({
        operation: 'updateInvoice',
        ...withContext(context, (ctx) => updateInvoiceArgs(ctx, invoiceReference, invoice, tokens)),
        read: nothing,
      });
    },
    cancelInvoice(context, invoiceReference) {
      if (isBlank(invoiceReference)) return Promise.resolve(refusedEmpty('invoiceReference'));
      return call({
        operation: 'cancelInvoice',
        ...withContext(context, (ctx) => cancelInvoiceArgs(ctx, invoiceReference)),
        read: nothing,
      });
    },
    commitReservation(context, invoiceReference, amount) {
      if (isBlank(invoiceReference)) return Promise.resolve(refusedEmpty('invoiceReference'));
      return call({
        operation: 'commitReservation',
        ...withContext(context, (ctx) => ({
          context: ctx,
          ...(amount === null ? {} : { amount: amountArgs(amount) }),
          invoiceReference: wireText(invoiceReference),
        })),
        read: nothing,
      });
    },
  };
}

/** What follows a payment, and money to a customer. */
function paidOperations(withContext: WithContext, call: MakeCall): Pick<SeqrService, PaidOperation> {
  return {
    submitPaymentReceipt(context, ersReference, document) {
      if (isBlank(ersReference)) return Promise.resolve(refusedEmpty('ersReference'));
      return call({
        operation: 'submitPaymentReceipt',
        ...withContext(context, (ctx) => ({
          context: ctx,
          ersReference: wireText(ersReference),
          receiptDocument: documentArgs(document),
        })),
        read: nothing,
      });
    },
    refundPayment(context, ersReference, invoice) {
      if (isBlank(ersReference)) return Promise.resolve(refusedEmpty('ersReference'));
      return call({
        operation: 'refundPayment',
        ...withContext(context, (ctx) => ({ context: ctx, ersReference: wireText(ersReference), invoice: invoiceArgs(invoice) })),
        read: nothing,
      });
    },
    creditUser(context, credit) {
      if (isBlank(credit.userId)) return Promise.resolve(refusedEmpty('userId'));
      return call({
        operation: 'creditUser',
        ...withContext(context, (ctx) => ({ context: ctx, creditUserRequest: creditArgs(credit) })),
        read: (returned) => ({ correlationId: soleText(returned, 'correlationId') }),
      });
    },
  };
}

function terminalOperations(withContext: WithContext, call: MakeCall): Pick<SeqrService, TerminalOperation> {
  return {
    registerTerminal: (context, terminal) =>
      call({
        operation: 'registerTerminal',
        ...withContext(context, (ctx, secrets) => ({
          context: ctx,
          externalTerminalId: wireText(terminal.externalTerminalId),
          password: secrets.seal(terminal.password),
          name: wireText(terminal.name),
        })),
        read: (returned) => ({ terminalId: soleText(returned, 'terminalId') }),
      }),
    unregisterTerminal: (context) =>
      call({ operation: 'unregisterTerminal', ...withContext(context, (ctx) => ({ context: ctx })), read: nothing }),
    assignSeqrId: (context, seqrId) =>
      call({
        operation: 'assignSeqrId',
        ...withContext(context, (ctx) => ({ context: ctx, seqrId: wireText(seqrId) })),
        read: nothing,
      }),
  };
}

/** The end of a period with its reports, and whether SEQR is there at all. */
function periodOperations(withContext: WithContext, call: MakeCall): Pick<SeqrService, PeriodOperation> {
  return {
    markTransactionPeriod: (context, terminalId) =>
      call({
        operation: 'markTransactionPeriod',
        ...withContext(context, (ctx) => periodArgs(ctx, terminalId)),
        read: (returned) => ({ transactionPeriodId: soleText(returned, 'transactionPeriodId') }),
      }),
    executeReport(context, request) {
      if (isBlank(request.transactionPeriodId)) return Promise.resolve(refusedEmpty('transactionPeriodId'));
      return call({
        operation: 'executeReport',
        ...withContext(context, (ctx) => reportArgs(ctx, request)),
        read: readReport,
      });
    },
    benchmarkingNop: () => call({ operation: 'benchmarkingNop', correlationId: null, args: () => ({}), read: nothing }),
  };
}
