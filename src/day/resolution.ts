import type { Money } from '../money/index.ts';
import type { DetailRow } from './report.ts';

/* What a close makes of everything that was open. How it comes to that is in resolve.ts and resolve-disbursements.ts. */

/** What no report has settled, and why. */
export type StaysBecause =
  /** SEQR answers about it. */
  | 'answered'
  /** The report lists an amount that it may be over instead. */
  | 'otherAmount'
  /** It may lie in a period without a list, or in one that a lost mark has cut. */
  | 'notCovered'
  /** A row may be its own, or that of another record. */
  | 'ambiguous'
  /** None of these reports is known to list its kind at all. */
  | 'noOtherListed'
  /** SEQR may still book it: the period that proves its absence has not been closed (PF-14). */
  | 'tooEarly';

/** What becomes of one payment. */
export type PaymentResolution = {
  readonly subject: 'payment';
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
  readonly was: 'orphan' | 'unknown';
} &
  /** No such row: no money was kept. An orphan leaves the list; an unknown payment has ended. */
  (
    | { readonly verdict: 'notPaid' }
    /** It was PAID without being confirmed, and the report has its row: it is paid (PF-08). */
    | { readonly verdict: 'confirmed'; readonly ersReference: string }
    /** The report has rows of that amount that nothing explains: a supervisor may attach one of them (PF-18). */
    | { readonly verdict: 'offered'; readonly references: readonly string[] }
    | { readonly verdict: 'stays'; readonly because: Exclude<StaysBecause, 'ambiguous'> }
  );

/** What becomes of one refund or pay-out. */
export type DisbursementResolution = {
  readonly subject: 'disbursement';
  readonly id: string;
  readonly correlationId: string;
  readonly amount: Money;
  readonly was: 'refund' | 'credit';
} &
  /**
   * Null reference: SEQR has told none that is its own, or several equal ones went back together, and nobody can say which row
   * is whose.
   */
  (
    | { readonly verdict: 'done'; readonly ersReference: string | null; readonly row: DetailRow }
    | { readonly verdict: 'notDone' }
    | { readonly verdict: 'stays'; readonly because: Exclude<StaysBecause, 'answered' | 'otherAmount'> }
  );

/** What becomes of something that was open. */
export type Resolution = PaymentResolution | DisbursementResolution;
