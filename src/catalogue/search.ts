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
/** Words of a query beyond these are left out: each costs one more look at every product that is still in question. */
const MAX_WORDS = 8;

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** One product as it is searched: name, SKU and EAN folded into one text, and where in it the EAN begins. */
interface SearchLine {
  readonly text: string;
  readonly eanAt: number;
  readonly product: Product;
}

function searchLine(product: Product): SearchLine {
  const text = folded([product.name, product.sku, product.ean].join(FIELD));
  return { text, eanAt: text.lastIndexOf(FIELD) + 1, product };
}

/** Every word: anywhere in the name or the SKU, or at the very beginning of the EAN; never in the middle of an EAN. */
function hasAll({ text, eanAt }: SearchLine, words: readonly string[]): boolean {
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0 || at > eanAt) return false;
  }
  return true;
}

/** Scans pre-lower-cased lines one after the other: 100,000 products take a few milliseconds, and nothing can go stale. */
export function buildCatalogueIndex(products: readonly Product[]): CatalogueIndex {
  const lines = products.filter((product) => !product.retired).map(searchLine);
  const byEan = new Map<string, Product>();
  for (const { product } of lines) if (product.ean !== undefined) byEan.set(product.ean, product);

  const search = (query: string, limit: number): readonly Product[] => {
    const phrase = folded(query).trim();
    const words = phrase
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MAX_WORDS);
    if (words.length === 0) return [];
    words.sort((a, b) => b.length - a.length); // the longest word rules out most
    const first: Product[] = [];
    const others: Product[] = [];
    for (const line of lines) {
      if (first.length >= limit) break;
      if (!hasAll(line, words)) continue;
      if (line.text.startsWith(phrase)) first.push(line.product);
      else if (others.length < limit) others.push(line.product);
    }
    return [...first, ...others].slice(0, limit);
  };
  return { byEan, search };
}
