import type { UnitCode } from '../catalogue/product.ts';
import type { DisbursementState } from '../disbursement/disbursement.ts';
import type { Money, QuantityMilli } from '../money/index.ts';
import type { Problem } from '../text/index.ts';

/** What it is: a sale's money going back, or a pay-out. */
export type DisbursementWhat =
  | {
      readonly kind: 'refund';
      /** Of the sale. */ readonly receiptNumber: number;
      /** Of the payment, for a letter to SEQR. */ readonly paymentReference: string;
    }
  | { readonly kind: 'credit'; readonly userId: string };

/** The screens of money that leaves the shop (PF-14). Each variant holds just what its screen shows. */
export type DisbursementScreen =
  /** `slow` from 4 s on (PF-25). */
  | { readonly kind: 'sending'; readonly slow: boolean }
  | {
      readonly kind: 'done';
      /** Last six characters of the refund's own reference; null: SEQR has not named one. */
      readonly lastSix: string | null;
      /** Of the return receipt; null of a pay-out, and until it has its number. */
      readonly receiptNumber: number | null;
      /** SEQR says done, but the disk refused the record: do not close Kassa (PF-02). */
      readonly recorded: boolean;
    }
  /** No usable answer: not to be repeated, on the unresolved list. */
  | { readonly kind: 'unknown' }
  /** Failed before a byte left. */
  | { readonly kind: 'notSent' }
  /** SEQR said no. `registration`: PF-21, leads to the terminal's settings. */
  | { readonly kind: 'refused'; readonly resultCode: number; readonly registration: boolean };

/** Money that is being sent, or has just been, as the cashier's window shows it. Intents name `id` and `stateNumber`. */
export interface DisbursementView {
  readonly id: string;
  readonly stateNumber: number;
  readonly correlationId: string;
  readonly amount: Money;
  readonly what: DisbursementWhat;
  readonly screen: DisbursementScreen;
}

export interface DisbursementPart {
  /** Rises with every change of any refund or pay-out; what sends money names it (PF-26). */
  readonly revision: number;
  /** On the screen until somebody has read how it ended. */
  readonly current: DisbursementView | null;
}

/** One refund or pay-out of a list. */
export interface DisbursementLine {
  readonly id: string;
  readonly stateNumber: number;
  readonly what: DisbursementWhat;
  readonly amount: Money;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly correlationId: string;
  readonly reason: string;
  readonly state: DisbursementState['kind'];
  /** Why SEQR refused; null otherwise. */
  readonly resultCode: number | null;
  /** The refund's own reference, once it is done and has one. */
  readonly ersReference: string | null;
  /** Of the return receipt. */
  readonly receiptNumber: number | null;
}

/** A row of the sale and what of it can still go back. */
export interface RefundRowView {
  readonly index: number;
  readonly name: string;
  readonly unit: UnitCode;
  readonly soldMilli: QuantityMilli;
  readonly leftMilli: QuantityMilli;
  /** After its discount and its share of the sale's. */
  readonly leftAmount: Money;
}

/** A sale as somebody who wants to give its money back sees it. */
export interface RefundView {
  readonly receiptNumber: number;
  /** Why nothing of it can be given back here and now; null: it can. */
  readonly problem: Problem | null;
  readonly paid: Money;
  /** Paid, less what has gone back and what may have (PF-14). */
  readonly refundable: Money;
  readonly rows: readonly RefundRowView[];
  /** Oldest first. */
  readonly refunds: readonly DisbursementLine[];
}

/** What a wish would come to, computed in the core (PF-09). */
export type RefundSum = { readonly ok: true; readonly amount: Money } | { readonly ok: false; readonly problem: Problem };
