import { MAX_NAME_LENGTH } from '../catalogue/product.ts';
import { wireUnit } from '../catalogue/unit.ts';
import { allocate, ONE, quantityToDecimal, subtract } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import { bounded } from '../plain-text/plain-text.ts';
import { saleFigures } from './figures.ts';
import type { Sale, SaleRow } from './sale.ts';

/** A sale of which the customer has paid a part: each of its rows in two, without the discounts, which are in the amounts. */
export interface Parted {
  /** They add up to what was paid. */
  readonly paid: readonly SaleRow[];
  /** They add up to what is left to pay. */
  readonly rest: readonly SaleRow[];
}

/**
 * Splits what was paid, VAT included, over the rows by largest remainder, so that part and rest have the VAT of the whole sale at
 * each rate (PF-08, PF-09).
 *
 * @param paid more than 0, less than the sale's total, in its currency
 */
export function partSale(sale: Sale, paid: Money): Parted {
  const amounts = amountsOf(sale);
  const shares = allocate(
    paid,
    amounts.map(({ minor }) => minor),
  );
  const rows = sale.rows.map((row, index) => {
    const [amount, share] = [amounts[index], shares[index]];
    if (amount === undefined || share === undefined) throw new RangeError(`no share for row ${row.id}`);
    return { paid: partOfRow(row, share, 'paid'), rest: partOfRow(row, subtract(amount, share), 'rest') };
  });
  return {
    paid: rows.flatMap((row) => row.paid),
    rest: rows.flatMap((row) => row.rest),
  };
}

/** What each row comes to when its share of the sale's discount is taken off. */
function amountsOf(sale: Sale): readonly Money[] {
  const figures = saleFigures(sale);
  const amounts = figures.rows.map(({ total }) => total);
  for (const { rate, gross } of figures.vat) {
    const ofRate = sale.rows.flatMap((row, index) => (row.vatRate === rate ? [index] : []));
    const shares = allocate(
      gross,
      ofRate.map((index) => amounts[index]?.minor ?? 0),
    );
    ofRate.forEach((index, at) => {
      const share = shares[at];
      if (share !== undefined) amounts[index] = share;
    });
  }
  return amounts;
}

/** Nothing, where there is nothing to pay. */
function partOfRow({ id, name, unit, quantityMilli, vatRate, restOf }: SaleRow, unitPrice: Money, part: string): readonly SaleRow[] {
  if (unitPrice.minor === 0) return [];
  const count = `${quantityToDecimal(quantityMilli)} ${unit === 'EA' ? '×' : wireUnit(unit)} `;
  const named = unit === 'EA' && quantityMilli === ONE ? name : `${count}${name}`;
  return [
    {
      id: `${id}.${part}`,
      kind: 'amount',
      name: bounded(named, MAX_NAME_LENGTH),
      unitPrice,
      quantityMilli: ONE,
      unit: 'EA',
      vatRate,
      ...(restOf === undefined ? {} : { restOf }),
    },
  ];
}

/** What is left to pay of a sale, as rows that say so: they are paid or voided together. */
export function asRest(rows: readonly SaleRow[], receiptNumber: number, named: (name: string) => string): readonly SaleRow[] {
  return rows.map((row) => ({
    ...row,
    name: bounded(row.restOf === undefined ? named(row.name) : row.name, MAX_NAME_LENGTH),
    restOf: [...(row.restOf ?? []), receiptNumber],
  }));
}

/** The receipts of what has been paid already of the rows of this sale. */
export function restOf({ rows }: Sale): readonly number[] {
  return [...new Set(rows.flatMap((row) => row.restOf ?? []))];
}
