import { buildCatalogueIndex, checkProduct, MAX_PRODUCTS, parseCatalogue } from '../../catalogue/index.ts';
import type { CatalogueIndex, Product, ProductProblems } from '../../catalogue/index.ts';
import type { ProductDraft } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { Currency, VatRate } from '../../money/index.ts';
import type { ProductStore } from '../../records/index.ts';
import type { ProblemCode } from '../../text/index.ts';
import { refusedByDisk, writeOrRefuse } from '../durable.ts';

export interface Products {
  readonly all: () => readonly Product[];
  readonly revision: () => number;
  readonly byId: (id: string) => Product | null;
  readonly byEan: (ean: string) => Product | null;
  readonly bySku: (sku: string) => Product | null;
  save(draft: ProductDraft, rules: { readonly currency: Currency; readonly vatRates: readonly VatRate[] }): IntentResult;
  retire(productId: string, retired: boolean): IntentResult;
}

/** The catalogue in memory, beside its store. An empty store is filled with the sample, so that a new till can sell. */
export function createProducts(store: ProductStore, sample: () => unknown, newId: () => string): Products {
  if (store.isEmpty()) {
    const read = parseCatalogue(sample());
    // A disk that takes none of them leaves the shop without, not the till without a start; the next start tries again.
    if (read.ok) refusedByDisk(() => store.put(read.products));
  }
  let products = store.all();
  let revision = 1;
  let index: CatalogueIndex | null = null;
  let byId: ReadonlyMap<string, Product> | null = null;
  let bySku: ReadonlyMap<string, Product> | null = null;

  function write(product: Product): IntentResult {
    const stored = writeOrRefuse(() => store.put([product]));
    if (!stored.ok) return stored;
    const known = products.some((other) => other.id === product.id);
    products = known ? products.map((other) => (other.id === product.id ? product : other)) : [...products, product];
    revision += 1;
    index = byId = bySku = null;
    return { ok: true, detail: product.id };
  }

  const ids = (): ReadonlyMap<string, Product> => (byId ??= new Map(products.map((product) => [product.id, product])));

  return {
    all: () => products,
    revision: () => revision,
    byId: (id) => ids().get(id) ?? null,
    byEan: (ean) => (index ??= buildCatalogueIndex(products)).byEan.get(ean) ?? null,
    bySku: (sku) =>
      (bySku ??= new Map(products.flatMap((p) => (p.sku === undefined || p.retired ? [] : [[p.sku, p] as const])))).get(sku) ?? null,
    save(draft, rules) {
      if (draft.id === null && products.length >= MAX_PRODUCTS) return { ok: false, problem: { code: 'product.too-many' } };
      const checked = checkProduct(draft, { ...rules, newId: newId(), others: products });
      if (checked.ok) return write(checked.product);
      return { ok: false, problem: { code: productProblem(checked.problems) } };
    },
    retire(productId, retired) {
      const product = ids().get(productId);
      if (!product) return { ok: false, problem: { code: 'product.not-found' } };
      return write({ ...product, retired });
    },
  };
}

/** The first thing that is wrong, in the words of the text catalogue. */
function productProblem(problems: ProductProblems): ProblemCode {
  const { name, price, vatRate, category, ean, sku } = problems;
  if (name === 'missing') return 'product.name-missing';
  if (price !== undefined) return price === 'too-large' ? 'sale.amount-too-large' : 'product.price-not-positive';
  if (vatRate !== undefined) return 'product.vat-rate-unknown';
  if (category === 'missing') return 'product.category-missing';
  if (ean === 'length' || ean === 'digits' || ean === 'check-digit' || ean === 'taken') return `product.ean-${ean}`;
  if (sku === 'taken') return 'product.sku-taken';
  return 'product.text-too-long';
}
