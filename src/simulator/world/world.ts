import type { Clock } from '../../clock/clock.ts';
import type { OperationName, RequestOf, ReturnOf } from '../wire/operations.ts';
import type { InvoiceStatus } from '../wire/schema.ts';
import type { AccountView } from './account.ts';
import type { AckMode } from './core.ts';
import type { OverviewView } from './overview.ts';
import type { PhoneAnswer } from './phone-answer.ts';
import type { PayOptions } from './phone.ts';
import type { CustomerCard, CustomerSettings } from './records.ts';
import type { LostCode } from './result-codes.ts';
import type { WorldSnapshot } from './snapshot.ts';
import type { Switches } from './switches.ts';
import type { CustomerView, InvoiceView, LedgerView, PhoneStateView, ReceiptView, ScanView, TerminalView } from './views.ts';

export interface WorldOptions {
  readonly clock: Clock;
  /** The same seed and the same calls at the same times give the same references. 1 when left out. */
  readonly seed?: number | undefined;
  /** What acknowledges a payment; `any` answered read when left out. */
  readonly ack?: AckMode | undefined;
  /** Currency of every reseller and every customer's account; SEK when left out. */
  readonly currency?: string | undefined;
  /** Life of an unpaid invoice, ms; 10 minutes when left out (no duration is published, protocol §3.10). */
  readonly invoiceLifetimeMs?: number | undefined;
  /** How long after markTransactionPeriod its reports are ready, ms; 3 s when left out (protocol §10). */
  readonly reportReadyMs?: number | undefined;
  /** What a new invoice does to a reserved one of the same terminal; as it was, at first `keep`, when left out. */
  readonly reservedInvoices?: Switches['reservedInvoices'] | undefined;
  /** The other switches of the start, over the state it goes on from, and again after a reset. */
  readonly switches?: Partial<Switches> | undefined;
  /** A state to go on from. */
  readonly snapshot?: WorldSnapshot | undefined;
}

/**
 * SEQR as a till sees it: a state machine without disk or network. Every call answers at once. Nothing happens in the
 * background: what time does by itself is worked out at the next call, so moving the clock is enough.
 */
export interface World {
  /** One SOAP operation. */
  call<N extends OperationName>(operation: N, request: RequestOf<N>): ReturnOf<N>;
  /** The answer `call` would give now, with nothing done. */
  rehearse<N extends OperationName>(operation: N, request: RequestOf<N>): ReturnOf<N>;

  /**
   * The request is on its way and is carried out `afterMs` later, whatever the till is told and whether or not it still
   * listens: what a lost connection, a time-out or an answer such as 94 may hide. It is carried out as `call` does it, in
   * the order of practice time. What it answers nobody hears.
   */
  callLate<N extends OperationName>(operation: N, request: RequestOf<N>, afterMs: number): void;

  /** The customer's phone. */
  readonly phone: {
    /** By the default customer when left out. */
    scan(code: string, customerId?: string): PhoneAnswer<ScanView>;
    pay(invoiceReference: string, options?: PayOptions): PhoneAnswer<InvoiceStatus>;
    decline(invoiceReference: string): PhoneAnswer<InvoiceStatus>;
    cancel(invoiceReference: string): PhoneAnswer<InvoiceStatus>;
    /** Of the default customer when left out. */
    account(customerId?: string): PhoneAnswer<AccountView>;
    state(invoiceReference: string): PhoneAnswer<PhoneStateView>;
    /** Puts a card on the phone, first, in the place of one of the same type. */
    addCard(card: CustomerCard, customerId?: string): PhoneAnswer<CustomerView>;
    /** The card that the next scan brings; cards are named by their type. */
    chooseCard(cardId: string, customerId?: string): PhoneAnswer<CustomerView>;
    removeCard(cardId: string, customerId?: string): PhoneAnswer<CustomerView>;
  };

  invoices(): readonly InvoiceView[];
  /** Those that nobody has scanned yet, in the order of issue. */
  waiting(): readonly InvoiceView[];
  customers(): readonly CustomerView[];
  terminals(): readonly TerminalView[];
  ledger(): readonly LedgerView[];
  receipts(): readonly ReceiptView[];
  /** Everything at a glance, the latest of it. */
  overview(): OverviewView;
  /** Money taken and not given back, in minor units; of one terminal or of all. */
  keptMinor(terminalId?: string): number;

  switches(): Switches;
  setSwitches(changes: Partial<Switches>): void;
  /** Changes what can be set about a customer; false when there is no such customer. */
  setCustomer(customerId: string, changes: Partial<CustomerSettings>): boolean;
  /** A blocked terminal or reseller is answered 33. */
  setBlocked(id: string, blocked: boolean): void;
  /** A lost terminal is answered this code for everything, and keeps its SEQR id (53 to whoever else wants it); null: found again. */
  setLost(terminalId: string, code: LostCode | null): void;
  /** SEQR frees an id on request: no terminal has it any more. False when none had. */
  freeSeqrId(seqrId: string): boolean;
  /** Practice time, milliseconds since 1970 UTC. */
  nowMs(): number;
  /** Puts practice time forward and lets happen what falls due. False, and nothing done, beyond 100 years in all. */
  advance(ms: number): boolean;
  /** What the service says the time is, in references, dates and the header `Date`; milliseconds since 1970 UTC. */
  toldMs(): number;
  /** Shifts what the service says the time is, forward or back; no deadline changes. False, and nothing done, beyond ten years. */
  shiftToldTime(ms: number): boolean;
  /** Back to the beginning: published principals only, first seed, the switches of the start. Practice time goes on. */
  reset(): void;
  /** Rises whenever there is something new to save. */
  revision(): number;
  snapshot(): WorldSnapshot;
  /**
   * The service is restored to an older state: everything as it was at the snapshot, or one invoice with its money. Clock
   * and switches stay. False when that invoice is not known now, or was not then.
   */
  restore(snapshot: WorldSnapshot, invoiceReference?: string): boolean;
  /** Versions fall by so much, none below 0, of one invoice or of all. False for an unknown invoice. */
  lowerVersions(by: number, invoiceReference?: string): boolean;
  /** SEQR takes a payment back, whether the till knows of it or not. False unless it is paid and nothing of it was refunded. */
  takeBack(invoiceReference: string): boolean;
  /** The customer's bank lets go of a reservation: reads say FAILED. False unless it is reserved for a later commit. */
  letGo(invoiceReference: string): boolean;
}
