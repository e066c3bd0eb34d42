import type { Operation } from '../../../protocol/index.ts';
import type { ActionName } from './actions.ts';
import type { Fault } from './faults.ts';
import type { DiskError } from './model-disk.ts';
import type { GroundName } from './template.ts';

/** What the customer does with the phone. */
export type PhoneAct = 'scan' | 'pay' | 'payLater' | 'decline' | 'cancel' | 'putCard' | 'takeCard';
/** What happens to SEQR itself. `restore`: it goes on from the state that `remember` has kept. */
export type SeqrAct =
  | 'remember'
  | 'restore'
  | 'block'
  | 'unblock'
  | 'dropReserved'
  | 'keepReserved'
  | 'reportSwapped'
  | 'reportPlain'
  | 'noRefundsInReports'
  /** What goes out is booked after the next mark, or the one after it; payments too. */
  | 'bookLate'
  | 'bookAtOnce'
  /** Reports list payments that nobody has asked about yet. */
  | 'listUnread'
  /** RESERVED is said in passing of a payment that asks for no reservation. */
  | 'reservedInPassing'
  /** How a payment has ended is told by a code. */
  | 'endsAsCode'
  /** The latest payment that stands is taken back, whoever has asked about it. */
  | 'takeBack'
  /** The customer's bank lets go of what it has reserved. */
  | 'letGo'
  /** Every invoice has an older version than before. */
  | 'lowerVersions'
  /** Somebody else asks about every payment of this terminal: what nobody here can have asked about stands. */
  | 'readElsewhere'
  /** The shop's other till, which is no Kassa, is paid for something. */
  | 'sellElsewhere';

/** One thing that happens. What cannot be done when its turn comes has no effect. */
export type Move =
  /** `pick`: which of the buttons of this name; `old`: in the window that has not heard of the latest changes. */
  | { readonly do: 'press'; readonly action: ActionName; readonly pick: number; readonly old?: true }
  /** The first of these that can be pressed. */
  | { readonly do: 'pressOneOf'; readonly actions: readonly ActionName[]; readonly pick: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'phone'; readonly act: PhoneAct }
  | { readonly do: 'fault'; readonly operation: Operation; readonly fault: Fault; readonly count: number }
  | { readonly do: 'network'; readonly up: boolean }
  | { readonly do: 'refuseWrites'; readonly of: 'journal' | 'settings'; readonly kind: DiskError; readonly count: number }
  | {
      readonly do: 'dieAtWrite';
      readonly of: 'journal' | 'settings';
      readonly when: 'before' | 'after';
      readonly nth: number;
      readonly downMs: number;
    }
  | { readonly do: 'kill'; readonly downMs: number }
  | { readonly do: 'quit'; readonly downMs: number }
  | { readonly do: 'wall'; readonly ms: number }
  | { readonly do: 'keychain'; readonly state: 'good' | 'locked' | 'lost' | 'silent' }
  | { readonly do: 'printer'; readonly state: 'good' | 'broken' | 'silent' }
  | { readonly do: 'seqr'; readonly act: SeqrAct }
  /** An older Kassa runs for a moment: it takes a payment that says RESERVED in passing for a tab. */
  | { readonly do: 'olderKassa' }
  | { readonly do: 'loseSettings' }
  | { readonly do: 'wake' }
  /** The window that lags behind is drawn anew. */
  | { readonly do: 'look' };

/** Peace: nothing is spoiled, SEQR answers. `gone`: nothing reaches it ever again. `lost`: it takes the terminal no more. */
export type Ending = 'peace' | 'gone' | 'lost';

/** All that one run of the model needs. */
export interface Schedule {
  readonly ground: GroundName;
  readonly ack: 'any' | 'version';
  /** Of ids and passwords; and which kind of its ending. */
  readonly seed: number;
  readonly moves: readonly Move[];
  readonly ending: Ending;
}

export const press = (action: ActionName, pick = 0): Move => ({ do: 'press', action, pick });
export const wait = (ms: number): Move => ({ do: 'wait', ms });
export const phone = (act: PhoneAct): Move => ({ do: 'phone', act });
export const network = (up: boolean): Move => ({ do: 'network', up });
export const spoil = (operation: Operation, fault: Fault, count = 1): Move => ({ do: 'fault', operation, fault, count });
export const kill = (downMs: number): Move => ({ do: 'kill', downMs });
export const quit = (downMs: number): Move => ({ do: 'quit', downMs });
export const refuseWrites = (kind: DiskError, count: number, of: 'journal' | 'settings' = 'journal'): Move => ({
  do: 'refuseWrites',
  of,
  kind,
  count,
});
export const dieAtWrite = (when: 'before' | 'after', nth: number, downMs: number, of: 'journal' | 'settings' = 'journal'): Move => ({
  do: 'dieAtWrite',
  of,
  when,
  nth,
  downMs,
});
