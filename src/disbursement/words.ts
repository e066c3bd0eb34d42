import type { Language } from '../language/language.ts';

/** How a refund by amount is called on its rows: on the return receipt, at SEQR and on the customer's phone. */
export const REFUND_WORDS: Readonly<Record<Language, { readonly byAmount: (receiptNumber: number) => string }>> = {
  en: { byAmount: (receiptNumber) => `Refund of receipt ${receiptNumber}` },
  sv: { byAmount: (receiptNumber) => `Återbetalning av kvitto ${receiptNumber}` },
};
