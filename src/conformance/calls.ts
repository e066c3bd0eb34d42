import fc from 'fast-check';
import { REPORT_IDS } from '../protocol/index.ts';
import type { Answer, CallContext, CustomerToken, Invoice, InvoiceRow, Operation, SeqrConnection, UserCredit } from '../protocol/index.ts';
import type { ClientContext, CustomerToken as WireToken, RequestOf, WireInvoice, WireInvoiceRow } from '../simulator/testing/index.ts';
import { anyBase64, anyDateTime, anyDecimal, anyInt, anyMoney, anyText, sentMoney, sentText, someText } from './values.ts';

/** One call of the till, and what SEQR has to find in its request. */
export interface Call<N extends Operation> {
  readonly operation: N;
  readonly make: (till: SeqrConnection) => Promise<Answer<unknown>>;
  readonly arrives: RequestOf<N>;
}

const anyContext: fc.Arbitrary<CallContext> = fc.record({
  credentials: fc.oneof(
    fc.record({ type: fc.constant('TERMINALID' as const), id: anyText, password: anyText }),
    fc.record({ type: fc.constant('RESELLERUSER' as const), id: anyText, userId: anyText, password: anyText }),
  ),
  clientReference: anyText,
});

function sentContext({ credentials, clientReference }: CallContext): ClientContext {
  const { id, type } = credentials;
  return {
    channel: 'ClientWS',
    clientId: 'Kassa 0.1.0',
    clientReference: Array.from(sentText(clientReference)).slice(0, 32).join(''),
    clientRequestTimeout: 0,
    initiatorPrincipalId: {
      id: sentText(id),
      type,
      ...(type === 'RESELLERUSER' ? { userId: sentText(credentials.userId) } : {}),
    },
    password: sentText(credentials.password),
  };
}

/** The members that are there, each through `change`. */
function present<T extends object>(value: T, change: { readonly [K in keyof Required<T>]: (member: Required<T>[K]) => unknown }): object {
  const members = Object.entries(value) as [keyof T, Required<T>[keyof T]][];
  return Object.fromEntries(members.map(([name, member]) => [name, change[name](member)]));
}

const same = <T>(value: T): T => value;

const anyRow = fc.record(
  {
    itemDescription: anyText,
    itemDiscount: anyMoney,
    itemEAN: anyText,
    itemQuantity: anyDecimal,
    itemSKU: anyText,
    itemTaxRate: anyDecimal,
    itemTotalAmount: anyMoney,
    itemUnit: anyText,
    itemUnitPrice: anyMoney,
  },
  { requiredKeys: ['itemTotalAmount'] },
) satisfies fc.Arbitrary<InvoiceRow>;

const sentRow = (row: InvoiceRow): WireInvoiceRow =>
  present(row, {
    itemDescription: sentText,
    itemDiscount: sentMoney,
    itemEAN: sentText,
    itemQuantity: same,
    itemSKU: sentText,
    itemTaxRate: same,
    itemTotalAmount: sentMoney,
    itemUnit: sentText,
    itemUnitPrice: sentMoney,
  });

const anyInvoice = fc.record(
  {
    paymentMode: fc.constantFrom(
      'IMMEDIATE_DEBIT',
      'RESERVATION_DESIRED',
      'RESERVATION_REQUIRED',
      'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
    ),
    acknowledgmentMode: fc.constantFrom('NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT'),
    issueDate: anyDateTime,
    title: anyText,
    clientInvoiceId: anyText,
    invoiceRows: fc.array(anyRow, { maxLength: 4 }),
    totalAmount: anyMoney,
    cashierId: anyText,
    footer: anyText,
    notificationUrl: anyText,
    commitReservationTimeout: fc.oneof(fc.nat({ max: 86_400 }), fc.constant(999_999_999_999_999)),
  },
  {
    requiredKeys: [
      ...(['paymentMode', 'acknowledgmentMode', 'issueDate', 'title', 'clientInvoiceId', 'invoiceRows', 'totalAmount'] as const),
      ...(['cashierId', 'footer'] as const),
    ],
  },
) satisfies fc.Arbitrary<Invoice>;

function sentInvoice(invoice: Invoice): WireInvoice {
  const { invoiceRows, ...rest } = invoice;
  const sent = present(rest, {
    paymentMode: same,
    acknowledgmentMode: same,
    issueDate: same,
    title: sentText,
    clientInvoiceId: sentText,
    totalAmount: sentMoney,
    cashierId: sentText,
    footer: sentText,
    notificationUrl: sentText,
    commitReservationTimeout: same,
  });
  return invoiceRows.length === 0 ? sent : { ...sent, invoiceRows: { invoiceRow: invoiceRows.map(sentRow) } };
}

const anyTokens = fc.array(fc.record({ id: anyText, value: anyText, description: anyText, status: anyInt }, { requiredKeys: ['status'] }), {
  maxLength: 3,
}) satisfies fc.Arbitrary<readonly CustomerToken[]>;

function sentTokens(tokens: readonly CustomerToken[]): { readonly tokens?: readonly WireToken[] } {
  if (tokens.length === 0) return {};
  return {
    tokens: tokens.map(
      (token) =>
        present(token, {
          id: sentText,
          value: sentText,
          description: sentText,
          status: same,
        }) as WireToken,
    ),
  };
}

function sentParameters(entry: readonly (readonly [string, string | null])[]): Pick<RequestOf<'executeReport'>, 'parameters'> {
  const given = entry.flatMap(([key, value]) => (value === null ? [] : [{ key, value: sentText(value) }]));
  return given.length === 0 ? {} : { parameters: { parameter: { entry: given } } };
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });

/** Any call of each operation, its values up to the ends of their types, its optional members there or not. */
export const CALLS: { readonly [N in Operation]: fc.Arbitrary<Call<N>> } = {
  sendInvoice: fc.tuple(anyContext, anyInvoice, anyTokens).map(([context, invoice, tokens]) => ({
    operation: 'sendInvoice',
    make: (till) => till.sendInvoice(context, invoice, tokens),
    arrives: { context: sentContext(context), invoice: sentInvoice(invoice), ...sentTokens(tokens) },
  })),
  updateInvoice: fc.tuple(anyContext, someText, anyInvoice, anyTokens).map(([context, reference, invoice, tokens]) => ({
    operation: 'updateInvoice',
    make: (till) => till.updateInvoice(context, reference, invoice, tokens),
    arrives: { context: sentContext(context), invoiceReference: sentText(reference), invoice: sentInvoice(invoice), ...sentTokens(tokens) },
  })),
  getPaymentStatus: fc.tuple(anyContext, someText, anyInt).map(([context, reference, invoiceVersion]) => ({
    operation: 'getPaymentStatus',
    make: (till) => till.getPaymentStatus(context, reference, invoiceVersion),
    arrives: { context: sentContext(context), invoiceReference: sentText(reference), invoiceVersion },
  })),
  cancelInvoice: fc.tuple(anyContext, someText).map(([context, reference]) => ({
    operation: 'cancelInvoice',
    make: (till) => till.cancelInvoice(context, reference),
    arrives: { context: sentContext(context), invoiceReference: sentText(reference) },
  })),
  commitReservation: fc.tuple(anyContext, someText, maybe(anyMoney)).map(([context, reference, amount]) => ({
    operation: 'commitReservation',
    make: (till) => till.commitReservation(context, reference, amount),
    arrives: { context: sentContext(context), ...(amount ? { amount: sentMoney(amount) } : {}), invoiceReference: sentText(reference) },
  })),
  submitPaymentReceipt: fc
    .tuple(anyContext, someText, anyText, anyBase64, anyText)
    .map(([context, reference, mimeType, receiptData, receiptType]) => ({
      operation: 'submitPaymentReceipt',
      make: (till) => till.submitPaymentReceipt(context, reference, { mimeType, receiptData, receiptType }),
      arrives: {
        context: sentContext(context),
        ersReference: sentText(reference),
        receiptDocument: { mimeType: sentText(mimeType), receiptData, receiptType: sentText(receiptType) },
      },
    })),
  refundPayment: fc.tuple(anyContext, someText, anyInvoice).map(([context, reference, invoice]) => ({
    operation: 'refundPayment',
    make: (till) => till.refundPayment(context, reference, invoice),
    arrives: { context: sentContext(context), ersReference: sentText(reference), invoice: sentInvoice(invoice) },
  })),
  registerTerminal: fc.tuple(anyContext, anyText, anyText, anyText).map(([context, externalTerminalId, password, name]) => ({
    operation: 'registerTerminal',
    make: (till) => till.registerTerminal(context, { externalTerminalId, password, name }),
    arrives: {
      context: sentContext(context),
      externalTerminalId: sentText(externalTerminalId),
      password: sentText(password),
      name: sentText(name),
    },
  })),
  unregisterTerminal: anyContext.map((context) => ({
    operation: 'unregisterTerminal',
    make: (till) => till.unregisterTerminal(context),
    arrives: { context: sentContext(context) },
  })),
  assignSeqrId: fc.tuple(anyContext, anyText).map(([context, seqrId]) => ({
    operation: 'assignSeqrId',
    make: (till) => till.assignSeqrId(context, seqrId),
    arrives: { context: sentContext(context), seqrId: sentText(seqrId) },
  })),
  markTransactionPeriod: fc.tuple(anyContext, maybe(anyText)).map(([context, terminalId]) => ({
    operation: 'markTransactionPeriod',
    make: (till) => till.markTransactionPeriod(context, terminalId),
    arrives: { context: sentContext(context), ...sentParameters([['TERMINALID', terminalId]]) },
  })),
  executeReport: fc
    .record({
      reportId: fc.constantFrom(...REPORT_IDS),
      transactionPeriodId: someText,
      terminalId: maybe(anyText),
      language: maybe(anyText),
    })
    .chain((request) => anyContext.map((context) => ({ context, request })))
    .map(({ context, request }) => ({
      operation: 'executeReport',
      make: (till) => till.executeReport(context, request),
      arrives: {
        context: sentContext(context),
        reportId: request.reportId,
        ...(request.language === null ? {} : { language: sentText(request.language) }),
        ...sentParameters([
          ['transactionPeriodId', request.transactionPeriodId],
          ['TERMINALID', request.terminalId],
        ]),
      },
    })),
  creditUser: fc
    .tuple(
      anyContext,
      fc.record(
        { userId: someText, amount: anyMoney, description: anyText, correlationId: anyText },
        { requiredKeys: ['userId', 'amount'] },
      ),
    )
    .map(([context, credit]) => ({
      operation: 'creditUser',
      make: (till) => till.creditUser(context, credit),
      arrives: {
        context: sentContext(context),
        creditUserRequest: present<UserCredit>(credit, {
          userId: sentText,
          amount: sentMoney,
          description: sentText,
          correlationId: sentText,
        }),
      },
    })),
  benchmarkingNop: fc.constant({ operation: 'benchmarkingNop', make: (till) => till.benchmarkingNop(), arrives: {} }),
};
