import type { OperationName } from '../wire/operations.ts';
import type { InvoiceStatus } from '../wire/schema.ts';

export const RESERVED_RULES = ['keep', 'cancel'] as const;
export type ReservedRule = (typeof RESERVED_RULES)[number];

export const REPORT_SHAPES = ['published', 'swapped'] as const;

/** What reports list: a payment, a payment that commitReservation took, a refund, a pay-out of creditUser. */
export const BOOKED = ['payment', 'commit', 'refund', 'credit'] as const;
export type Booked = (typeof BOOKED)[number];

/** How late something is booked: not before `ms` have passed, and not before `periods` marks that would have listed it. */
export interface BookingDelay {
  readonly ms: number;
  readonly periods: number;
}
export const AT_ONCE: BookingDelay = { ms: 0, periods: 0 };

/**
 * What a report makes of a payment that nobody has asked about yet. `left-out`: nothing, as it may be reversed.
 * `until-reversed`: a row, which a reversal removes, also from periods that were marked before. `reversed-by-a-row`: a row,
 * and a reversal is another one, of the negative amount, in the period in which it comes.
 */
export const UNREAD_RULES = ['left-out', 'until-reversed', 'reversed-by-a-row'] as const;
export type UnreadRule = (typeof UNREAD_RULES)[number];

/**
 * How the answer that says PAID differs from what was paid; nothing else changes. The references: `other-reference` and
 * `earlier-reference` (the one of the terminal's first payment) in place of `ersReference`, `receipt-reference` only in the
 * receipt, `long-reference` with 4,000 signs, `no-reference` nowhere. The receipt: none, of another invoice, of another
 * amount, currency or rows (of the same sum).
 */
export const PAID_BENDS = [
  'other-reference',
  'earlier-reference',
  'long-reference',
  'no-reference',
  'receipt-reference',
  'no-receipt',
  'other-invoice',
  'other-amount',
  'other-currency',
  'other-rows',
] as const;
export type PaidBend = (typeof PAID_BENDS)[number];

export const PAID_READS = ['every', 'from-second'] as const;
export const ENDED_READS = ['status', 'code'] as const;
export const INVOICE_CODES = ['published', 'overlong', 'foreign', 'none'] as const;
export const REFUND_REFERENCES = ['own', 'none', 'payment', 'payment-booked'] as const;

/** What reads say once a read has said PAID, which is then not believed any more: a status, or a result code. */
export type AfterPaid = Exclude<InvoiceStatus, 'PAID'> | number;

/** What a person can set about the service while it runs, where SEQR's own answer depends on contracts or is unpublished. */
export interface Switches {
  /** Resellers whose contract has no refunds: answered 97. */
  readonly resellersWithoutRefunds: readonly string[];
  /**
   * The shape of reports 001 and 007 (protocol §10). `published`: as the manual describes them, 001 a sum and 007 rows.
   * `swapped`: as SEQR's printed samples show them, 001 rows and 007 a sum.
   */
  readonly reportShape: (typeof REPORT_SHAPES)[number];
  /** Whether refunds and credits are rows of a report, as negative amounts. Unpublished, so both can be practised. */
  readonly refundsInReports: boolean;
  /** What a new invoice does to a reserved one of the same terminal; no source says it (PF-29). */
  readonly reservedInvoices: ReservedRule;
  /** How long after they were carried out things are booked in reports; what is not named, at once (PF-14). */
  readonly bookedLate: Readonly<Partial<Record<Booked, BookingDelay>>>;
  /** What reports make of a payment that nobody has asked about yet (PF-17). */
  readonly unreadInReports: UnreadRule;
  /** The code with which calls of an operation are answered, and not carried out, for as long as it is set. */
  readonly refused: Readonly<Partial<Record<OperationName, number>>>;
  /** How long a payment that asks for no reservation says RESERVED before it says PAID, ms; 0: not at all (PF-07). */
  readonly reservedInPassingMs: number;
  /** What reads say after the first that said PAID, for ever; they acknowledge nothing. Null: the truth (PF-07, PF-08). */
  readonly afterPaid: AfterPaid | null;
  /** How a read tells of a cancelled and of an expired invoice: by status, or as `code` by 55 and 58. */
  readonly endedReads: (typeof ENDED_READS)[number];
  /** How answers that say PAID differ from the truth, and which of an invoice do: every one, or all but the first. */
  readonly paidBends: readonly PaidBend[];
  readonly paidReads: (typeof PAID_READS)[number];
  /** What sendInvoice gives as `invoiceQRCode`: SEQR's form, 4,000 signs of it, somebody else's address, or nothing. */
  readonly invoiceCode: (typeof INVOICE_CODES)[number];
  /** Whether new references, of invoices, payments and periods, have 4,000 signs. */
  readonly overlongReferences: boolean;
  /**
   * The reference in the answer to refundPayment: its own, none, the payment's, or as `payment-booked` the payment's in the
   * ledger and in reports too (protocol §9: the published texts can be read so).
   */
  readonly refundReference: (typeof REFUND_REFERENCES)[number];
}

export const DEFAULT_SWITCHES: Switches = {
  resellersWithoutRefunds: [],
  reportShape: 'published',
  refundsInReports: true,
  reservedInvoices: 'keep',
  bookedLate: {},
  unreadInReports: 'left-out',
  refused: {},
  reservedInPassingMs: 0,
  afterPaid: null,
  endedReads: 'status',
  paidBends: [],
  paidReads: 'every',
  invoiceCode: 'published',
  overlongReferences: false,
  refundReference: 'own',
};
