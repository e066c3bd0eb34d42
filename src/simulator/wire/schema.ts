import { base64, cdata, dateTime, decimal, integer, many, oneOf, optionalInteger, record, text } from './codec.ts';
import type { Infer } from './codec.ts';

/** The types of protocol §2, fields in schema order. Everything is optional but Java's primitives. */

export const amount = record({ currency: text, value: decimal });
export type WireAmount = Infer<typeof amount>;

export const clientContext = record({
  channel: text,
  clientComment: text,
  clientId: text,
  clientReference: text,
  clientRequestTimeout: integer(0),
  initiatorPrincipalId: record({ id: text, type: text, userId: text }),
  password: text,
});
export type ClientContext = Infer<typeof clientContext>;

export const invoiceRow = record({
  itemDescription: text,
  itemDiscount: amount,
  itemEAN: text,
  itemQuantity: decimal,
  itemSKU: text,
  itemTaxRate: decimal,
  itemTotalAmount: amount,
  itemUnit: text,
  itemUnitPrice: amount,
});
export type WireInvoiceRow = Infer<typeof invoiceRow>;

export const invoice = record({
  paymentMode: oneOf('paymentMode', [
    'IMMEDIATE_DEBIT',
    'RESERVATION_DESIRED',
    'RESERVATION_REQUIRED',
    'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
  ]),
  acknowledgmentMode: oneOf('acknowledgmentMode', ['NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT']),
  issueDate: dateTime,
  title: text,
  clientInvoiceId: text,
  invoiceRows: record({ invoiceRow: many(invoiceRow) }),
  totalAmount: amount,
  cashierId: text,
  footer: text,
  backURL: text,
  notificationUrl: text,
  commitReservationTimeout: optionalInteger,
});
export type WireInvoice = Infer<typeof invoice>;

export const customerToken = record({ description: text, id: text, status: integer(0), value: text });
export type CustomerToken = Infer<typeof customerToken>;

export const receipt = record({
  terminalId: text,
  paymentDate: dateTime,
  clientInvoiceId: text,
  invoiceReference: text,
  paymentReference: text,
  payerTerminalId: text,
  receiverName: text,
  invoice,
});
export type WireReceipt = Infer<typeof receipt>;

export const receiptDocument = record({ mimeType: text, receiptData: base64, receiptType: text });
export type WireReceiptDocument = Infer<typeof receiptDocument>;

export const report = record({ title: text, mimeType: text, content: base64, contentString: cdata });

export const parameterMap = record({ parameter: record({ entry: many(record({ key: text, value: text })) }) });

export const creditUserRequest = record({ userId: text, amount, description: text, correlationId: text });

/** Protocol §2: what every invoice status read may say. `PARTIALLY_PAID` is in no schema and is never sent. */
export const INVOICE_STATUSES = ['ISSUED', 'PAID', 'PENDING_ISSUER_ACKNOWLEDGE', 'CANCELED', 'FAILED', 'RESERVED', 'EXPIRED'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
export const invoiceStatus = oneOf('invoiceStatus', INVOICE_STATUSES);
