import type { WireReceiptDocument } from '../wire/schema.ts';
import type { Customer } from './customers.ts';
import type { Invoice } from './invoice.ts';
import type { Period, ReportLine } from './report-lines.ts';
import { DEFAULT_SWITCHES } from './switches.ts';
import type { Switches } from './switches.ts';

/** A merchant's shop, which registers terminals. Its users are (id, userId) pairs; `9900` everywhere in practice. */
export interface Reseller {
  readonly id: string;
  readonly userId: string;
  readonly password: string;
  readonly name: string;
  /** The one currency of its invoices (protocol §2: another one is answered 49). */
  readonly currency: string;
}

export interface Terminal {
  readonly terminalId: string;
  readonly resellerId: string;
  readonly externalTerminalId: string;
  readonly name: string;
  readonly password: string;
  /** As assigned, letters in the case given; compared without case. */
  readonly seqrId: string | null;
  readonly registeredAtMs: number;
}

/**
 * One movement of money; amounts are positive. A debit goes from the customer to the shop, the others the other way. A
 * reversal repeats the reference of the payment it undoes; a refund and a credit have references of their own.
 */
export interface LedgerEntry {
  readonly kind: 'debit' | 'reversal' | 'refund' | 'credit';
  readonly atMs: number;
  readonly ersReference: string;
  /** The payment that a refund gives back; null for everything else. */
  readonly paymentReference: string | null;
  /** Null for a credit, which belongs to no invoice. */
  readonly invoiceReference: string | null;
  readonly customerId: string;
  readonly terminalId: string;
  readonly resellerId: string;
  readonly cashierId: string | null;
  readonly currency: string;
  readonly amountMinor: number;
}

export interface SubmittedReceipt {
  readonly atMs: number;
  readonly ersReference: string;
  readonly terminalId: string;
  readonly document: WireReceiptDocument;
}

/** Everything that happened. The records are never changed in place, so that a copy of the containers is a copy of the state. */
export interface WorldState {
  randomState: number;
  /** How far the practice clock was put forward by hand, ms. */
  advancedMs: number;
  switches: Switches;
  customers: Map<string, Customer>;
  terminals: Map<string, Terminal>;
  invoices: Map<string, Invoice>;
  /** References of the invoices that time or somebody can still change. */
  live: Set<string>;
  /** Terminal and reseller ids that are blocked: answered 33. */
  blocked: Set<string>;
  ledger: LedgerEntry[];
  reportLines: ReportLine[];
  /** In the order of their marks. */
  periods: Period[];
  receipts: SubmittedReceipt[];
}

export function emptyState(seed: number): WorldState {
  return {
    randomState: seed | 0,
    advancedMs: 0,
    switches: DEFAULT_SWITCHES,
    customers: new Map(),
    terminals: new Map(),
    invoices: new Map(),
    live: new Set(),
    blocked: new Set(),
    ledger: [],
    reportLines: [],
    periods: [],
    receipts: [],
  };
}

export function copyState(state: WorldState): WorldState {
  return {
    ...state,
    customers: new Map(state.customers),
    terminals: new Map(state.terminals),
    invoices: new Map(state.invoices),
    live: new Set(state.live),
    blocked: new Set(state.blocked),
    ledger: [...state.ledger],
    reportLines: [...state.reportLines],
    periods: [...state.periods],
    receipts: [...state.receipts],
  };
}
