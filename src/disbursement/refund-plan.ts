import { add, allocate, equals, money, multiplyRatio, ONE, subtract, sum, vatOfGross, zero } from '../money/index.ts';
import type { Money, QuantityMilli } from '../money/index.ts';
import type { Receipt, ReceiptRow } from '../receipt/receipt.ts';
import type { RefundRow, RefundVat } from './disbursement.ts';
import type { Refundable, RowLeft, VatLeft } from './refundable.ts';
import { rowShares } from './row-shares.ts';

/** What somebody wants to give back of a sale. */
export type RefundWish =
  /** All that is left of it. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'rows'; readonly rows: readonly { readonly index: number; readonly quantityMilli: QuantityMilli }[] }
  | { readonly kind: 'amount'; readonly amount: Money };

/** What a wish comes to: what goes back, and for what. */
export interface RefundPlan {
  /** More than zero. */
  readonly amount: Money;
  readonly rows: readonly RefundRow[];
  /** One entry a rate that gives something back, highest first; their grosses add up to `amount`. */
  readonly vat: readonly RefundVat[];
}

/** Why a wish cannot be met. Stable words; the text catalogue has the sentence. */
export type RefundProblem =
  | 'nothing-left'
  | 'nothing-chosen'
  /** More than is left of the sale, or of what was charged at a VAT rate: a part has gone back as an amount. */
  | 'more-than-left'
  /** More of a row than was sold and is not yet given back. */
  | 'more-than-sold'
  | 'quantity-not-whole' // pieces are whole
  | 'currency-differs';

export type RefundPlanResult = { readonly ok: true; readonly plan: RefundPlan } | { readonly ok: false; readonly problem: RefundProblem };

/**
 * The arithmetic of a refund (till-features B11), exact to the öre: whatever way a sale is given back in parts, the parts
 * of what is given back never come to more than was paid for it, and end at just that, VAT included.
 */
export function refundPlan(receipt: Receipt, left: Refundable, wish: RefundWish): RefundPlanResult {
  if (left.amount.minor <= 0) return refused('nothing-left');
  switch (wish.kind) {
    case 'whole':
      return wholePlan(receipt, left);
    case 'rows':
      return rowsPlan(receipt, left, wish.rows);
    case 'amount':
      return amountPlan(receipt, left, wish.amount);
  }
}

function refused(problem: RefundProblem): RefundPlanResult {
  return { ok: false, problem };
}

/** All rows that are left, if they are worth what is left; otherwise a part went back as an amount, and so does the rest. */
function wholePlan(receipt: Receipt, left: Refundable): RefundPlanResult {
  const rest = left.rows.filter((row) => row.quantityMilli > 0);
  const byRows = rowsPlan(receipt, left, rest);
  return byRows.ok && equals(byRows.plan.amount, left.amount) ? byRows : amountPlan(receipt, left, left.amount);
}

function rowsPlan(
  receipt: Receipt,
  left: Refundable,
  wished: readonly { readonly index: number; readonly quantityMilli: QuantityMilli }[],
): RefundPlanResult {
  const shares = rowShares(receipt);
  const rows: RefundRow[] = [];
  for (const { index, quantityMilli } of [...wished].sort((a, b) => a.index - b.index)) {
    const row = receipt.rows[index];
    const rest = left.rows[index];
    const share = shares[index];
    if (!row || !rest || !share || rows.some((part) => part.index === index)) return refused('more-than-sold');
    if (quantityMilli <= 0) return refused('nothing-chosen');
    if (quantityMilli > rest.quantityMilli) return refused('more-than-sold');
    if (row.unit === 'EA' && quantityMilli % ONE !== 0) return refused('quantity-not-whole');
    rows.push(partOfRow(row, share, rest, quantityMilli));
  }
  const { currency } = receipt.total;
  const amount = sum(
    rows.map((part) => part.amount),
    currency,
  );
  if (amount.minor <= 0) return refused('nothing-chosen');
  const perRate = left.vat.map(({ rate }) =>
    sum(
      rows.filter((part) => part.vatRate === rate).map((part) => part.amount),
      currency,
    ),
  );
  if (amount.minor > left.amount.minor || perRate.some((gross, at) => gross.minor > (left.vat[at]?.gross.minor ?? 0)))
    return refused('more-than-left');
  return { ok: true, plan: { amount, rows, vat: vatOf(receipt, left.vat, perRate) } };
}

/** Split over the VAT rates by what is left of each (PF-09): no more than that can come out of any. */
function amountPlan(receipt: Receipt, left: Refundable, amount: Money): RefundPlanResult {
  if (amount.currency !== left.amount.currency) return refused('currency-differs');
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) return refused('nothing-chosen');
  if (amount.minor > left.amount.minor) return refused('more-than-left');
  const perRate = allocate(
    amount,
    left.vat.map(({ gross }) => gross.minor),
  );
  return { ok: true, plan: { amount, rows: [], vat: vatOf(receipt, left.vat, perRate) } };
}

/** What a part of a row is worth: all that will have gone back of the row, less what has. So the parts make the whole. */
function partOfRow(row: ReceiptRow, share: Money, rest: RowLeft, quantityMilli: QuantityMilli): RefundRow {
  const goneAfter = row.quantityMilli - rest.quantityMilli + quantityMilli;
  const part = (whole: Money, left: Money) =>
    clamped(subtract(multiplyRatio(whole, goneAfter, row.quantityMilli), subtract(whole, left)), zero(left.currency), left);
  const amount = part(share, rest.amount);
  const { name, unit, unitPrice, vatRate } = row;
  return {
    index: rest.index,
    name,
    unit,
    unitPrice,
    vatRate,
    quantityMilli,
    amount,
    gross: clamped(part(row.gross, rest.gross), amount, rest.gross),
  };
}

/** The VAT in what goes back: that in all that will have gone back, less what has. So it ends at what was charged. */
function vatOf(receipt: Receipt, left: readonly VatLeft[], perRate: readonly Money[]): readonly RefundVat[] {
  return receipt.vat.flatMap((charged, at) => {
    const [group, gross] = [left[at], perRate[at]];
    if (group === undefined || gross === undefined || gross.minor === 0) return [];
    const goneAfter = add(subtract(charged.gross, group.gross), gross);
    const most = gross.minor < group.vat.minor ? gross : group.vat;
    const vat = clamped(subtract(vatOfGross(goneAfter, group.rate), subtract(charged.vat, group.vat)), zero(gross.currency), most);
    return [{ rate: group.rate, gross, vat, net: subtract(gross, vat) }];
  });
}

function clamped(amount: Money, least: Money, most: Money): Money {
  return money(Math.max(least.minor, Math.min(amount.minor, most.minor)), amount.currency);
}
