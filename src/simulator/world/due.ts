import type { Core } from './core.ts';
import { customerOfPhone } from './customers.ts';
import type { Invoice, Payment, Stage } from './invoice.ts';
import { book } from './ledger.ts';
import type { LedgerEntry } from './records.ts';
import { bookDue, isReported, nextBookingMs, report, takeBackLine } from './report-lines.ts';
import { outcomeOf, reservationOf } from './reservation.ts';
import type { Booked } from './switches.ts';

/**
 * What time does by itself, worked out when somebody looks: bank answers, reversals, expiries, releases, late requests and
 * late bookings that fell due since the last look happen now, in the order of their own times and stamped with them. So
 * moving the clock is enough.
 */
export function fireDue(core: Core): void {
  for (;;) {
    const next = earliestDue(core);
    if (!next) return;
    next.happen();
  }
}

interface Due {
  readonly atMs: number;
  happen(): void;
}

/** Of several at one moment first what an invoice does by itself, then a request, then a booking. */
function earliestDue(core: Core): Due | undefined {
  const candidates = [invoiceDue(core), lateCallDue(core), bookingDue(core)].filter((due) => due !== undefined);
  const [earliest] = candidates.sort((one, other) => one.atMs - other.atMs);
  return earliest !== undefined && earliest.atMs <= core.nowMs() ? earliest : undefined;
}

function invoiceDue(core: Core): Due | undefined {
  let earliest: { readonly invoice: Invoice; readonly atMs: number } | undefined;
  for (const reference of core.state.live) {
    const invoice = core.state.invoices.get(reference);
    if (!invoice) continue;
    const atMs = dueAtMs(invoice, core.rules.reversalMs);
    if (!earliest || atMs < earliest.atMs) earliest = { invoice, atMs };
  }
  return earliest && { atMs: earliest.atMs, happen: () => happen(core, earliest.invoice, earliest.atMs) };
}

function lateCallDue(core: Core): Due | undefined {
  const [earliest] = [...core.state.lateCalls].sort((one, other) => one.atMs - other.atMs);
  return earliest && { atMs: earliest.atMs, happen: () => core.carryOut(earliest) };
}

function bookingDue(core: Core): Due | undefined {
  const atMs = nextBookingMs(core);
  return { atMs, happen: () => bookDue(core, atMs) };
}

/** When the invoice changes by itself; infinity when it does not. A read at the very moment of the reversal is too late. */
export function dueAtMs(invoice: Invoice, reversalMs: number): number {
  const { stage } = invoice;
  switch (stage.kind) {
    case 'waiting':
    case 'scanned':
    case 'held':
      return invoice.expiresAtMs;
    case 'inBank':
      return stage.finishesAtMs;
    case 'reserved':
      return stage.reservation.endsAtMs;
    case 'paid':
      return stage.acknowledgedAtMs === null ? stage.payment.paidAtMs + reversalMs : Infinity;
    case 'reversed':
    case 'canceled':
    case 'failed':
    case 'expired':
      return Infinity;
  }
}

function happen(core: Core, invoice: Invoice, atMs: number): void {
  const { stage } = invoice;
  if (stage.kind === 'inBank') answerOfBank(core, invoice, stage, atMs);
  else if (stage.kind === 'paid') reverse(core, invoice, stage, atMs);
  else if (stage.kind === 'reserved' && stage.takesAs !== undefined) {
    takePayment(core, invoice, { payerTerminalId: stage.payerTerminalId, ersReference: stage.takesAs, paidAtMs: atMs });
  } else core.moveInvoice(invoice, { kind: 'expired', atMs }, 'newVersion');
}

/** The bank's answer: it declines what the account does not hold, and a reservation that is a must where it makes none. */
function answerOfBank(core: Core, invoice: Invoice, stage: Stage & { kind: 'inBank' }, atMs: number): void {
  const { payerTerminalId, ersReference } = stage;
  switch (outcomeOf(core, invoice, customerOfPhone(core, payerTerminalId))) {
    case 'debit':
      return debit(core, invoice, { payerTerminalId, ersReference, paidAtMs: atMs });
    case 'reserve':
      core.moveInvoice(invoice, { kind: 'reserved', payerTerminalId, reservation: reservationOf(invoice, atMs) }, 'newVersion');
      return;
    case 'decline':
      core.moveInvoice(invoice, { kind: 'failed', atMs }, 'newVersion');
  }
}

/** Takes the payment, or reserves it in passing where the switch says so. */
function debit(core: Core, invoice: Invoice, taken: Omit<Payment, 'paidVersion'>): void {
  const { reservedInPassingMs } = core.state.switches;
  if (reservedInPassingMs === 0) return takePayment(core, invoice, taken);
  const { payerTerminalId, ersReference, paidAtMs } = taken;
  const reservation = { amountMinor: invoice.totalMinor, reservedAtMs: paidAtMs, endsAtMs: paidAtMs + reservedInPassingMs };
  core.moveInvoice(invoice, { kind: 'reserved', payerTerminalId, reservation, takesAs: ersReference }, 'newVersion');
}

/** The invoice's total leaves the customer's account, which holds it. */
export function takePayment(core: Core, invoice: Invoice, taken: Omit<Payment, 'paidVersion'>): void {
  const payment = { ...taken, paidVersion: invoice.version + 1 };
  core.moveInvoice(invoice, { kind: 'paid', payment, acknowledgedAtMs: null }, 'newVersion');
  const debit = addMovement(core, 'debit', invoice, payment, payment.paidAtMs);
  if (core.state.switches.unreadInReports !== 'left-out') report(core, debit, bookedAs(payment));
}

function bookedAs({ committed }: Payment): Booked {
  return committed === true ? 'commit' : 'payment';
}

/** Protocol §3.6: nobody asked within 20 s, the money goes back and the invoice is cancelled. */
export function reverse(core: Core, invoice: Invoice, stage: Stage & { kind: 'paid' }, atMs: number): void {
  const { payment } = stage;
  core.moveInvoice(invoice, { kind: 'reversed', payment, reversedAtMs: atMs }, 'newVersion');
  takeBackLine(core, addMovement(core, 'reversal', invoice, payment, atMs));
}

function addMovement(core: Core, kind: 'debit' | 'reversal', invoice: Invoice, payment: Payment, atMs: number): LedgerEntry {
  return book(core, {
    kind,
    atMs,
    ersReference: payment.ersReference,
    paymentReference: null,
    invoiceReference: invoice.reference,
    customerId: customerOfPhone(core, payment.payerTerminalId).id,
    terminalId: invoice.terminalId,
    resellerId: invoice.resellerId,
    cashierId: invoice.data.cashierId ?? null,
    currency: invoice.currency,
    amountMinor: invoice.totalMinor,
  });
}

/** The till has been told, or has told us, that it knows: the payment stands, and is in reports (protocol §3.6). */
export function acknowledge(core: Core, invoice: Invoice): void {
  const { stage } = invoice;
  if (stage.kind !== 'paid' || stage.acknowledgedAtMs !== null) return;
  core.moveInvoice(invoice, { ...stage, acknowledgedAtMs: core.nowMs() }, 'sameVersion');
  const { ersReference } = stage.payment;
  if (isReported(core, ersReference)) return;
  const debit = core.state.ledger.findLast((e) => e.kind === 'debit' && e.ersReference === ersReference);
  if (debit) report(core, { ...debit, atMs: core.nowMs() }, bookedAs(stage.payment));
}
