import type { CustomerToken, InvoiceStatus, WireInvoiceRow, WireReceiptDocument } from '../wire/schema.ts';
import { statusOf } from './invoice.ts';
import type { CanceledBy, Invoice, Payment } from './invoice.ts';
import { amountOf } from './money.ts';
import type { Customer, CustomerCard, LedgerEntry, SubmittedReceipt, Terminal } from './records.ts';
import { willReserve } from './reservation.ts';
import type { LostCode } from './result-codes.ts';
import { offeredCard } from './tokens.ts';
import type { OfferedCard } from './tokens.ts';

/** What the JSON interface and the tests see. Times are ISO 8601 in UTC, amounts decimal strings, absent is null. */
export interface AmountView {
  readonly currency: string;
  readonly value: string;
}

export interface ReservationView {
  readonly amount: AmountView;
  readonly until: string;
}

export interface InvoiceView {
  readonly invoiceReference: string;
  readonly terminalId: string;
  readonly status: InvoiceStatus;
  readonly version: number;
  readonly totalAmount: AmountView;
  /** What is held on the customer's account, and until when; null unless RESERVED. */
  readonly reserved: ReservationView | null;
  readonly customerTokens: readonly CustomerToken[];
  readonly paidAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly reversedAt: string | null;
  readonly ersReference: string | null;
}

/** What the customer's phone shows after a scan. */
export interface ScanView {
  readonly invoiceReference: string;
  readonly title: string;
  readonly totalAmount: AmountView;
  readonly status: InvoiceStatus;
  readonly rows: readonly WireInvoiceRow[];
}

/** What the phone page polls: more than the till is told. */
export interface PhoneStateView extends ScanView {
  readonly receiverName: string;
  /** The customer's side of the status: `confirming` while the bank is at work, `reversed` when the money came back. */
  readonly stage: Invoice['stage']['kind'];
  readonly canceledBy: CanceledBy | null;
  /** Whether confirming reserves the amount rather than paying it. */
  readonly reserves: boolean;
  readonly reserved: ReservationView | null;
  /** The customer's cards and user id, as the till is told of them and has answered. */
  readonly customerTokens: readonly CustomerToken[];
  /** A card swiped at the till that the phone could keep. */
  readonly offeredCard: OfferedCard | null;
  readonly ersReference: string | null;
  /** The service's time, by which `reserved.until` is meant. */
  readonly now: string;
}

export interface TerminalView {
  readonly terminalId: string;
  readonly resellerId: string;
  readonly externalTerminalId: string;
  readonly name: string;
  readonly seqrId: string | null;
  readonly blocked: boolean;
  /** The code with which a lost terminal is answered; null for one that is not lost. */
  readonly lostAs: LostCode | null;
}

export interface LedgerView {
  readonly kind: LedgerEntry['kind'];
  readonly at: string;
  readonly ersReference: string;
  /** The payment a refund gives back. */
  readonly paymentReference: string | null;
  readonly invoiceReference: string | null;
  readonly customerId: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly cashierId: string | null;
  readonly amount: AmountView;
}

export interface CustomerView {
  readonly id: string;
  readonly name: string;
  readonly payerTerminalId: string;
  /** What the account holds; `available` is what of it nobody has reserved. */
  readonly balance: AmountView;
  readonly available: AmountView;
  readonly userId: string;
  readonly allowsRefunds: boolean;
  readonly allowsReservations: boolean;
  readonly sharesUserId: boolean;
  readonly cards: readonly CustomerCard[];
}

export interface ReceiptView {
  readonly at: string;
  readonly ersReference: string;
  readonly terminalId: string;
  readonly receiptDocument: WireReceiptDocument;
}

export function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}

export function invoiceView(invoice: Invoice): InvoiceView {
  const { stage } = invoice;
  const payment = paymentOf(invoice);
  const acknowledgedAtMs = stage.kind === 'paid' ? stage.acknowledgedAtMs : null;
  return {
    invoiceReference: invoice.reference,
    terminalId: invoice.terminalId,
    status: statusOf(stage),
    version: invoice.version,
    totalAmount: amountOf(invoice.currency, invoice.totalMinor),
    reserved: reservationView(invoice),
    customerTokens: invoice.customerTokens,
    paidAt: payment ? isoTime(payment.paidAtMs) : null,
    acknowledgedAt: acknowledgedAtMs === null ? null : isoTime(acknowledgedAtMs),
    reversedAt: stage.kind === 'reversed' ? isoTime(stage.reversedAtMs) : null,
    ersReference: payment?.ersReference ?? null,
  };
}

function reservationView({ stage, currency }: Invoice): ReservationView | null {
  if (stage.kind !== 'reserved') return null;
  return { amount: amountOf(currency, stage.reservation.amountMinor), until: isoTime(stage.reservation.endsAtMs) };
}

export function scanView(invoice: Invoice): ScanView {
  return {
    invoiceReference: invoice.reference,
    title: invoice.data.title ?? invoice.terminalName,
    totalAmount: amountOf(invoice.currency, invoice.totalMinor),
    status: statusOf(invoice.stage),
    rows: invoice.data.invoiceRows?.invoiceRow ?? [],
  };
}

export function phoneStateView(invoice: Invoice, payer: Customer | undefined, nowMs: number): PhoneStateView {
  const { stage } = invoice;
  return {
    ...scanView(invoice),
    receiverName: invoice.terminalName,
    stage: stage.kind,
    canceledBy: stage.kind === 'canceled' ? stage.by : null,
    reserves: payer !== undefined && willReserve(invoice, payer),
    reserved: reservationView(invoice),
    customerTokens: invoice.customerTokens,
    offeredCard: payer ? offeredCard(invoice, payer) : null,
    ersReference: paymentOf(invoice)?.ersReference ?? null,
    now: isoTime(nowMs),
  };
}

export function terminalView(terminal: Terminal, blocked: boolean, lostAs: LostCode | null): TerminalView {
  const { terminalId, resellerId, externalTerminalId, name, seqrId } = terminal;
  return { terminalId, resellerId, externalTerminalId, name, seqrId, blocked, lostAs };
}

export function ledgerView(entry: LedgerEntry): LedgerView {
  const { atMs, currency, amountMinor, ...rest } = entry;
  return { ...rest, at: isoTime(atMs), amount: amountOf(currency, amountMinor) };
}

/** @param availableMinor what of the balance nobody has reserved */
export function customerView(customer: Customer, availableMinor: number, currency: string): CustomerView {
  const { balanceMinor, ...rest } = customer;
  return { ...rest, balance: amountOf(currency, balanceMinor), available: amountOf(currency, availableMinor) };
}

export function receiptView(receipt: SubmittedReceipt): ReceiptView {
  const { atMs, document, ...rest } = receipt;
  return { at: isoTime(atMs), ...rest, receiptDocument: document };
}

function paymentOf(invoice: Invoice): Payment | undefined {
  const { stage } = invoice;
  return stage.kind === 'paid' || stage.kind === 'reversed' ? stage.payment : undefined;
}
