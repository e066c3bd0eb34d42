import { DEFAULT_SETTINGS, DEFAULT_CUSTOMER_ID, publishedCustomers } from './customers.ts';
import { isLive } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import type {
  Customer,
  CustomerSettings,
  LateCall,
  LedgerEntry,
  PendingBooking,
  Period,
  ReportLine,
  SubmittedReceipt,
  Terminal,
} from './records.ts';
import type { LostCode } from './result-codes.ts';
import { emptyState } from './state.ts';
import type { WorldState } from './state.ts';
import { DEFAULT_SWITCHES } from './switches.ts';
import type { Switches } from './switches.ts';
import { MAX_ADVANCED_MS, MAX_TOLD_SHIFT_MS, within } from './time-limits.ts';

/** The whole state as plain JSON. */
export interface WorldSnapshot {
  /** Practice time of the snapshot: the next start never begins before it. */
  readonly takenAtMs: number;
  readonly randomState: number;
  readonly advancedMs: number;
  /** Not in files older than it; 0 then. */
  readonly toldShiftMs?: number;
  /** Whatever an older file does not name stands at its default. */
  readonly switches?: Partial<Switches>;
  /** Not in files older than the customers. */
  readonly customers?: readonly SavedCustomer[];
  readonly terminals: readonly Terminal[];
  readonly invoices: readonly Invoice[];
  readonly blocked: readonly string[];
  /** Not in files older than it. */
  readonly lost?: readonly (readonly [terminalId: string, code: LostCode])[];
  readonly ledger: readonly SavedLedgerEntry[];
  /** Not in files older than the reports. */
  readonly reportLines?: readonly ReportLine[];
  readonly periods?: readonly Period[];
  readonly receipts: readonly SubmittedReceipt[];
  /** Not in files older than these two. */
  readonly bookings?: readonly PendingBooking[];
  readonly lateCalls?: readonly LateCall[];
}

/** Files older than the customers say neither whose money moved nor, having no refunds, which payment went back. */
type SavedLedgerEntry = Omit<LedgerEntry, 'customerId' | 'paymentReference'> &
  Partial<Pick<LedgerEntry, 'customerId' | 'paymentReference'>>;
/** Whatever of the settings an older file does not name stands at its default. */
type SavedCustomer = Omit<Customer, keyof CustomerSettings> & Partial<CustomerSettings>;
/** What an invoice of an older file does not have. */
const SINCE_FIRST = { customerTokens: [] };

export function takeSnapshot(state: WorldState, takenAtMs: number): WorldSnapshot {
  return {
    takenAtMs,
    randomState: state.randomState,
    advancedMs: state.advancedMs,
    toldShiftMs: state.toldShiftMs,
    switches: state.switches,
    customers: [...state.customers.values()],
    terminals: [...state.terminals.values()],
    invoices: [...state.invoices.values()],
    blocked: [...state.blocked],
    lost: [...state.lost],
    ledger: [...state.ledger],
    reportLines: [...state.reportLines],
    periods: [...state.periods],
    receipts: [...state.receipts],
    bookings: [...state.bookings],
    lateCalls: [...state.lateCalls],
  };
}

export function stateFrom(snapshot: WorldSnapshot): WorldState {
  return {
    ...emptyState(snapshot.randomState),
    advancedMs: within(snapshot.advancedMs, 0, MAX_ADVANCED_MS),
    toldShiftMs: within(snapshot.toldShiftMs ?? 0, -MAX_TOLD_SHIFT_MS, MAX_TOLD_SHIFT_MS),
    switches: { ...DEFAULT_SWITCHES, ...snapshot.switches },
    customers: new Map((snapshot.customers ?? publishedCustomers()).map((c) => [c.id, { ...DEFAULT_SETTINGS, ...c }])),
    terminals: new Map(snapshot.terminals.map((t) => [t.terminalId, t])),
    invoices: new Map(snapshot.invoices.map((i) => [i.reference, { ...SINCE_FIRST, ...i }])),
    live: new Set(snapshot.invoices.filter((i) => isLive(i.stage)).map((i) => i.reference)),
    blocked: new Set(snapshot.blocked),
    lost: new Map(snapshot.lost),
    ledger: snapshot.ledger.map((entry) => ({ customerId: DEFAULT_CUSTOMER_ID, paymentReference: null, ...entry })),
    reportLines: [...(snapshot.reportLines ?? linesOfOldFile(snapshot))],
    periods: [...(snapshot.periods ?? [])],
    receipts: [...snapshot.receipts],
    bookings: [...(snapshot.bookings ?? [])],
    lateCalls: [...(snapshot.lateCalls ?? [])],
  };
}

/** The payments that stand: not reversed, and not waiting for the till to ask. */
function linesOfOldFile({ ledger, invoices }: WorldSnapshot): readonly ReportLine[] {
  const reversed = new Set(ledger.filter((e) => e.kind === 'reversal').map((e) => e.ersReference));
  const live = new Set(invoices.filter((i) => isLive(i.stage)).map((i) => i.reference));
  return ledger
    .filter((e) => e.kind === 'debit' && !reversed.has(e.ersReference) && !live.has(e.invoiceReference ?? ''))
    .map(({ ersReference, terminalId, resellerId, cashierId, amountMinor }, index) => {
      return { number: index + 1, kind: 'debit', ersReference, terminalId, resellerId, cashierId, amountMinor };
    });
}
