import { money } from '../money/index.ts';
import type { Currency, Money } from '../money/index.ts';

/** One movement of money as the till's journal has it, to be found in SEQR's report. */
export interface TillEntry {
  readonly kind: 'sale' | 'return' | 'payout';
  /** The attempt's, or that of the refund or pay-out. */
  readonly id: string;
  readonly correlationId: string;
  readonly receiptNumber: number | null;
  /** Null: done, but SEQR has not told its reference. */
  readonly ersReference: string | null;
  /** As SEQR's rows: what came in is positive, what went back negative. */
  readonly amount: Money;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** SEQR said PAID and then took it back (PF-33): the till has a receipt, SEQR has no money. */
  readonly reversed: boolean;
  /** May lie in a period whose id never reached the till: no report that can be asked for need list it (PF-17). */
  readonly mayBeLost: boolean;
}

/** How many, and how much together. */
export interface Figure {
  readonly count: number;
  readonly total: Money;
}

export function figureOf(amounts: readonly { readonly amount: Money }[], currency: Currency): Figure {
  return {
    count: amounts.length,
    total: money(
      amounts.reduce((total, { amount }) => total + amount.minor, 0),
      currency,
    ),
  };
}
