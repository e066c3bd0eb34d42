import type { Currency } from '../../money/index.ts';
import type { Sale } from '../sale.ts';

/** A sale with nothing in it yet. */
export function emptySale(id: string, currency: Currency): Sale {
  return { id, currency, rows: [] };
}
