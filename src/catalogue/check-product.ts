import { MAX_MINOR, money } from '../money/index.ts';
import type { Currency, VatRate } from '../money/index.ts';
import { cleanText } from '../plain-text/plain-text.ts';
import { checkEan } from './ean.ts';
import type { EanProblem } from './ean.ts';
import { MAX_NAME_LENGTH } from './product.ts';
import type { Product, UnitCode } from './product.ts';
import { UNIT_CODES } from './unit.ts';

/** A product as somebody filled it in: texts may be empty or wrong. */
export interface ProductInput {
  /** Null: a new product. */
  readonly id: string | null;
  readonly name: string;
  /** Minor units of the shop's currency, VAT included. */
  readonly priceMinor: number;
  readonly vatRate: VatRate;
  readonly unit: UnitCode;
  readonly category: string;
  /** Empty: none. */
  readonly ean: string;
  /** Empty: none. */
  readonly sku: string;
}

/** What the shop allows, and what is there already. */
export interface ProductRules {
  readonly currency: Currency;
  /** The rates the shop has set up; null: any from 0 to 100 %. */
  readonly vatRates: readonly VatRate[] | null;
  /** The id a new product gets. */
  readonly newId: string;
  /** The catalogue as it stands; an EAN or SKU on offer there cannot be given twice. */
  readonly others: Iterable<Product>;
}

export type ProductField = 'name' | 'price' | 'vatRate' | 'unit' | 'category' | 'ean' | 'sku';

export type ProductProblem =
  | 'missing'
  | 'too-long'
  | 'not-positive'
  | 'too-large'
  | 'unknown'
  | 'taken' // another product on offer has it
  | EanProblem;

/** The first problem of each field that has one. */
export type ProductProblems = Readonly<Partial<Record<ProductField, ProductProblem>>>;

export type ProductResult = { readonly ok: true; readonly product: Product } | { readonly ok: false; readonly problems: ProductProblems };

export const MAX_CATEGORY_LENGTH = 40;
export const MAX_SKU_LENGTH = 40;

/**
 * Turns what was filled in into a product on offer, its texts cleaned and its EAN in full length, or says what is wrong
 * field by field. Checks the shape as well as the business, so that an import can use it for every row.
 */
export function checkProduct(input: ProductInput, rules: ProductRules): ProductResult {
  const id = input.id ?? rules.newId;
  const name = cleanText(input.name);
  const category = cleanText(input.category);
  const sku = cleanText(input.sku);
  const ean = input.ean.trim() === '' ? null : checkEan(input.ean);
  const taken = takenBy(rules.others, id, ean?.ok === true ? ean.ean : null, sku);

  const problems = present({
    name: textProblem(name, MAX_NAME_LENGTH),
    price: priceProblem(input.priceMinor),
    vatRate: vatRateProblem(input.vatRate, rules.vatRates),
    unit: UNIT_CODES.includes(input.unit) ? null : 'unknown',
    category: textProblem(category, MAX_CATEGORY_LENGTH),
    ean: ean?.ok === false ? ean.problem : taken.ean,
    sku: sku.length > MAX_SKU_LENGTH ? 'too-long' : taken.sku,
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };

  const product: Product = {
    id,
    name,
    price: money(input.priceMinor, rules.currency),
    vatRate: input.vatRate,
    unit: input.unit,
    category,
    ...(ean?.ok === true ? { ean: ean.ean } : {}),
    ...(sku === '' ? {} : { sku }),
    retired: false,
  };
  return { ok: true, product };
}

function present(all: Readonly<Record<ProductField, ProductProblem | null>>): ProductProblems {
  return Object.fromEntries(Object.entries(all).filter(([, problem]) => problem !== null));
}

function textProblem(text: string, max: number): ProductProblem | null {
  if (text === '') return 'missing';
  return text.length > max ? 'too-long' : null;
}

function priceProblem(priceMinor: number): ProductProblem | null {
  if (!Number.isSafeInteger(priceMinor) || priceMinor < 1) return 'not-positive';
  return priceMinor > MAX_MINOR ? 'too-large' : null;
}

function vatRateProblem(rate: VatRate, allowed: readonly VatRate[] | null): ProductProblem | null {
  const known = allowed?.includes(rate) ?? (Number.isSafeInteger(rate) && rate >= 0 && rate <= 10_000);
  return known ? null : 'unknown';
}

type Taken = { readonly ean: 'taken' | null; readonly sku: 'taken' | null };

/** Retired products give their codes free; a product never stands in its own way. */
function takenBy(others: Iterable<Product>, id: string, ean: string | null, sku: string): Taken {
  let eanTaken = false;
  let skuTaken = false;
  for (const other of others) {
    if (other.retired || other.id === id) continue;
    eanTaken ||= ean !== null && other.ean === ean;
    skuTaken ||= sku !== '' && other.sku === sku;
  }
  return { ean: eanTaken ? 'taken' : null, sku: skuTaken ? 'taken' : null };
}
