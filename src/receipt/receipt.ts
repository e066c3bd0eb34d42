import type { UnitCode } from '../catalogue/product.ts';
import type { Language } from '../language/language.ts';
import type { Money, QuantityMilli, VatRate } from '../money/index.ts';

/** Who sells, as the law wants it on the paper. */
export interface Business {
  readonly name: string;
  readonly organisationNumber: string;
  /** The place of sale, up to four lines. */
  readonly address: readonly string[];
}

export interface ReceiptRow {
  readonly name: string;
  readonly quantityMilli: QuantityMilli;
  readonly unit: UnitCode;
  readonly unitPrice: Money;
  readonly vatRate: VatRate;
  readonly gross: Money;
  /** `gross - total`: zero or positive; of a return zero or negative, like all its amounts. */
  readonly discount: Money;
  readonly total: Money;
}

export interface ReceiptVat {
  readonly rate: VatRate;
  readonly gross: Money;
  readonly vat: Money;
  readonly net: Money;
}

/** A membership as paper may show it: of the card only the end. */
export interface ReceiptMember {
  readonly name: string;
  readonly lastFour: string;
  /** The discount on the sale is the membership's. */
  readonly discounted: boolean;
}

/** How it was paid, or given back. */
export interface SeqrTender {
  readonly kind: 'seqr';
  readonly amount: Money;
  /** The payment's or the refund's; null while SEQR has not named one (PF-08). */
  readonly ersReference: string | null;
  /** That of the payment, also of a return. */
  readonly invoiceReference: string;
}

/** What a return gives back. */
export interface Returned {
  /** Of the sale's receipt. */
  readonly number: number;
  readonly issuedAt: string;
  readonly ersReference: string;
  readonly reason: string;
}

/** What is on every kind of receipt. */
export interface ReceiptContent {
  /** From the unbroken rising series of this journal. */
  readonly number: number;
  /** ISO 8601 with the zone of the place of sale. */
  readonly issuedAt: string;
  readonly business: Business;
  /** The register's designation, the terminal name. */
  readonly register: string;
  readonly cashier: { readonly number: string; readonly name: string };
  readonly rows: readonly ReceiptRow[];
  readonly subtotal: Money;
  readonly saleDiscount: Money;
  readonly total: Money;
  readonly vat: readonly ReceiptVat[];
  readonly vatTotal: Money;
  readonly tenders: readonly SeqrTender[];
  /** On screen, receipt, log and in `clientReference` (PF-19). */
  readonly correlationId: string;
  readonly note?: string;
  /** The customer's membership, if there was one. */
  readonly member?: ReceiptMember;
  /** Practice is not money: marked ÖVNING / PRACTICE (PF-23). */
  readonly practice: boolean;
  readonly completedAfterRestart: boolean;
  /** The receipt's language, apart from the screen's. */
  readonly language: Language;
}

/** The receipt of a sale. */
export interface SaleReceipt extends ReceiptContent {
  readonly kind: 'sale';
}

/** The receipt of money that went back: every amount on it is negative, or zero. */
export interface ReturnReceipt extends ReceiptContent {
  readonly kind: 'return';
  readonly returns: Returned;
  /** Nobody gave the money back: SEQR has taken the payment back itself (PF-33). */
  readonly reversal?: true;
}

/**
 * The one document model of a receipt: everything on it, no layout. It is what the journal keeps, and what screen, PDF,
 * printer and submitPaymentReceipt are drawn from.
 */
export type Receipt = SaleReceipt | ReturnReceipt;
export type ReceiptKind = Receipt['kind'];

/**
 * A laid-out receipt: a list of lines that screen, print page, HTML and (later) ESC/POS draw alike, so that there is one
 * layout and not four.
 */
export type ReceiptLine =
  | { readonly kind: 'text'; readonly text: string; readonly align: 'left' | 'centre'; readonly weight: 'normal' | 'bold' | 'small' }
  /** Fixed text at least twice the size of the amounts: KOPIA, ÖVNING, EJ KVITTO. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'columns'; readonly left: string; readonly right: string; readonly weight: 'normal' | 'bold' | 'total' | 'small' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  /** Code 128. */
  | { readonly kind: 'barcode'; readonly value: string };
