import type { Invoice } from './invoice.ts';
import type { Customer, LateCall, LedgerEntry, PendingBooking, Period, ReportLine, SubmittedReceipt, Terminal } from './records.ts';
import type { LostCode } from './result-codes.ts';
import { DEFAULT_SWITCHES } from './switches.ts';
import type { Switches } from './switches.ts';

/** Everything that happened. The records are never changed in place, so that a copy of the containers is a copy of the state. */
export interface WorldState {
  randomState: number;
  /** How far the practice clock was put forward by hand, ms. */
  advancedMs: number;
  /** How far the time that the service tells differs from the time by which it acts, ms. */
  toldShiftMs: number;
  switches: Switches;
  customers: Map<string, Customer>;
  terminals: Map<string, Terminal>;
  invoices: Map<string, Invoice>;
  /** References of the invoices that time or somebody can still change. */
  live: Set<string>;
  /** Terminal and reseller ids that are blocked: answered 33. */
  blocked: Set<string>;
  /** Terminals that are lost for good, and the code with which they are answered. */
  lost: Map<string, LostCode>;
  ledger: LedgerEntry[];
  reportLines: ReportLine[];
  /** In the order in which they were carried out. */
  bookings: PendingBooking[];
  /** In the order of their marks. */
  periods: Period[];
  receipts: SubmittedReceipt[];
  /** In the order in which they came. */
  lateCalls: LateCall[];
}

export function emptyState(seed: number): WorldState {
  return {
    randomState: seed | 0,
    advancedMs: 0,
    toldShiftMs: 0,
    switches: DEFAULT_SWITCHES,
    customers: new Map(),
    terminals: new Map(),
    invoices: new Map(),
    live: new Set(),
    blocked: new Set(),
    lost: new Map(),
    ledger: [],
    reportLines: [],
    bookings: [],
    periods: [],
    receipts: [],
    lateCalls: [],
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
    lost: new Map(state.lost),
    ledger: [...state.ledger],
    reportLines: [...state.reportLines],
    bookings: [...state.bookings],
    periods: [...state.periods],
    receipts: [...state.receipts],
    lateCalls: [...state.lateCalls],
  };
}
