import type { MovementView } from '../../world/account.ts';

/** The words of the account at the foot of the customer's phone. */
export interface AccountTexts {
  readonly owner: string;
  readonly balance: string;
  readonly reserved: string;
  readonly movements: string;
  readonly none: string;
  readonly kinds: Readonly<Record<MovementView['kind'], string>>;
}

export const ACCOUNT_TEXTS: { readonly en: AccountTexts; readonly sv: AccountTexts } = {
  en: {
    owner: 'Whose phone',
    balance: 'Balance',
    reserved: '{amount} of it is reserved by a till.',
    movements: 'What came and went',
    none: 'Nothing has been paid from this account yet.',
    kinds: { debit: 'Paid', reversal: 'Payment returned', refund: 'Refund', credit: 'Paid out to you' },
  },
  sv: {
    owner: 'Vems telefon',
    balance: 'Saldo',
    reserved: '{amount} av det är reserverat av en kassa.',
    movements: 'In och ut',
    none: 'Inget har betalats från det här kontot än.',
    kinds: { debit: 'Betalt', reversal: 'Betalning återförd', refund: 'Återbetalning', credit: 'Utbetalt till dig' },
  },
};
