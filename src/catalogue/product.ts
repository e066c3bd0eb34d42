import type { Money, VatRate } from '../money/index.ts';

/** A product's or a row's name: two lines on a receipt. UTF-16 units. */
export const MAX_NAME_LENGTH = 80;

/** UN/ECE Recommendation 20 codes inside, mapped to what SEQR prints by `wireUnit` (till-features, Numbers). */
export type UnitCode = 'EA' | 'KGM' | 'LTR' | 'MTR';

/** Something that can be sold. Price includes VAT. */
export interface Product {
  readonly id: string;
  readonly name: string;
  /** Per unit, VAT included. */
  readonly price: Money;
  readonly vatRate: VatRate;
  readonly unit: UnitCode;
  /** Shown as a chip; free text, the owner's own word. */
  readonly category: string;
  /** EAN-13 or EAN-8 digits with a right check digit; UPC-A is padded to 13. */
  readonly ean?: string;
  readonly sku?: string;
  /** Retired products stay in the journal's words but are no longer offered. */
  readonly retired: boolean;
}
