import { multiplyRatio, sum } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import { saleFigures } from './figures.ts';
import type { Sale, SaleRow } from './sale.ts';

/** How the sale on the counter differs from the one that was paid. */
export interface RungUpSince {
  /** What was not in the paid content, as a sale of its own; null: nothing. */
  readonly rest: Sale | null;
  /** What the paid rows cost that are no longer wanted, before a discount of the whole sale; null: all of them are. */
  readonly unwanted: Money | null;
}

/**
 * What a cashier has changed on the counter while the customer paid (PF-08). A row is the same by its id; what was paid of
 * it is not charged twice, whatever became of its price since.
 * @param restId names the sale that is left
 */
export function rungUpSince(onCounter: Sale, paid: Sale, restId: string): RungUpSince {
  const rows = onCounter.rows.flatMap((row) => {
    const before = paid.rows.find(({ id }) => id === row.id);
    if (before === undefined) return [row];
    return row.quantityMilli > before.quantityMilli ? [withQuantity(row, row.quantityMilli - before.quantityMilli)] : [];
  });
  return { rest: rows.length === 0 ? null : restOf(onCounter, paid, rows, restId), unwanted: unwantedOf(onCounter, paid) };
}

/** An amount off the row was given with the part that is paid. */
function withQuantity({ discount, ...row }: SaleRow, quantityMilli: SaleRow['quantityMilli']): SaleRow {
  return { ...row, quantityMilli, ...(discount?.kind === 'percent' ? { discount } : {}) };
}

/** An amount off the sale that was given with the paid one is not given twice. */
function restOf({ discount, ...onCounter }: Sale, paid: Sale, rows: readonly SaleRow[], id: string): Sale {
  const given = discount?.kind === 'amount' && paid.discount?.kind === 'amount';
  return { ...onCounter, id, rows, ...(discount === undefined || given ? {} : { discount }) };
}

function unwantedOf(onCounter: Sale, paid: Sale): Money | null {
  const totals = saleFigures(paid).rows;
  const amounts = paid.rows.flatMap((row, index) => {
    const left = onCounter.rows.find(({ id }) => id === row.id)?.quantityMilli ?? 0;
    const total = totals[index]?.total;
    if (total === undefined || left >= row.quantityMilli) return [];
    return [multiplyRatio(total, row.quantityMilli - left, row.quantityMilli)];
  });
  const unwanted = sum(amounts, paid.currency);
  return unwanted.minor === 0 ? null : unwanted;
}
