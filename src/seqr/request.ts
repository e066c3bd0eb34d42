import { toDecimal } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { CallContext, CustomerToken, Invoice, InvoiceRow, ReceiptDocument, ReportRequest, UserCredit } from '../protocol/index.ts';
import type { Secrets } from './secrets.ts';
import type { SoapObject } from './soap-codec.ts';
import { wireText } from './text.ts';
import { wireBase64, wireDateTime, wireDecimal, wireInt, wireWhole } from './wire-values.ts';

/*
 * Requests, built member by member from our own types: what is undefined is left out (it would go out as an empty
 * element), no key comes from data, every value is a string, so that it leaves as it was written. A value that is not of its
 * type throws, and the call answers `notSent`: SEQR would refuse the whole message as unreadable.
 */

/** `clientReference` may have 32 characters (protocol §1); what is longer is cut, because the call matters more than its name. */
const CLIENT_REFERENCE_LENGTH = 32;

type Members = Readonly<Record<string, SoapObject[string] | undefined>>;

function present(members: Members): SoapObject {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, SoapObject[string]] => member[1] !== undefined));
}

function optional<Value>(value: Value | undefined, write: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : write(value);
}

function text(value: string | undefined): string | undefined {
  return optional(value, wireText);
}

export function clientReference(context: CallContext): string {
  return Array.from(wireText(context.clientReference)).slice(0, CLIENT_REFERENCE_LENGTH).join('');
}

/** Who calls, and with what name (protocol §1). SEQR demands a time-out of 0: it would roll back behind our back. */
export function contextArgs(context: CallContext, clientId: string, secrets: Secrets): SoapObject {
  const { credentials } = context;
  return {
    channel: 'ClientWS',
    clientId: wireText(clientId),
    clientReference: clientReference(context),
    clientRequestTimeout: '0',
    initiatorPrincipalId: present({
      id: wireText(credentials.id),
      type: credentials.type,
      userId: credentials.type === 'RESELLERUSER' ? wireText(credentials.userId) : undefined,
    }),
    password: secrets.seal(credentials.password),
  };
}

export function amountArgs(amount: Money): SoapObject {
  return { currency: amount.currency, value: toDecimal(amount) };
}

function optionalAmount(amount: Money | undefined): SoapObject | undefined {
  return amount === undefined ? undefined : amountArgs(amount);
}

function rowArgs(row: InvoiceRow): SoapObject {
  return present({
    itemDescription: text(row.itemDescription),
    itemDiscount: optionalAmount(row.itemDiscount),
    itemEAN: text(row.itemEAN),
    itemQuantity: optional(row.itemQuantity, wireDecimal),
    itemSKU: text(row.itemSKU),
    itemTaxRate: optional(row.itemTaxRate, wireDecimal),
    itemTotalAmount: amountArgs(row.itemTotalAmount),
    itemUnit: text(row.itemUnit),
    itemUnitPrice: optionalAmount(row.itemUnitPrice),
  });
}

export function invoiceArgs(invoice: Invoice): SoapObject {
  return present({
    paymentMode: invoice.paymentMode,
    acknowledgmentMode: invoice.acknowledgmentMode,
    issueDate: wireDateTime(invoice.issueDate),
    title: wireText(invoice.title),
    clientInvoiceId: wireText(invoice.clientInvoiceId),
    invoiceRows: invoice.invoiceRows.length === 0 ? undefined : { invoiceRow: invoice.invoiceRows.map(rowArgs) },
    totalAmount: amountArgs(invoice.totalAmount),
    cashierId: wireText(invoice.cashierId),
    footer: wireText(invoice.footer),
    notificationUrl: text(invoice.notificationUrl),
    commitReservationTimeout: optional(invoice.commitReservationTimeout, wireWhole),
  });
}

function tokenArgs(tokens: readonly CustomerToken[]): readonly SoapObject[] | undefined {
  if (tokens.length === 0) return undefined;
  return tokens.map((token) =>
    present({ description: text(token.description), id: text(token.id), status: wireInt(token.status), value: text(token.value) }),
  );
}

export function sendInvoiceArgs(context: SoapObject, invoice: Invoice, tokens: readonly CustomerToken[]): SoapObject {
  return present({ context, invoice: invoiceArgs(invoice), tokens: tokenArgs(tokens) });
}

export function getPaymentStatusArgs(context: SoapObject, invoiceReference: string, invoiceVersion: number): SoapObject {
  return { context, invoiceReference: wireText(invoiceReference), invoiceVersion: wireInt(invoiceVersion) };
}

export function cancelInvoiceArgs(context: SoapObject, invoiceReference: string): SoapObject {
  return { context, invoiceReference: wireText(invoiceReference) };
}

export function updateInvoiceArgs(
  context: SoapObject,
  invoiceReference: string,
  invoice: Invoice,
  tokens: readonly CustomerToken[],
): SoapObject {
  return present({ context, invoiceReference: wireText(invoiceReference), invoice: invoiceArgs(invoice), tokens: tokenArgs(tokens) });
}

export function documentArgs(document: ReceiptDocument): SoapObject {
  return {
    mimeType: wireText(document.mimeType),
    receiptData: wireBase64(document.receiptData),
    receiptType: wireText(document.receiptType),
  };
}

export function creditArgs(credit: UserCredit): SoapObject {
  return present({
    userId: wireText(credit.userId),
    amount: amountArgs(credit.amount),
    description: text(credit.description),
    correlationId: text(credit.correlationId),
  });
}

/** Keys in the case SEQR wrote them (protocol §10). Undefined when there is nothing to say: SEQR then takes the whole shop. */
function parameterArgs(entries: Readonly<Record<'transactionPeriodId' | 'TERMINALID', string | null>>): SoapObject | undefined {
  const entry = Object.entries(entries).flatMap(([key, value]) => (value === null ? [] : [{ key, value: wireText(value) }]));
  return entry.length === 0 ? undefined : { parameter: { entry } };
}

export function periodArgs(context: SoapObject, terminalId: string | null): SoapObject {
  return present({ context, parameters: parameterArgs({ transactionPeriodId: null, TERMINALID: terminalId }) });
}

export function reportArgs(context: SoapObject, request: ReportRequest): SoapObject {
  const { reportId, transactionPeriodId, terminalId, language } = request;
  return present({
    context,
    reportId,
    language: text(language ?? undefined),
    parameters: parameterArgs({ transactionPeriodId, TERMINALID: terminalId }),
  });
}
