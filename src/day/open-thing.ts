import type { Money } from '../money/index.ts';

/** Something that is not settled when a close is done. */
export interface OpenThing {
  readonly kind: OpenKind;
  /** Of the attempt, of the refund or pay-out; of a row its close and its place there. */
  readonly id: string;
  readonly correlationId: string | null;
  readonly receiptNumber: number | null;
  readonly ersReference: string | null;
  /** As SEQR's rows: what came in is positive, what went back negative. */
  readonly amount: Money;
  /** ISO 8601; null: not known. */
  readonly at: string | null;
  /** Null: not known. */
  readonly terminalId: string | null;
}

export type OpenKind =
  /** A payment of unknown outcome, asked about or not. */
  | 'payment'
  /** Given up or sent again without knowing (PF-10). */
  | 'orphan'
  /** SEQR said PAID, and has not confirmed it (PF-08). */
  | 'unconfirmed'
  /** SEQR took it for a sale that was paid otherwise, freed or voided, and the customer does not have it back (PF-06). */
  | 'giveBack'
  | 'refund'
  | 'payOut'
  /** A line of an earlier close that is on one side only, or has two amounts. */
  | 'tillOnly'
  | 'seqrOnly'
  | 'differs'
  /** A receipt that no close has held against SEQR's report. */
  | 'notCompared';
