import type { Product } from './product.ts';

/** The catalogue made ready for scanning and searching. Built anew when products change. */
export interface CatalogueIndex {
  /** Every product on offer that has an EAN. */
  readonly byEan: ReadonlyMap<string, Product>;
  /**
   * Products on offer in which every word of `query` is found: in the name, the SKU, or as the beginning of the EAN. At
   * most `limit`, names that begin with the query first, otherwise in the catalogue's order. No words: no products.
   */
  readonly search: (query: string, limit: number) => readonly Product[];
}

/** Stands between the fields of a product's searchable line; nobody can type it into a search. */
const FIELD = '\u0000';
/** More words than this are not looked at: a limit on everything. */
const MAX_WORDS = 8;

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Name, SKU, EAN: the EAN last, so that its beginning is found by the last mark. */
function searchLine({ name, sku, ean }: Product): string {
  return folded([name, sku, ean].join(FIELD));
}

/** Anywhere in the name or the SKU, or at the very beginning of the EAN; never in the middle of an EAN. */
function wordFound(line: string, word: string): boolean {
  const at = line.indexOf(word);
  return at >= 0 && at <= line.lastIndexOf(FIELD) + 1;
}

/** Scans pre-lower-cased lines one after the other: 100,000 products take a few milliseconds, and nothing can go stale. */
export function buildCatalogueIndex(products: readonly Product[]): CatalogueIndex {
  const offered = products.filter((product) => !product.retired);
  const lines = offered.map(searchLine);
  const byEan = new Map<string, Product>();
  for (const product of offered) if (product.ean !== undefined) byEan.set(product.ean, product);

  const search = (query: string, limit: number): readonly Product[] => {
    const phrase = folded(query).trim();
    const words = phrase.split(/\s+/).filter((word) => word !== '').slice(0, MAX_WORDS);
    if (words.length === 0) return [];
    const first: Product[] = [];
    const others: Product[] = [];
    for (let index = 0; index < lines.length && first.length < limit; index += 1) {
      const line = lines[index];
      const product = offered[index];
      if (line === undefined || product === undefined || !words.every((word) => wordFound(line, word))) continue;
      if (line.startsWith(phrase)) first.push(product);
      else if (others.length < limit) others.push(product);
    }
    return [...first, ...others].slice(0, limit);
  };
  return { byEan, search };
}
