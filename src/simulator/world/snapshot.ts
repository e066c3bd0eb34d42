import { isLive } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import { emptyState } from './state.ts';
import type { LedgerEntry, SubmittedReceipt, Terminal, WorldState } from './state.ts';

/** The whole state as plain JSON. */
export interface WorldSnapshot {
  /** Practice time of the snapshot: the next start never begins before it. */
  readonly takenAtMs: number;
  readonly randomState: number;
  readonly advancedMs: number;
  readonly terminals: readonly Terminal[];
  readonly invoices: readonly Invoice[];
  readonly blocked: readonly string[];
  readonly ledger: readonly LedgerEntry[];
  readonly receipts: readonly SubmittedReceipt[];
}

export function takeSnapshot(state: WorldState, takenAtMs: number): WorldSnapshot {
  return {
    takenAtMs,
    randomState: state.randomState,
    advancedMs: state.advancedMs,
    terminals: [...state.terminals.values()],
    invoices: [...state.invoices.values()],
    blocked: [...state.blocked],
    ledger: [...state.ledger],
    receipts: [...state.receipts],
  };
}

export function stateFrom(snapshot: WorldSnapshot): WorldState {
  return {
    ...emptyState(snapshot.randomState),
    advancedMs: snapshot.advancedMs,
    terminals: new Map(snapshot.terminals.map((t) => [t.terminalId, t])),
    invoices: new Map(snapshot.invoices.map((i) => [i.reference, i])),
    live: new Set(snapshot.invoices.filter((i) => isLive(i.stage)).map((i) => i.reference)),
    blocked: new Set(snapshot.blocked),
    ledger: [...snapshot.ledger],
    receipts: [...snapshot.receipts],
  };
}
