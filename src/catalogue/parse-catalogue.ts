import { z } from 'zod';
import { CURRENCIES, decimalToScaled } from '../money/index.ts';
import type { Currency, VatRate } from '../money/index.ts';
import { checkProduct } from './check-product.ts';
import type { ProductField, ProductInput, ProductProblem } from './check-product.ts';
import type { Product } from './product.ts';

/** A catalogue may hold so many; the search is measured with this many. */
export const MAX_PRODUCTS = 100_000;

/** Why one entry of a catalogue was left out. `index` counts from 0; `shape`: not the fields a product has. */
export interface RejectedProduct {
  readonly index: number;
  readonly id: string | null;
  readonly problems: Readonly<Partial<Record<ProductField | 'id' | 'shape', ProductProblem>>>;
}

export type CatalogueResult =
  /** The good products in the file's order, and what was left out and why. */
  | { readonly ok: true; readonly currency: Currency; readonly products: readonly Product[]; readonly rejected: readonly RejectedProduct[] }
  | { readonly ok: false; readonly problem: 'not-a-catalogue' | 'too-many-products' };

const headSchema = z.object({
  format: z.literal('kassa-catalogue'),
  version: z.literal(1),
  currency: z.enum(CURRENCIES),
  products: z.array(z.unknown()),
});

/** Amounts and percents are decimal strings, so that no float ever holds them. */
const entrySchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string(),
  price: z.string(),
  vatPercent: z.string(),
  unit: z.enum(['EA', 'KGM', 'LTR', 'MTR']),
  category: z.string(),
  ean: z.string().default(''),
  sku: z.string().default(''),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * Reads a catalogue file's JSON. A product that is wrong is left out and reported, the others are kept; only a file that
 * is no catalogue at all fails. `vatRates` are those the shop has set up; null: any.
 */
export function parseCatalogue(json: unknown, vatRates: readonly VatRate[] | null = null): CatalogueResult {
  const head = headSchema.safeParse(json);
  if (!head.success) return { ok: false, problem: 'not-a-catalogue' };
  if (head.data.products.length > MAX_PRODUCTS) return { ok: false, problem: 'too-many-products' };
  const { currency } = head.data;

  const products: Product[] = [];
  const rejected: RejectedProduct[] = [];
  const seen: Seen = { id: new Set(), ean: new Set(), sku: new Set() };
  for (const [index, raw] of head.data.products.entries()) {
    const entry = entrySchema.safeParse(raw);
    if (!entry.success) {
      rejected.push({ index, id: null, problems: { shape: 'unknown' } });
      continue;
    }
    const checked = checkProduct(inputOf(entry.data), { currency, vatRates, newId: entry.data.id, others: [] });
    const problems = checked.ok ? duplicates(checked.product, seen) : checked.problems;
    if (!checked.ok || Object.keys(problems).length > 0) {
      rejected.push({ index, id: entry.data.id, problems });
      continue;
    }
    remember(checked.product, seen);
    products.push(checked.product);
  }
  return { ok: true, currency, products, rejected };
}

/** An unreadable figure becomes one that the check refuses, so that the refusal names its field. */
function inputOf(entry: Entry): ProductInput {
  return {
    ...entry,
    priceMinor: decimalToScaled(entry.price, 2) ?? Number.NaN,
    vatRate: decimalToScaled(entry.vatPercent, 2) ?? Number.NaN,
  };
}

/** Sets, not a walk over all the others: a file may hold 100,000. */
interface Seen {
  readonly id: Set<string>;
  readonly ean: Set<string>;
  readonly sku: Set<string>;
}

function duplicates(product: Product, seen: Seen): RejectedProduct['problems'] {
  return {
    ...(seen.id.has(product.id) ? { id: 'taken' as const } : {}),
    ...(product.ean !== undefined && seen.ean.has(product.ean) ? { ean: 'taken' as const } : {}),
    ...(product.sku !== undefined && seen.sku.has(product.sku) ? { sku: 'taken' as const } : {}),
  };
}

function remember(product: Product, seen: Seen): void {
  seen.id.add(product.id);
  if (product.ean !== undefined) seen.ean.add(product.ean);
  if (product.sku !== undefined) seen.sku.add(product.sku);
}
