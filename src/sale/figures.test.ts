import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MINOR, money, sum } from '../money/index.ts';
import { saleFigures } from './figures.ts';
import type { SaleFigures } from './sale.ts';
import { anySale, exampleRow, exampleSale } from './testing/arbitraries.ts';

const off = (minor: number) => ({ kind: 'amount', amount: money(minor, 'SEK') }) as const;
const percent = (hundredths: number) => ({ kind: 'percent', hundredths }) as const;
const groups = (figures: SaleFigures) => figures.vat.map((group) => [group.rate, group.gross.minor, group.vat.minor, group.net.minor]);

describe('the figures of a sale (PF-09)', () => {
  it('of nothing are zero', () => {
    const figures = saleFigures(exampleSale([]));
    expect([figures.total.minor, figures.vatTotal.minor, figures.vat.length]).toEqual([0, 0, 0]);
  });

  it('split a sale discount over 12 % and 25 % by largest remainder', () => {
    const figures = saleFigures(exampleSale([exampleRow('lunch', 14_900, { vatRate: 1200 }), exampleRow('mug', 5_600)], off(1000)));
    // 10.00 over 149.00 (12 %) and 56.00 (25 %): 7.2683 and 2.7317. The öre left goes to 25 %, then the VAT of each group.
    expect(figures.total.minor).toBe(19_500);
    expect(groups(figures)).toEqual([
      [2500, 5327, 1065, 4262], // 53.27 × 25/125 = 10.654
      [1200, 14_173, 1519, 12_654], // 141.73 × 12/112 = 15.1853…
    ]);
    expect(figures.vatTotal.minor).toBe(2584);
  });

  it('round half an öre away from zero, row by row and before adding', () => {
    // 0.450 kg × 24.90 = 11.205 → 11.21; twice in two rows is 22.42, not 22.41.
    const apples = { unit: 'KGM', quantityMilli: 450, vatRate: 600 } as const;
    const figures = saleFigures(exampleSale([exampleRow('a', 2490, apples), exampleRow('b', 2490, apples)]));
    expect(figures.rows.map((row) => row.gross.minor)).toEqual([1121, 1121]);
    expect(figures.total.minor).toBe(2242);
    // 15 % of 11.21 is 1.6815 → 1.68; 50 % of 0.05 is 0.025 → 0.03.
    const discounted = saleFigures(
      exampleSale([exampleRow('a', 2490, { ...apples, discount: percent(1500) }), exampleRow('b', 5, { discount: percent(5000) })]),
    );
    expect(discounted.rows.map((row) => [row.discount.minor, row.total.minor])).toEqual([
      [168, 953],
      [3, 2],
    ]);
  });

  it('take VAT from the gross of the group, not from row to row', () => {
    // Ten rows of 0.09 at 25 %: each holds 0.018 → 0.02, together 0.20; the group 0.90 holds 0.18.
    const rows = Array.from({ length: 10 }, (_, n) => exampleRow(`r${n}`, 9));
    expect(saleFigures(exampleSale(rows)).vatTotal.minor).toBe(18);
  });

  it('take a sale discount from what the row discounts left', () => {
    const figures = saleFigures(exampleSale([exampleRow('a', 10_000, { discount: percent(1000) })], percent(1000)));
    expect([figures.subtotal.minor, figures.saleDiscount.minor, figures.total.minor]).toEqual([9000, 900, 8100]);
  });

  it.each([
    ['the cashier’s, if it is more', off(1500), 1000, 1500, false],
    ['the membership’s, if it is more', off(900), 1000, 1000, true],
    ['the cashier’s, if both are the same', off(1000), 1000, 1000, false],
    ['the membership’s alone', undefined, 1000, 1000, true],
    ['none by a card that is only noted', undefined, 0, 0, false],
  ] as const)('take off %s', (_, discount, discountHundredths, taken, byMembership) => {
    const member = { tokenId: 'CLUB', name: 'Club', card: '97521234', discountHundredths };
    const figures = saleFigures({ ...exampleSale([exampleRow('a', 10_000)], discount), member });
    expect([figures.saleDiscount.minor, figures.byMembership]).toEqual([taken, byMembership]);
  });

  it('cap an amount at what it is taken off', () => {
    const figures = saleFigures(exampleSale([exampleRow('a', 1000, { discount: off(1500) }), exampleRow('b', 200)], off(500)));
    expect([figures.rows[0]?.discount.minor, figures.saleDiscount.minor, figures.total.minor]).toEqual([1000, 200, 0]);
    expect(groups(figures)).toEqual([[2500, 0, 0, 0]]);
  });

  it('always add up to the öre, and nothing in them is negative', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const figures = saleFigures(sale);
        const total = (amounts: readonly { readonly minor: number }[]) => amounts.reduce((a, m) => a + m.minor, 0);
        expect(total(figures.rows.map((row) => row.total))).toBe(figures.subtotal.minor);
        expect(figures.subtotal.minor - figures.saleDiscount.minor).toBe(figures.total.minor);
        expect(total(figures.vat.map((group) => group.gross))).toBe(figures.total.minor);
        expect(
          sum(
            figures.vat.map((group) => group.vat),
            'SEK',
          ),
        ).toEqual(figures.vatTotal);
        for (const row of figures.rows) {
          expect(row.gross.minor - row.discount.minor).toBe(row.total.minor);
          expect(Math.min(row.gross.minor, row.discount.minor, row.total.minor)).toBeGreaterThanOrEqual(0);
        }
        for (const group of figures.vat) {
          expect(group.vat.minor + group.net.minor).toBe(group.gross.minor);
          expect(Math.min(group.vat.minor, group.net.minor)).toBeGreaterThanOrEqual(0);
        }
        expect(Math.min(figures.total.minor, figures.saleDiscount.minor)).toBeGreaterThanOrEqual(0);
        expect(figures.subtotal.minor).toBeLessThanOrEqual(MAX_MINOR);
      }),
      { numRuns: 1000 },
    );
  });
});
