import type { IncomingCall } from '../wire/envelope.ts';
import { isLive } from './invoice.ts';
import type { Invoice, Stage } from './invoice.ts';
import { drawUint32 } from './random.ts';
import type {
  Customer,
  LateCall,
  LedgerEntry,
  PendingBooking,
  Period,
  ReportLine,
  Reseller,
  SubmittedReceipt,
  Terminal,
} from './records.ts';
import type { LostCode } from './result-codes.ts';
import type { WorldState } from './state.ts';
import type { Switches } from './switches.ts';

/** What acknowledges a payment: any answered read, or only one that sends the paid version (protocol §3.6, §15.6). */
export const ACK_MODES = ['any', 'version'] as const;
export type AckMode = (typeof ACK_MODES)[number];

export interface Rules {
  readonly ack: AckMode;
  /** Of every reseller and every customer's account. */
  readonly currency: string;
  readonly resellers: readonly Reseller[];
  /** How long a paid invoice waits to be asked about before the money goes back, ms. */
  readonly reversalMs: number;
  /** How long after the mark the reports of a period are ready, ms. */
  readonly reportReadyMs: number;
  /** How long an unpaid invoice lives, ms. */
  readonly invoiceLifetimeMs: number;
}

/** Finished invoices kept to answer late reads; beyond that the oldest are forgotten, their ledger entries stay. */
const MAX_INVOICES = 5_000;
const MAX_LEDGER_ENTRIES = 100_000;
const MAX_RECEIPTS = 5_000;
const MAX_PERIODS = 5_000;
const MAX_LATE_CALLS = 5_000;

/** The state and the ways to change it. Every change goes through here, so that nothing is changed unnoticed. */
export class Core {
  readonly rules: Rules;
  state: WorldState;
  /** Rises with every change. */
  revision = 0;
  readonly #timeMs: () => number;
  readonly #handle: (core: Core, call: IncomingCall) => void;
  #actingAtMs: number | null = null;

  /**
   * @param timeMs milliseconds since 1970 UTC that never go back
   * @param handle carries a request out, whatever it answers
   */
  constructor(rules: Rules, state: WorldState, timeMs: () => number, handle: (core: Core, call: IncomingCall) => void) {
    this.rules = rules;
    this.state = state;
    this.#timeMs = timeMs;
    this.#handle = handle;
  }

  /** Practice time, milliseconds since 1970 UTC; while something overdue is carried out, the time at which it was due. */
  nowMs(): number {
    return this.#actingAtMs ?? this.#timeMs() + this.state.advancedMs;
  }

  /** Carries out the first of the late calls that `late` is, stamped with its own time. */
  carryOut(late: LateCall): void {
    this.state.lateCalls = this.state.lateCalls.filter((each) => each !== late);
    this.revision += 1;
    this.#actingAtMs = late.atMs;
    try {
      this.#handle(this, late.call);
    } finally {
      this.#actingAtMs = null;
    }
  }

  /** The time that the service tells of a moment: in references, dates of payments, reports and the header `Date`. */
  toldMs(atMs: number): number {
    return atMs + this.state.toldShiftMs;
  }

  draw(): number {
    const { value, nextState } = drawUint32(this.state.randomState);
    this.state.randomState = nextState;
    return value;
  }

  /** @throws when there is no such customer: ask `state.customers` where that can be. */
  customer(id: string): Customer {
    const found = this.state.customers.get(id);
    if (!found) throw new Error(`There is no customer ${id}.`);
    return found;
  }

  /** The one currency of a terminal's reseller (protocol §2). */
  currencyOf(terminal: Terminal): string {
    return this.rules.resellers.find((r) => r.id === terminal.resellerId)?.currency ?? '';
  }

  putCustomer(customer: Customer): void {
    this.state.customers.set(customer.id, customer);
    this.revision += 1;
  }

  putTerminal(terminal: Terminal): void {
    this.state.terminals.set(terminal.terminalId, terminal);
    this.revision += 1;
  }

  removeTerminal(terminalId: string): void {
    this.state.terminals.delete(terminalId);
    this.revision += 1;
  }

  putInvoice(invoice: Invoice): void {
    this.state.invoices.set(invoice.reference, invoice);
    if (isLive(invoice.stage)) this.state.live.add(invoice.reference);
    else this.state.live.delete(invoice.reference);
    if (this.state.invoices.size > MAX_INVOICES) this.#forgetOldestInvoice();
    this.revision += 1;
  }

  /** The invoice in its next stage; `tells` when the till's version rises with it. */
  moveInvoice(invoice: Invoice, stage: Stage, tells: 'newVersion' | 'sameVersion'): Invoice {
    const moved = { ...invoice, stage, version: invoice.version + (tells === 'newVersion' ? 1 : 0) };
    this.putInvoice(moved);
    return moved;
  }

  addLedgerEntry(entry: LedgerEntry): void {
    this.state.ledger.push(entry);
    if (this.state.ledger.length > MAX_LEDGER_ENTRIES) this.state.ledger.shift();
    this.revision += 1;
  }

  addReportLine(line: ReportLine): void {
    this.state.reportLines.push(line);
    if (this.state.reportLines.length > MAX_LEDGER_ENTRIES) this.state.reportLines.shift();
    this.revision += 1;
  }

  /** The same line otherwise; its number names it. */
  replaceReportLine(line: ReportLine): void {
    this.state.reportLines = this.state.reportLines.map((each) => (each.number === line.number ? line : each));
    this.revision += 1;
  }

  setBookings(bookings: readonly PendingBooking[]): void {
    this.state.bookings = bookings.slice(-MAX_LEDGER_ENTRIES);
    this.revision += 1;
  }

  addLateCall(late: LateCall): void {
    this.state.lateCalls.push(late);
    if (this.state.lateCalls.length > MAX_LATE_CALLS) this.state.lateCalls.shift();
    this.revision += 1;
  }

  addPeriod(period: Period): void {
    this.state.periods.push(period);
    if (this.state.periods.length > MAX_PERIODS) this.state.periods.shift();
    this.revision += 1;
  }

  addReceipt(receipt: SubmittedReceipt): void {
    this.state.receipts.push(receipt);
    if (this.state.receipts.length > MAX_RECEIPTS) this.state.receipts.shift();
    this.revision += 1;
  }

  setSwitches(changes: Partial<Switches>): void {
    this.state.switches = { ...this.state.switches, ...changes };
    this.revision += 1;
  }

  /** Null: not lost any more. */
  setLost(terminalId: string, code: LostCode | null): void {
    if (code === null) this.state.lost.delete(terminalId);
    else this.state.lost.set(terminalId, code);
    this.revision += 1;
  }

  setBlocked(id: string, blocked: boolean): void {
    if (blocked) this.state.blocked.add(id);
    else this.state.blocked.delete(id);
    this.revision += 1;
  }

  /** Map order is the order of issue, as `set` on a known key keeps its place. */
  #forgetOldestInvoice(): void {
    for (const [reference, invoice] of this.state.invoices) {
      if (isLive(invoice.stage)) continue;
      this.state.invoices.delete(reference);
      return;
    }
  }
}
