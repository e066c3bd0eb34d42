import type { CallArgs, CallName, CallResults } from '../contract/ipc.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { TillDeps } from './ports.ts';

/** The till itself: runs headless; windows are projections of it (PF-01). */
export interface Till {
  /** Asks at once about every unfinished attempt (PF-15); resolves when the first snapshot is ready, before any window. */
  start(): Promise<void>;
  /** Answers a call of the contract whose arguments have been parsed. Never rejects for a bad intent: it refuses it. */
  call<Name extends CallName>(name: Name, ...args: CallArgs<Name>): Promise<CallResults[Name]>;
  snapshot(): Snapshot;
  /** Called after every change. Returns a function that ends the subscription. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Why quitting should be asked about first; null if nothing is open. */
  quitWarning(): 'payment-open' | 'refund-open' | 'day-marking' | 'terminal-changing' | 'printing' | null;
  /** The machine woke, or the network returned: poll first, think later (PF-04, PF-27). */
  wake(): void;
  stop(): Promise<void>;
}

export type CreateTill = (deps: TillDeps) => Till;
