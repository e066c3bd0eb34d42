import fc from 'fast-check';
import type { Answer, Operation, PaidRow, PaymentReceipt, SeqrConnection } from '../protocol/index.ts';
import { INVOICE, RESELLER, TERMINAL } from '../seqr/testing/till.ts';
import { INVOICE_STATUSES } from '../simulator/testing/index.ts';
import type { ReturnOf, WireReceipt } from '../simulator/testing/index.ts';
import { anyBase64, anyDateTime, anyDecimal, anyInt, anyText as anyLengthOfText, readText, writtenMoney } from './values.ts';

/** What SEQR says of itself in `return`, and what the till has to read there beside the code. */
export interface Told<Returned> {
  readonly returned: Returned;
  readonly reads: unknown;
}

/** A call of each operation, to be given an answer. */
export const ASK: { readonly [N in Operation]: (till: SeqrConnection) => Promise<Answer<unknown>> } = {
  sendInvoice: (till) => till.sendInvoice(TERMINAL, INVOICE),
  updateInvoice: (till) => till.updateInvoice(TERMINAL, '20151029186719114', INVOICE),
  getPaymentStatus: (till) => till.getPaymentStatus(TERMINAL, '20151029186719114', 1),
  cancelInvoice: (till) => till.cancelInvoice(TERMINAL, '20151029186719114'),
  commitReservation: (till) => till.commitReservation(TERMINAL, '20151029186719114', null),
  submitPaymentReceipt: (till) => till.submitPaymentReceipt(TERMINAL, '1', { mimeType: 'Base64', receiptData: '', receiptType: 'OTHER' }),
  refundPayment: (till) => till.refundPayment(TERMINAL, '2015102910184861801032678', INVOICE),
  registerTerminal: (till) => till.registerTerminal(RESELLER, { externalTerminalId: 'e', name: 'n', password: 'p' }),
  unregisterTerminal: (till) => till.unregisterTerminal(TERMINAL),
  assignSeqrId: (till) => till.assignSeqrId(TERMINAL, '1'),
  markTransactionPeriod: (till) => till.markTransactionPeriod(RESELLER, null),
  executeReport: (till) =>
    till.executeReport(RESELLER, { reportId: 'Reconciliation/Shop.xml', transactionPeriodId: '1', terminalId: null, language: null }),
  creditUser: (till) => till.creditUser(TERMINAL, { userId: 'u', amount: INVOICE.totalAmount }),
  benchmarkingNop: (till) => till.benchmarkingNop(),
};

/** No value of SEQR's is longer; what is, counts as not there (`src/seqr/lengths.test.ts`). */
const LONGEST = 64;
const anyText = anyLengthOfText.filter((text) => text.length <= LONGEST);

const CODE = /^https?:\/\/seqr\.se\/r\w+$/i;
const anyCode = anyInt.map((number) => `HTTP://SEQR.SE/R${Math.abs(number)}`);

/** The members of a record, each there or not. */
const some = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const base = some({ ersReference: anyText, resultDescription: anyText });
/** A good code and any other, with what stands beside every code. */
const anyBase = fc
  .tuple(base, fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anyInt }))
  .map(([texts, resultCode]) => ({ ...texts, resultCode }));
const plain: fc.Arbitrary<Told<ReturnOf<'cancelInvoice'>>> = anyBase.map((returned) => ({ returned, reads: {} }));

/** The texts that are there and not blank, under their names. */
function readTexts(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const read = readText(text);
      return read === undefined ? [] : [[name, read] as const];
    }),
  );
}

const orNull = (text: string | undefined): string | null => readText(text) ?? null;

type WrittenMoney = typeof writtenMoney extends fc.Arbitrary<infer Value> ? Value : never;

interface AnyRow {
  readonly itemDescription?: string;
  readonly itemQuantity?: string;
  readonly itemTotalAmount?: WrittenMoney;
}

function writtenRow({ itemTotalAmount, ...row }: AnyRow) {
  return { ...row, ...(itemTotalAmount ? { itemTotalAmount: itemTotalAmount.amount } : {}) };
}

/** None, if one of them has no amount that can be read: the others alone would be another content. */
function readRows(rows: readonly AnyRow[]): { readonly rows?: readonly PaidRow[] } {
  const read = rows.flatMap(({ itemDescription, itemTotalAmount }): readonly PaidRow[] => {
    return itemTotalAmount ? [{ description: orNull(itemDescription) ?? '', totalAmount: itemTotalAmount.reads }] : [];
  });
  return rows.length === 0 || read.length < rows.length ? {} : { rows: read };
}

const anyReceipt: fc.Arbitrary<{ readonly receipt: WireReceipt; readonly reads: PaymentReceipt }> = fc
  .tuple(
    some({
      terminalId: anyText,
      paymentDate: anyDateTime,
      clientInvoiceId: anyText,
      invoiceReference: anyText,
      paymentReference: anyText,
      payerTerminalId: anyText,
      receiverName: anyText,
    }),
    fc.option(writtenMoney, { freq: 4 }),
    some({ title: anyText, footer: anyText, issueDate: anyDateTime }),
    fc.array(some({ itemDescription: anyText, itemQuantity: anyDecimal, itemTotalAmount: writtenMoney }), { maxLength: 3 }),
  )
  .map(([texts, total, invoice, rows]) => ({
    receipt: {
      ...texts,
      ...(total ? { invoice: { ...invoice, invoiceRows: { invoiceRow: rows.map(writtenRow) }, totalAmount: total.amount } } : {}),
    },
    reads: { ...readTexts(texts), ...(total ? { totalAmount: total.reads, ...readRows(rows) } : {}) },
  }));

const anyToken = fc
  .tuple(some({ description: anyText, id: anyText, value: anyText }), anyInt)
  .map(([texts, status]) => ({ token: { ...texts, status }, reads: { ...readTexts(texts), status } }));

const paymentStatus: fc.Arbitrary<Told<ReturnOf<'getPaymentStatus'>>> = fc
  .tuple(anyBase, fc.constantFrom(...INVOICE_STATUSES), anyInt, fc.option(anyReceipt, { freq: 4 }), fc.array(anyToken, { maxLength: 3 }))
  .map(([returned, status, version, receipt, tokens]) => ({
    returned: {
      ...returned,
      status,
      ...(receipt ? { receipt: receipt.receipt } : {}),
      ...(tokens.length > 0 ? { customerTokens: { token: tokens.map(({ token }) => token) } } : {}),
      version,
    },
    reads: {
      status: returned.resultCode === 0 ? status : null,
      version,
      receipt: receipt?.reads ?? null,
      customerTokens: tokens.map(({ reads }) => reads),
    },
  }));

const report: fc.Arbitrary<Told<ReturnOf<'executeReport'>>> = fc
  .tuple(
    anyBase,
    some({ title: anyText, mimeType: anyText, contentString: anyText }),
    anyBase64.filter((content) => content !== ''),
  )
  .map(([returned, texts, content]) => ({
    returned: { ...returned, report: { ...texts, content } },
    reads: { report: returned.resultCode === 0 ? { title: orNull(texts.title), mimeType: orNull(texts.mimeType), content } : null },
  }));

/** Any answer of each operation, values up to the ends of their types, optional members there or not. */
export const ANSWERS: { readonly [N in Operation]: fc.Arbitrary<Told<ReturnOf<N>>> } = {
  // What is not of the form of SEQR's codes is shown to nobody (PF-20).
  sendInvoice: fc.tuple(anyBase, some({ invoiceQRCode: fc.oneof(anyText, anyCode), invoiceReference: anyText })).map(([returned, ids]) => ({
    returned: { ...returned, ...ids },
    reads: {
      invoiceReference: orNull(ids.invoiceReference),
      invoiceQRCode: CODE.test(ids.invoiceQRCode ?? '') ? orNull(ids.invoiceQRCode) : null,
    },
  })),
  updateInvoice: plain,
  getPaymentStatus: paymentStatus,
  cancelInvoice: plain,
  commitReservation: plain,
  submitPaymentReceipt: plain,
  refundPayment: plain,
  registerTerminal: fc
    .tuple(anyBase, anyText)
    .map(([returned, terminalId]) => ({ returned: { ...returned, terminalId }, reads: { terminalId: orNull(terminalId) } })),
  unregisterTerminal: plain,
  assignSeqrId: plain,
  markTransactionPeriod: fc.tuple(anyBase, anyText).map(([returned, transactionPeriodId]) => ({
    returned: { ...returned, transactionPeriodId },
    reads: { transactionPeriodId: orNull(transactionPeriodId) },
  })),
  executeReport: report,
  creditUser: fc
    .tuple(anyBase, anyText)
    .map(([returned, correlationId]) => ({ returned: { ...returned, correlationId }, reads: { correlationId: orNull(correlationId) } })),
  benchmarkingNop: plain,
};
