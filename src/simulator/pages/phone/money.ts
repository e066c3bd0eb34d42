import { decimals } from '../shared/decimals.ts';

/** An amount as the language writes it, with its currency behind. */
export function money({ value, currency }: { readonly value: string; readonly currency: string }): string {
  return `${decimals(value)} ${currency}`;
}
