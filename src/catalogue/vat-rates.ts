import type { VatRate } from '../money/index.ts';

/** What is sold, as far as its VAT is concerned. */
export type VatCategory =
  | 'standard'
  | 'restaurant' // food and drink served on the premises
  | 'groceries' // food and drink to take away
  | 'books'
  | 'culture'
  | 'exempt'; // for instance vouchers: taxed when they are used

export type VatCountry = 'SE';

interface VatRule {
  readonly category: VatCategory;
  readonly rate: VatRate;
  /** First and last day it holds, `YYYY-MM-DD`; absent: open on that side. */
  readonly from?: string;
  readonly to?: string;
}

/** Swedish VAT with its days (till-features, Numbers). Categories without dates have held longer than this till. */
const RULES: Readonly<Record<VatCountry, readonly VatRule[]>> = {
  SE: [
    { category: 'standard', rate: 2500 },
    { category: 'restaurant', rate: 1200 },
    { category: 'groceries', rate: 1200, to: '2026-03-31' },
    { category: 'groceries', rate: 600, from: '2026-04-01', to: '2027-12-31' },
    { category: 'groceries', rate: 1200, from: '2028-01-01' },
    { category: 'books', rate: 600 },
    { category: 'culture', rate: 600 },
    { category: 'exempt', rate: 0 },
  ],
};

function rulesOn(dateIso: string, country: VatCountry): readonly VatRule[] {
  const day = dateIso.slice(0, 10);
  return RULES[country].filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to));
}

/** The VAT rates in use on a day, highest first. `dateIso` begins with `YYYY-MM-DD`, local to the shop. */
export function vatRatesOn(dateIso: string, country: VatCountry): readonly VatRate[] {
  return [...new Set(rulesOn(dateIso, country).map((rule) => rule.rate))].sort((a, b) => b - a);
}

/** The rate of one category on a day; null if the table has none. `dateIso` as for {@link vatRatesOn}. */
export function vatRateOf(category: VatCategory, dateIso: string, country: VatCountry): VatRate | null {
  return rulesOn(dateIso, country).find((rule) => rule.category === category)?.rate ?? null;
}
