import { describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import { rungUpSince } from './rung-up-since.ts';
import type { Discount, Sale } from './sale.ts';
import { exampleRow, exampleSale } from './testing/arbitraries.ts';

const off = (minor: number): Discount => ({ kind: 'amount', amount: money(minor, 'SEK') });
const tenPercent: Discount = { kind: 'percent', hundredths: 1000 };
const coffee = exampleRow('coffee', 3500, { quantityMilli: 2000 });
const bun = exampleRow('bun', 2800);
const paid = exampleSale([coffee, bun]);
const since = (onCounter: Sale, of: Sale = paid) => rungUpSince(onCounter, of, 'rest');

describe('what a cashier has changed while the customer paid (PF-08)', () => {
  it('is nothing where the same rows lie on the counter, whatever became of their price', () => {
    const dearer = exampleSale([{ ...coffee, unitPrice: money(9900, 'SEK') }, bun]);
    for (const same of [paid, dearer]) expect(since(same)).toEqual({ rest: null, unwanted: null });
  });

  it('is a row that was added, with all that was said of it, and with the note of the sale', () => {
    const tea = exampleRow('tea', 3000, { discount: off(100) });
    expect(since({ ...exampleSale([coffee, tea, bun]), note: 'For Ada' })).toStrictEqual({
      rest: { ...exampleSale([tea]), id: 'rest', note: 'For Ada' },
      unwanted: null,
    });
  });

  it('is as many as came to a row; an amount off the row went with what is paid, a percentage did not', () => {
    const more = (discount: Discount) => exampleSale([{ ...coffee, quantityMilli: 5000, discount }, bun]);
    const rows = (sale: Sale) => since(sale).rest?.rows;
    expect(rows(exampleSale([{ ...coffee, quantityMilli: 5000 }, bun]))).toEqual([{ ...coffee, quantityMilli: 3000 }]);
    expect(rows(more(tenPercent))).toEqual([{ ...coffee, quantityMilli: 3000, discount: tenPercent }]);
    expect(rows(more(off(100)))).toEqual([{ ...coffee, quantityMilli: 3000 }]);
  });

  it('leaves an amount off the sale where it was given: with what is paid, or else with the rest', () => {
    const added = [coffee, bun, exampleRow('tea', 3000)];
    const restOf = (onCounter?: Discount, before?: Discount) =>
      since(exampleSale(added, onCounter), exampleSale([coffee, bun], before)).rest?.discount;
    expect(restOf(off(500), off(500))).toBeUndefined();
    expect(restOf(off(500))).toEqual(off(500));
    expect(restOf(off(500), tenPercent)).toEqual(off(500));
    expect(restOf(tenPercent, off(500))).toEqual(tenPercent);
    expect(restOf(tenPercent, tenPercent)).toEqual(tenPercent);
  });

  it('tells what is no longer wanted: a row that went, or a part of one, at what was paid for it', () => {
    // More of another row does not pay for it.
    expect(since(exampleSale([{ ...coffee, quantityMilli: 9000 }])).unwanted).toEqual(money(2800, 'SEK'));
    expect(since(exampleSale([coffee]))).toEqual({ rest: null, unwanted: money(2800, 'SEK') });
    expect(since(exampleSale([{ ...coffee, quantityMilli: 1000 }]))).toEqual({ rest: null, unwanted: money(6300, 'SEK') });
    const discounted = exampleSale([{ ...coffee, discount: tenPercent }, bun]);
    expect(since(exampleSale([bun]), discounted).unwanted).toEqual(money(6300, 'SEK'));
    expect(since(exampleSale([{ ...coffee, quantityMilli: 1000 }, bun]), discounted).unwanted).toEqual(money(3150, 'SEK'));
  });

  it('wants nothing back for a row that cost nothing', () => {
    const free = exampleSale([{ ...coffee, discount: { kind: 'percent', hundredths: 10_000 } }, bun]);
    expect(since(exampleSale([bun]), free)).toEqual({ rest: null, unwanted: null });
  });
});
