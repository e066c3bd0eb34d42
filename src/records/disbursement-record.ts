import type { DisbursementFacts, DisbursementState, Sending } from '../disbursement/disbursement.ts';

/** All that is on disk of money that leaves the shop. Every change makes a new one; the journal keeps each (PF-02). */
export interface DisbursementRecord {
  readonly facts: DisbursementFacts;
  readonly state: DisbursementState;
  /** Rises with every change; an intent names the one it was shown (PF-26). */
  readonly stateNumber: number;
  /** When the state last changed, wall time ISO 8601. */
  readonly changedAt: string;
  /** Of the return receipt; null while there is none, and always of a pay-out. */
  readonly receiptNumber: number | null;
  /** Oldest first; absent in records of before they were written down. */
  readonly sendings?: readonly Sending[];
}
