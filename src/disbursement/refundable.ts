import { subtract, sum } from '../money/index.ts';
import type { Money, QuantityMilli, VatRate } from '../money/index.ts';
import type { Receipt } from '../receipt/receipt.ts';
import { holdsMoney } from './disbursement.ts';
import type { Disbursement, RefundFacts } from './disbursement.ts';
import { rowShares } from './row-shares.ts';

/** What of one row has not gone back. */
export interface RowLeft {
  /** Counted from 0, as in the receipt. */
  readonly index: number;
  readonly quantityMilli: QuantityMilli;
  /** Before any discount. */
  readonly gross: Money;
  /** After its discount and its share of the sale's. */
  readonly amount: Money;
}

export interface VatLeft {
  readonly rate: VatRate;
  readonly gross: Money;
  readonly vat: Money;
}

/** What of a sale can still be given back: paid less refunded, less what may have been (PF-14). */
export interface Refundable {
  readonly amount: Money;
  readonly rows: readonly RowLeft[];
  /** One entry a rate, highest first; their grosses add up to `amount`. */
  readonly vat: readonly VatLeft[];
}

/** The refunds of this receipt whose money is gone, or may be. */
export function refundsHolding(receipt: Receipt, disbursements: readonly Disbursement[]): readonly RefundFacts[] {
  return disbursements.flatMap(({ facts, state }) =>
    facts.kind === 'refund' && facts.receiptNumber === receipt.number && holdsMoney(state) ? [facts] : [],
  );
}

/** `disbursements` may hold others' and resolved ones; only what counts is counted. */
export function refundable(receipt: Receipt, disbursements: readonly Disbursement[]): Refundable {
  const refunds = refundsHolding(receipt, disbursements);
  const { currency } = receipt.total;
  const shares = rowShares(receipt);
  return {
    amount: subtract(
      receipt.total,
      sum(
        refunds.map((facts) => facts.amount),
        currency,
      ),
    ),
    rows: receipt.rows.map((row, index) => {
      const gone = refunds.flatMap((facts) => facts.rows.filter((part) => part.index === index));
      return {
        index,
        quantityMilli: row.quantityMilli - gone.reduce((quantity, part) => quantity + part.quantityMilli, 0),
        gross: subtract(
          row.gross,
          sum(
            gone.map((part) => part.gross),
            currency,
          ),
        ),
        amount: subtract(
          shares[index] ?? row.total,
          sum(
            gone.map((part) => part.amount),
            currency,
          ),
        ),
      };
    }),
    vat: receipt.vat.map(({ rate, gross, vat }) => {
      const gone = refunds.flatMap((facts) => facts.vat.filter((part) => part.rate === rate));
      return {
        rate,
        gross: subtract(
          gross,
          sum(
            gone.map((part) => part.gross),
            currency,
          ),
        ),
        vat: subtract(
          vat,
          sum(
            gone.map((part) => part.vat),
            currency,
          ),
        ),
      };
    }),
  };
}

/** What has gone back for sure, in minor units; `refunds` may hold others that have not. */
export function givenBackMinor(refunds: readonly Disbursement[]): number {
  return refunds.filter(({ state }) => state.kind === 'done').reduce((minor, { facts }) => minor + facts.amount.minor, 0);
}
