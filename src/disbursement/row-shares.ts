import { allocate, zero } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Receipt } from '../receipt/receipt.ts';

/**
 * What each row of a sale was paid with, in the order of the rows: its total less its share of the sale's discount. The
 * shares of one VAT rate are split by largest remainder, so that they add up to what was charged at that rate (PF-09).
 */
export function rowShares(receipt: Receipt): readonly Money[] {
  const shares = receipt.rows.map(() => zero(receipt.total.currency));
  for (const group of receipt.vat) {
    const ofRate = receipt.rows.flatMap((row, index) => (row.vatRate === group.rate ? [index] : []));
    if (ofRate.length === 0) continue;
    const parts = allocate(
      group.gross,
      ofRate.map((index) => receipt.rows[index]?.total.minor ?? 0),
    );
    ofRate.forEach((index, part) => (shares[index] = parts[part] ?? zero(receipt.total.currency)));
  }
  return shares;
}
