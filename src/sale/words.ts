import type { Language } from '../language/language.ts';

/** A note for the receipt. Characters. */
export const MAX_NOTE_LENGTH = 200;

/** How discounts are called on the rows that go to SEQR and on the customer's phone. */
export const DISCOUNT_WORDS: Readonly<Record<Language, { readonly row: string; readonly sale: string }>> = {
  en: { row: 'Discount', sale: 'Discount on the sale' },
  sv: { row: 'Rabatt', sale: 'Rabatt på köpet' },
};
