import { MAX_NAME_LENGTH } from '../catalogue/product.ts';
import { equals, MAX_MINOR } from '../money/index.ts';
import type { QuantityMilli, VatRate } from '../money/index.ts';
import { bounded, cleanText } from '../plain-text/plain-text.ts';
import { discountProblem } from './discount.ts';
import { rowGross, saleFigures } from './figures.ts';
import { quantityProblem, rowAmountProblem, rowProblem } from './row-problem.ts';
import { MAX_ROWS } from './sale.ts';
import type { Discount, Member, Sale, SaleChange, SaleProblem, SaleResult, SaleRow } from './sale.ts';
import { MAX_NOTE_LENGTH } from './words.ts';

/** What the shop allows; from its settings. */
export interface SaleRules {
  /** The VAT rates a new row may have. */
  readonly vatRates: readonly VatRate[];
}

/**
 * The sale after `change`, or why it is refused; a refused change leaves the sale as it was. Pure: the same sale and
 * change give the same result. Never throws on a change that has the shape of {@link SaleChange}, whatever its numbers.
 *
 * A row whose id is already in the sale is taken as the same tap arriving twice: nothing changes. When the last row
 * goes, the sale's discount and the customer's card go with it, so that neither can wait there for the next customer.
 */
export function changeSale(sale: Sale, change: SaleChange, rules: SaleRules): SaleResult {
  if (touchesRest(sale, change)) return refused('part-paid');
  switch (change.kind) {
    case 'addRow':
      return addRow(sale, { ...change.row, name: cleanText(change.row.name) }, change.merge, rules);
    case 'setQuantity':
      return changeRow(sale, change.rowId, (row) => withQuantity(row, change.quantityMilli));
    case 'setRowDiscount':
      return changeRow(sale, change.rowId, (row) => withRowDiscount(row, change.discount));
    case 'setSaleDiscount':
      return setSaleDiscount(sale, change.discount);
    case 'setMember':
      return setMember(sale, change.member);
    case 'setNote':
      return setNote(sale, change.note);
    case 'removeRow':
      return removeRow(sale, change.rowId);
  }
}

/** What is left to pay of a sale stays as it is: its discounts are in it, and its rows are paid or voided together (PF-08). */
function touchesRest({ rows }: Sale, change: SaleChange): boolean {
  switch (change.kind) {
    case 'setQuantity':
    case 'setRowDiscount':
    case 'removeRow':
      return rows.some((row) => row.id === change.rowId && row.restOf !== undefined);
    case 'setSaleDiscount':
    case 'setMember':
      return rows.some((row) => row.restOf !== undefined);
    case 'addRow':
    case 'setNote':
      return false;
  }
}

function refused(problem: SaleProblem): SaleResult {
  return { ok: false, problem };
}

/** The last bound, which only the whole sale can show. */
function accepted(sale: Sale, touchedRowId: string | null): SaleResult {
  if (saleFigures(sale).subtotal.minor > MAX_MINOR) return refused('amount-too-large');
  return { ok: true, sale, touchedRowId };
}

function countsUp(existing: SaleRow, row: SaleRow): boolean {
  return (
    existing.productId !== undefined &&
    existing.productId === row.productId &&
    existing.name === row.name &&
    existing.unit === row.unit &&
    existing.vatRate === row.vatRate &&
    equals(existing.unitPrice, row.unitPrice) &&
    existing.discount === undefined &&
    row.discount === undefined
  );
}

function addRow(sale: Sale, row: SaleRow, merge: boolean, rules: SaleRules): SaleResult {
  if (sale.rows.some((existing) => existing.id === row.id)) return accepted(sale, row.id);
  const problem = rowProblem(sale, row, rules.vatRates);
  if (problem !== null) return refused(problem);
  const same = merge ? sale.rows.find((existing) => countsUp(existing, row)) : undefined;
  if (same !== undefined) {
    return changeRow(sale, same.id, () => withQuantity(same, same.quantityMilli + row.quantityMilli));
  }
  if (sale.rows.length >= MAX_ROWS) return refused('too-many-rows');
  return accepted({ ...sale, rows: [...sale.rows, row] }, row.id);
}

type RowOutcome = { readonly ok: true; readonly row: SaleRow } | { readonly ok: false; readonly problem: SaleProblem };

function changeRow(sale: Sale, rowId: string, change: (row: SaleRow) => RowOutcome): SaleResult {
  const index = sale.rows.findIndex((row) => row.id === rowId);
  const row = sale.rows[index];
  if (row === undefined) return refused('no-such-row');
  const outcome = change(row);
  return outcome.ok ? accepted({ ...sale, rows: sale.rows.with(index, outcome.row) }, rowId) : refused(outcome.problem);
}

function withQuantity(row: SaleRow, quantityMilli: QuantityMilli): RowOutcome {
  const changed = { ...row, quantityMilli };
  const problem = quantityProblem(quantityMilli, row.unit) ?? rowAmountProblem(changed);
  return problem === null ? { ok: true, row: changed } : { ok: false, problem };
}

/** The same row or sale without its discount. */
function withoutDiscount<T extends { readonly discount?: Discount }>(from: T): Omit<T, 'discount'> {
  const { discount, ...rest } = from;
  return discount === undefined ? from : rest;
}

function withRowDiscount(row: SaleRow, discount: Discount | null): RowOutcome {
  if (discount === null) return { ok: true, row: withoutDiscount(row) };
  const problem = discountProblem(rowGross(row), discount);
  return problem === null ? { ok: true, row: { ...row, discount } } : { ok: false, problem };
}

function setSaleDiscount(sale: Sale, discount: Discount | null): SaleResult {
  if (discount === null) return accepted(withoutDiscount(sale), null);
  const problem = discountProblem(saleFigures(sale).subtotal, discount);
  return problem === null ? accepted({ ...sale, discount }, null) : refused(problem);
}

function setMember(sale: Sale, member: Member | null): SaleResult {
  const without = withoutMember(sale);
  if (member === null) return accepted(without, null);
  return accepted({ ...without, member: { ...member, name: bounded(cleanText(member.name), MAX_NAME_LENGTH) } }, null);
}

function withoutMember(sale: Sale): Sale {
  const { member, ...rest } = sale;
  return member === undefined ? sale : rest;
}

function setNote(sale: Sale, note: string | null): SaleResult {
  const text = cleanText(note ?? '');
  if (text.length > MAX_NOTE_LENGTH) return refused('text-too-long');
  const { note: earlier, ...rest } = sale;
  if (text === '') return accepted(earlier === undefined ? sale : rest, null);
  return accepted({ ...sale, note: text }, null);
}

function removeRow(sale: Sale, rowId: string): SaleResult {
  const index = sale.rows.findIndex((row) => row.id === rowId);
  if (index < 0) return refused('no-such-row');
  const rows = sale.rows.toSpliced(index, 1);
  const next = rows[index] ?? rows.at(-1);
  return accepted(rows.length === 0 ? { ...withoutDiscount(withoutMember(sale)), rows } : { ...sale, rows }, next?.id ?? null);
}
