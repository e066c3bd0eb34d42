import type { UnitCode } from '../catalogue/product.ts';
import type { Currency, Money, QuantityMilli, VatRate } from '../money/index.ts';

/** A discount on a row or on the whole sale. */
export type Discount =
  /** Hundredths of a percent: 1000 is 10 %. 1 to 10,000. */
  | { readonly kind: 'percent'; readonly hundredths: number }
  /**
   * Off the row's or the sale's gross, VAT included; more than zero, and when given never more than what it is taken off.
   * If that shrinks later, the figures cap the discount at it; the amount here stays as it was given.
   */
  | { readonly kind: 'amount'; readonly amount: Money };

/** One row of a sale. Prices include VAT. A row keeps its own copy of the product's words and price. */
export interface SaleRow {
  readonly id: string;
  /** `product`: from the catalogue · `free`: a text with its own price and VAT rate · `amount`: from the keypad. */
  readonly kind: 'product' | 'free' | 'amount';
  readonly productId?: string;
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantityMilli: QuantityMilli;
  readonly unit: UnitCode;
  readonly vatRate: VatRate;
  readonly ean?: string;
  readonly sku?: string;
  readonly discount?: Discount;
  /** What is left to pay of a row of which parts are on these receipts (PF-08); it is paid, or voided, with the whole sale. */
  readonly restOf?: readonly number[];
}

/** The customer's membership, from a card swiped at the till or shown by the phone (protocol §5). */
export interface Member {
  /** What SEQR calls this kind of card: the token's `id`. */
  readonly tokenId: string;
  /** What the shop calls it. */
  readonly name: string;
  /** The card's own number: the token's `value`. */
  readonly card: string;
  /** Hundredths of a percent off the sale; 0: the card is only noted. */
  readonly discountHundredths: number;
}

/** What is being sold. Immutable; every change makes a new one. */
export interface Sale {
  readonly id: string;
  readonly currency: Currency;
  readonly rows: readonly SaleRow[];
  /** Given by the cashier; a member gets this or the membership's discount, whichever takes off more. */
  readonly discount?: Discount;
  readonly member?: Member;
  /** A note for the receipt, at most 200 characters. */
  readonly note?: string;
}

/** A row with its arithmetic done. `total = gross - discount`; all of PF-09. */
export interface RowFigures {
  readonly rowId: string;
  readonly gross: Money;
  readonly discount: Money;
  readonly total: Money;
}

export interface VatFigures {
  readonly rate: VatRate;
  /** What is charged at this rate after all discounts, VAT included. */
  readonly gross: Money;
  readonly vat: Money;
  readonly net: Money;
}

export interface SaleFigures {
  readonly rows: readonly RowFigures[];
  /** Sum of the rows' totals, before the sale's own discount. */
  readonly subtotal: Money;
  /** The sale's own discount, zero or positive. */
  readonly saleDiscount: Money;
  /** It is the membership's. Absent in figures of before there were members. */
  readonly byMembership?: boolean;
  readonly total: Money;
  readonly vatTotal: Money;
  /** One entry a rate, highest rate first. Their grosses add up to `total`. */
  readonly vat: readonly VatFigures[];
}

/** A change a cashier can ask for. New rows bring their id, so that the reducer is deterministic. */
export type SaleChange =
  | {
      readonly kind: 'addRow';
      readonly row: SaleRow;
      /** Same product, price and no discount: counts up instead. */ readonly merge: boolean;
    }
  | { readonly kind: 'setQuantity'; readonly rowId: string; readonly quantityMilli: QuantityMilli }
  | { readonly kind: 'setRowDiscount'; readonly rowId: string; readonly discount: Discount | null }
  | { readonly kind: 'setSaleDiscount'; readonly discount: Discount | null }
  | { readonly kind: 'setMember'; readonly member: Member | null }
  | { readonly kind: 'setNote'; readonly note: string | null }
  | { readonly kind: 'removeRow'; readonly rowId: string };

/** Why a change was refused. Stable words; the text catalogue has the sentence. The sale is as it was. */
export type SaleProblem =
  | 'no-such-row'
  | 'quantity-not-positive'
  | 'quantity-too-large'
  | 'quantity-not-whole' // pieces are whole
  | 'price-not-positive'
  | 'amount-too-large'
  | 'discount-not-positive'
  | 'discount-too-large'
  | 'too-many-rows'
  | 'text-too-long'
  | 'text-missing'
  | 'vat-rate-unknown'
  | 'part-paid' // a part of it is paid already
  | 'currency-differs'; // the product or discount is in another currency than the sale

export type SaleResult =
  | {
      readonly ok: true;
      readonly sale: Sale;
      /** The row that the change touched and should be selected, if any. */ readonly touchedRowId: string | null;
    }
  | { readonly ok: false; readonly problem: SaleProblem };

/** More rows than this are refused; each is drawn, and sent to SEQR. */
export const MAX_ROWS = 200;
