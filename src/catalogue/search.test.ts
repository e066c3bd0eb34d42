import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import type { Product } from './product.ts';
import { buildCatalogueIndex } from './search.ts';

function product(id: string, name: string, more: Partial<Product> = {}): Product {
  return { id, name, price: money(100, 'SEK'), vatRate: 600, unit: 'EA', category: 'x', retired: false, ...more };
}

const products = [
  product('1', 'Iced coffee', { sku: 'KAF-010', ean: '0400000001012' }),
  product('2', 'Coffee beans, 500 g', { sku: 'LIV-005', ean: '6291041500213' }),
  product('3', 'Coffee mug', { sku: 'BUT-001', ean: '0400000001012', retired: true }),
  product('4', 'Äppelpaj', { sku: 'BAK-007' }),
];
const index = buildCatalogueIndex(products);
const found = (query: string, limit = 10) => index.search(query, limit).map(({ id }) => id);

describe('searching the catalogue', () => {
  it('puts names that begin with the query first and leaves out retired products', () => {
    expect(found('coffee')).toEqual(['2', '1']);
    expect(found('coffee', 1)).toEqual(['2']);
  });

  it('wants every word of the query, in any order and case', () => {
    expect(found('BEANS cof')).toEqual(['2']);
    expect(found('beans tea')).toEqual([]);
    expect(found('äppel')).toEqual(['4']);
    expect(found('a\u0308ppel')).toEqual(['4']); // the same letter, typed as two signs
  });

  it('finds a SKU anywhere in it and an EAN by its beginning only', () => {
    expect(found('kaf-010')).toEqual(['1']);
    expect(found('62910')).toEqual(['2']);
    expect(found('1500213')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
    expect(found('coffee', 0)).toEqual([]);
  });

  it('knows products on offer by EAN', () => {
    expect(index.byEan.get('0400000001012')?.id).toBe('1');
    expect(index.byEan.has('9999999999994')).toBe(false);
  });

  it('agrees with a plain filter on whatever is typed', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '-'), maxLength: 6 });
    const any = fc.record({ name: letters, sku: letters, ean: fc.constantFrom('11', '1a', 'a1') });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), letters, (drafts, query) => {
        const all = drafts.map((draft, n) => product(String(n), draft.name, draft));
        const words = query
          .toLowerCase()
          .split(' ')
          .filter((word) => word !== '');
        const wanted = all.filter(
          (one) =>
            words.length > 0 &&
            words.every((word) => [one.name, one.sku ?? ''].some((text) => text.toLowerCase().includes(word)) || one.ean?.startsWith(word)),
        );
        const got = buildCatalogueIndex(all).search(query, 100);
        expect(got.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(wanted.map(({ id }) => Number(id)));
      }),
      { numRuns: 500 },
    );
  });

  it('answers in far less than a blink for 100,000 products', () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      product(String(n), `Product ${n} of the long shelf`, { sku: `SKU-${n}`, ean: String(4_000_000_000_000 + n) }),
    );
    const large = buildCatalogueIndex(many);
    const queries = ['zzz', 'shelf 99999', 'product', '40000000999', 'sku-77777', 'e'];
    const times = queries.flatMap((query) =>
      Array.from({ length: 5 }, () => {
        const start = performance.now();
        large.search(query, 50);
        return performance.now() - start;
      }),
    );
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
    expect(median).toBeLessThan(50); // ten times what it takes, so that a busy machine does not fail it
  });
});
