import type { UnitCode } from '../catalogue/product.ts';
import type { Money, QuantityMilli, VatRate } from '../money/index.ts';
import type { CallFacts } from '../protocol/index.ts';

/*
 * Money that leaves the shop: a refund of a sale, or a pay-out to a SEQR user (PF-14). What leads from one state to another,
 * and why, stands in chart.ts, and is drawn in docs/state-charts.md; `stepDisbursement` in step.ts does it.
 */

/** What is fixed when money is sent back, and on disk before anything leaves (PF-02). */
interface DisbursementCommon extends CallFacts {
  /** What goes back: more than zero. */
  readonly amount: Money;
  /** Why, in the words of whoever allowed it; of a pay-out the same as its description. */
  readonly reason: string;
}

/** A part of a row of the original receipt that goes back; it keeps its own copy of the row's words and price. */
export interface RefundRow {
  /** The row of the original receipt, counted from 0. */
  readonly index: number;
  readonly name: string;
  readonly unit: UnitCode;
  readonly unitPrice: Money;
  readonly vatRate: VatRate;
  /** More than zero, never more than was sold and is not yet given back. */
  readonly quantityMilli: QuantityMilli;
  /** What this quantity cost before any discount; zero or more. */
  readonly gross: Money;
  /** What goes back for it: after its discount and its share of the sale's. Zero or more, never more than `gross`. */
  readonly amount: Money;
}

/** What goes back at one VAT rate; positive amounts. */
export interface RefundVat {
  readonly rate: VatRate;
  readonly gross: Money;
  readonly vat: Money;
  readonly net: Money;
}

export interface RefundFacts extends DisbursementCommon {
  readonly kind: 'refund';
  /** Of the sale whose money goes back. */
  readonly receiptNumber: number;
  /** When that sale got its receipt, ISO 8601. */
  readonly soldAt: string;
  /** The attempt that was paid. */
  readonly attemptId: string;
  readonly invoiceReference: string;
  /** The payment's reference, which SEQR is told. */
  readonly ersReference: string;
  /** What is returned, in the order of the original; none if only an amount was named. */
  readonly rows: readonly RefundRow[];
  /** One entry a rate, highest first; their grosses add up to `amount`. */
  readonly vat: readonly RefundVat[];
}

export interface CreditFacts extends DisbursementCommon {
  readonly kind: 'credit';
  /** The SEQR user who gets it (protocol §2: creditUser). */
  readonly userId: string;
  /** As sent; empty: SEQR has its own. */
  readonly description: string;
}

export type DisbursementFacts = RefundFacts | CreditFacts;

/** How it came to be known. */
export type ResolvedBy = 'answer' | 'report' | 'supervisor';

export type DisbursementState =
  /** On disk and on its way; the customer may already have the money. `again`: it had been sent before, without an answer (PF-14). */
  | { readonly kind: 'sending'; readonly again?: boolean }
  /** SEQR may or may not have given the money back. Neither repeated nor forgotten (PF-14). */
  | { readonly kind: 'unknown' }
  /** Nothing left this machine. */
  | { readonly kind: 'notSent' }
  /** SEQR said no; the customer has nothing. */
  | { readonly kind: 'refused'; readonly resultCode: number }
  /** The money is the customer's. `ersReference` is the refund's own; null: SEQR has not named one. */
  | { readonly kind: 'done'; readonly ersReference: string | null; readonly resolvedBy: ResolvedBy }
  /** It was unknown, and turned out not to have been done. `reference` is that of SEQR's written answer. */
  | { readonly kind: 'notDone'; readonly resolvedBy: 'report' | 'supervisor'; readonly reference: string | null };

/** One time that it was sent, which for a refund may be more than once (PF-14). */
export interface Sending {
  /** The journal's last entry before it. */
  readonly afterEntry: number;
  /** SEQR's own time then, ms since 1970; null: not known. */
  readonly seqrMs: number | null;
}

/** Facts and state together, as far as the pure part needs them. */
export interface Disbursement {
  readonly facts: DisbursementFacts;
  readonly state: DisbursementState;
}

/** Nobody knows yet what became of it. */
export function isUnresolved(state: DisbursementState): boolean {
  return state.kind === 'sending' || state.kind === 'unknown';
}

/** The money is gone, or may be: it cannot be given back a second time (PF-14). */
export function holdsMoney(state: DisbursementState): boolean {
  switch (state.kind) {
    case 'sending':
    case 'unknown':
    case 'done':
      return true;
    case 'notSent':
    case 'refused':
    case 'notDone':
      return false;
  }
}
