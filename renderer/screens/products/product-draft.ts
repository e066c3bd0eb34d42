import type { Product, UnitCode } from '../../../src/catalogue/index.ts';
import type { ProductDraft } from '../../../src/contract/index.ts';

/** The form as it is being filled in; the price may still be missing. */
export interface Draft extends Omit<ProductDraft, 'priceMinor'> {
  readonly priceMinor: number | null;
}

export const UNITS: readonly UnitCode[] = ['EA', 'KGM', 'LTR', 'MTR'];

export function draftOf(product: Product | null, defaultVatRate: number): Draft {
  return {
    id: product?.id ?? null,
    name: product?.name ?? '',
    priceMinor: product?.price.minor ?? null,
    vatRate: product?.vatRate ?? defaultVatRate,
    unit: product?.unit ?? 'EA',
    category: product?.category ?? '',
    ean: product?.ean ?? '',
    sku: product?.sku ?? '',
  };
}

/** Ready to be sent; null while something is missing. */
export function completeDraft(draft: Draft): ProductDraft | null {
  const { priceMinor } = draft;
  return draft.name.trim() === '' || priceMinor === null ? null : { ...draft, priceMinor };
}
