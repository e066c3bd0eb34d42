import type { WireInvoice } from '../wire/schema.ts';
import type { Core } from './core.ts';
import { customerOfPhone } from './customers.ts';
import type { Invoice, Reservation, Stage } from './invoice.ts';
import type { Customer } from './records.ts';

/** Decided here: how long a reservation lasts when the till does not say, s; the published sample's (protocol §6). */
const DEFAULT_TIMEOUT_S = 3600;
/** Decided here: thirty days. */
const MAX_TIMEOUT_S = 2_592_000;

/** Whether the till asks to reserve, and whether it must be (protocol §6). */
export function wantsReservation({ paymentMode }: WireInvoice): 'no' | 'desired' | 'required' {
  switch (paymentMode) {
    case undefined:
    case 'IMMEDIATE_DEBIT':
      return 'no';
    case 'RESERVATION_DESIRED':
      return 'desired';
    case 'RESERVATION_REQUIRED':
    case 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT':
      return 'required';
  }
}

/** Decided here: a time-out, where one counts, is 1 s to 30 days. */
export function isTimeoutUnderstood(invoice: WireInvoice): boolean {
  const timeoutS = invoice.commitReservationTimeout;
  if (timeoutS === undefined || wantsReservation(invoice) === 'no') return true;
  return timeoutS >= 1 && timeoutS <= MAX_TIMEOUT_S;
}

/** What becomes of a payment that the customer has confirmed. */
export function outcomeOf(core: Core, invoice: Invoice, customer: Customer): 'debit' | 'reserve' | 'decline' {
  if (availableMinor(core, customer) < invoice.totalMinor) return 'decline';
  if (!willReserve(invoice, customer)) return 'debit';
  return customer.allowsReservations ? 'reserve' : 'decline';
}

/** Whether the customer is asked to reserve: where it is a must, and where it is wanted and the bank does it. */
export function willReserve({ data }: Invoice, customer: Customer): boolean {
  const wanted = wantsReservation(data);
  return wanted === 'required' || (wanted === 'desired' && customer.allowsReservations);
}

/** What the account holds and nobody has reserved. Never below zero. */
export function availableMinor(core: Core, customer: Customer): number {
  return customer.balanceMinor - heldMinor(core, customer);
}

/** What is reserved on the account, by any till. Worked out from the invoices, so that no release can be forgotten. */
export function heldMinor(core: Core, { id }: Customer): number {
  let sum = 0;
  for (const reference of core.state.live) {
    const stage = core.state.invoices.get(reference)?.stage;
    if (stage?.kind === 'reserved' && customerOfPhone(core, stage.payerTerminalId).id === id) sum += stage.reservation.amountMinor;
  }
  return sum;
}

/** @param atMs when the bank reserved the invoice's total */
export function reservationOf({ totalMinor, data }: Invoice, atMs: number): Reservation {
  const timeoutMs = (data.commitReservationTimeout ?? DEFAULT_TIMEOUT_S) * 1000;
  return { amountMinor: totalMinor, reservedAtMs: atMs, endsAtMs: atMs + timeoutMs };
}

/**
 * The most that may be taken of a reservation, in minor units: what was reserved. Decided here: a preliminary amount may be
 * passed, as far as the account goes (protocol §6: without guarantee).
 */
export function mostToTake(core: Core, invoice: Invoice, stage: Stage & { kind: 'reserved' }): number {
  const { amountMinor } = stage.reservation;
  if (invoice.data.paymentMode !== 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT') return amountMinor;
  return amountMinor + availableMinor(core, customerOfPhone(core, stage.payerTerminalId));
}
