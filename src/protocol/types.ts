import type { Money } from '../money/index.ts';

/*
 * SEQR's own nouns (protocol §2), as the till uses them: exact values, never what a SOAP library made of them.
 * Optional members are absent on the wire when absent here.
 */

/** How firmly a tab's money is reserved (protocol §6). */
export const RESERVATION_MODES = ['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'] as const;
/** How the payment is to be taken (protocol §6). */
export type PaymentMode = 'IMMEDIATE_DEBIT' | (typeof RESERVATION_MODES)[number];

/** Whether the till is asked once the customer is known (protocol §5). Always sent: leaving it out blocks the phone. */
export type AcknowledgmentMode = 'NO_ACKNOWLEDGMENT' | 'OPTIONAL_ACKNOWLEDGMENT' | 'REQUIRE_ACKNOWLEDGMENT';

/** The states the published schema knows. An answer may hold others; they are kept as the text that came (PF-07). */
export const INVOICE_STATUSES = ['ISSUED', 'PAID', 'PENDING_ISSUER_ACKNOWLEDGE', 'CANCELED', 'FAILED', 'RESERVED', 'EXPIRED'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** One row of an invoice. `itemTotalAmount`s add up to the invoice's total (protocol §2). */
export interface InvoiceRow {
  readonly itemDescription?: string;
  readonly itemDiscount?: Money;
  readonly itemEAN?: string;
  /** A decimal as it goes on the wire: `1`, `0.45`. */
  readonly itemQuantity?: string;
  readonly itemSKU?: string;
  /** A whole percent: `25`. */
  readonly itemTaxRate?: string;
  readonly itemTotalAmount: Money;
  readonly itemUnit?: string;
  readonly itemUnitPrice?: Money;
}

export interface Invoice {
  readonly paymentMode: PaymentMode;
  readonly acknowledgmentMode: AcknowledgmentMode;
  /** xs:dateTime with zone. */
  readonly issueDate: string;
  readonly title: string;
  readonly clientInvoiceId: string;
  readonly invoiceRows: readonly InvoiceRow[];
  readonly totalAmount: Money;
  readonly cashierId: string;
  readonly footer: string;
  readonly notificationUrl?: string;
  /** Seconds. */
  readonly commitReservationTimeout?: number;
}

/** 0 pending (from SEQR) · 1 used · 90 blocked · 99 invalid (protocol §5). */
export interface CustomerToken {
  readonly id?: string;
  readonly value?: string;
  readonly description?: string;
  readonly status: number;
}

/** What SEQR says of a payment. Every member may be missing; ids are opaque strings (protocol §1). */
export interface PaymentReceipt {
  readonly terminalId?: string;
  readonly paymentDate?: string;
  readonly clientInvoiceId?: string;
  readonly invoiceReference?: string;
  readonly paymentReference?: string;
  readonly payerTerminalId?: string;
  readonly receiverName?: string;
  /** The paid amount as the receipt's invoice names it; `unreadable` if it is there but is no amount. */
  readonly totalAmount?: Money | 'unreadable';
  /** The paid rows as the receipt's invoice names them; absent if it names none, or one that cannot be read. */
  readonly rows?: readonly PaidRow[];
}

export interface PaidRow {
  readonly description: string;
  readonly totalAmount: Money;
}

export interface ReceiptDocument {
  readonly mimeType: string;
  /** Base64, padded. */
  readonly receiptData: string;
  readonly receiptType: string;
}

/** SEQR's reports by the name they are asked for with (protocol §10). */
export const REPORT_IDS = [
  'Reconciliation/Shop.xml',
  'Reconciliation/STD_RECON_002.xml',
  'Reconciliation/STD_RECON_003.xml',
  'Reconciliation/STD_RECON_004.xml',
  'Reconciliation/STD_RECON_006.xml',
  'Reconciliation/STD_RECON_007.xml',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/** Which report of which period. Two of them, 006 and 007, are one terminal's, and so need its id (protocol §10). */
export interface ReportRequest {
  readonly reportId: ReportId;
  readonly transactionPeriodId: string;
  readonly terminalId: string | null;
  /** `en`, `sv` …; null: SEQR's own choice. */
  readonly language: string | null;
}

/** A report as it came. Only `content` is read: title and plain text are known to be wrong in places (protocol §10). */
export interface ReportDocument {
  readonly title: string | null;
  readonly mimeType: string | null;
  /** Base64 of the report's XML, padded or not, white space and all. */
  readonly content: string;
}

/** A pay-out to a SEQR user (protocol §2: creditUser). SEQR converts the amount if the user's currency is another. */
export interface UserCredit {
  /** The value of a token of type I_GAMING_INTEGRATION; published as alphanumeric, up to 36 characters. */
  readonly userId: string;
  readonly amount: Money;
  /** Letters, digits, dot and comma, up to 160 characters; SEQR has a default. */
  readonly description?: string;
  readonly correlationId?: string;
}

/** Who calls (protocol §1). Never logged, never in an error, never sent to a window: it holds the password. */
export type Credentials =
  | { readonly type: 'TERMINALID'; readonly id: string; readonly password: string }
  | { readonly type: 'RESELLERUSER'; readonly id: string; readonly userId: string; readonly password: string };

export interface PaymentStatus {
  /** One of {@link INVOICE_STATUSES}, or a text Kassa does not know, or null when the answer's code is not 0. */
  readonly status: string | null;
  readonly version: number;
  readonly receipt: PaymentReceipt | null;
  readonly customerTokens: readonly CustomerToken[];
}
