import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import { checkProduct } from './check-product.ts';
import type { ProductInput, ProductProblems, ProductRules } from './check-product.ts';
import { MAX_PRODUCTS, parseCatalogue } from './parse-catalogue.ts';
import type { Product } from './product.ts';
import { vatRatesOn } from './vat-rates.ts';

const input: ProductInput = {
  id: null,
  name: ' Kanelbulle ',
  priceMinor: 3600,
  vatRate: 1200,
  unit: 'EA',
  category: 'Bakery',
  ean: '036000291452',
  sku: '',
};
const made: Product = {
  id: 'new',
  name: 'Kanelbulle',
  price: money(3600, 'SEK'),
  vatRate: 1200,
  unit: 'EA',
  category: 'Bakery',
  ean: '0036000291452',
  retired: false,
};
const rules: ProductRules = { currency: 'SEK', vatRates: [2500, 1200], newId: 'new', others: [] };

describe('a product filled in by hand', () => {
  it('becomes a product on offer, cleaned, its UPC-A padded, without empty fields', () => {
    expect(checkProduct(input, rules)).toEqual({ ok: true, product: made });
  });

  it.each<[ProductProblems, Partial<ProductInput>]>([
    [{ name: 'missing' }, { name: ' \t' }],
    [
      { name: 'too-long', category: 'too-long', sku: 'too-long' },
      { name: 'x'.repeat(81), category: 'x'.repeat(41), sku: 'x'.repeat(41) },
    ],
    [{ price: 'not-positive' }, { priceMinor: 0 }],
    [{ price: 'not-positive' }, { priceMinor: Number.NaN }],
    [
      { price: 'too-large', vatRate: 'unknown' },
      { priceMinor: 1e12, vatRate: 600 },
    ],
    [{ ean: 'check-digit' }, { ean: '036000291453' }],
    [
      { ean: 'digits', category: 'missing' },
      { ean: 'abc', category: '' },
    ],
  ])('is refused with %j', (problems, wrong) => {
    expect(checkProduct({ ...input, ...wrong }, rules)).toEqual({ ok: false, problems });
  });

  it('cannot take a code that another product on offer has, but its own and those of retired ones', () => {
    const other: Product = { ...made, id: 'old', sku: 'B-1' };
    const draft = { ...input, sku: 'B-1' };
    expect(checkProduct(draft, { ...rules, others: [other] })).toEqual({ ok: false, problems: { ean: 'taken', sku: 'taken' } });
    expect(checkProduct(draft, { ...rules, others: [{ ...other, retired: true }] }).ok).toBe(true);
    expect(checkProduct({ ...draft, id: 'old' }, { ...rules, others: [other] }).ok).toBe(true);
  });
});

describe('a catalogue file', () => {
  const entry = { id: 'a', name: 'Milk', price: '18.90', vatPercent: '6', unit: 'EA', category: 'Groceries', ean: '96385074' };
  const file = (...products: unknown[]) => ({ format: 'kassa-catalogue', version: 1, currency: 'SEK', products });

  it('keeps the good products and names what is wrong with each of the others', () => {
    const result = parseCatalogue(
      file(
        entry,
        { ...entry, id: 'b', ean: '96385075', price: '1.999' },
        'nonsense',
        { ...entry, name: 'Again' },
        { ...entry, id: 'c', ean: '', vatPercent: '12.5' },
        { ...entry, id: 'd', ean: '', vatPercent: '-6' },
      ),
    );
    expect(result.ok && result.products.map(({ id, vatRate, price }) => [id, vatRate, price.minor])).toEqual([
      ['a', 600, 1890],
      ['c', 1250, 1890],
    ]);
    expect(result.ok && result.rejected).toEqual([
      { index: 1, id: 'b', problems: { price: 'not-positive', ean: 'check-digit' } },
      { index: 2, id: null, problems: { shape: 'unknown' } },
      { index: 3, id: 'a', problems: { id: 'taken', ean: 'taken' } },
      { index: 5, id: 'd', problems: { vatRate: 'unknown' } },
    ]);
  });

  it('fails as a whole only when it is no catalogue', () => {
    for (const wrong of [null, [], {}, '{}', { ...file(), currency: 'JPY' }, { ...file(), version: 2 }]) {
      expect(parseCatalogue(wrong)).toEqual({ ok: false, problem: 'not-a-catalogue' });
    }
    expect(parseCatalogue(file(...Array.from({ length: MAX_PRODUCTS + 1 }, () => 0)))).toEqual({ ok: false, problem: 'too-many-products' });
  });
});

describe('the sample catalogue', () => {
  const sample = parseCatalogue(
    JSON.parse(readFileSync(new URL('../../assets/sample-catalogue.json', import.meta.url), 'utf8')),
    vatRatesOn('2026-11-23', 'SE'),
  );

  it('is good to the last product, with enough of them, all units and all rates', () => {
    expect(sample.ok && sample.rejected).toEqual([]);
    const products = sample.ok ? sample.products : [];
    expect(products.length).toBeGreaterThanOrEqual(70);
    expect(new Set(products.map(({ unit }) => unit))).toEqual(new Set(['EA', 'KGM', 'LTR', 'MTR']));
    expect(new Set(products.map(({ vatRate }) => vatRate))).toEqual(new Set([2500, 1200, 600, 0]));
  });

  it('has an EAN on every product, from the prefix that belongs to no company', () => {
    const products = sample.ok ? sample.products : [];
    expect(products.every(({ ean }) => ean?.startsWith('040'))).toBe(true);
  });
});
