import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalToScaled, money, sum } from '../money/index.ts';
import { saleFigures } from './figures.ts';
import { invoiceRows } from './invoice-rows.ts';
import { anySale, exampleRow, exampleSale } from './testing/arbitraries.ts';

const off = (minor: number) => ({ kind: 'amount', amount: money(minor, 'SEK') }) as const;

describe('the rows SEQR gets (protocol §2, PF-09)', () => {
  it('name every article with its gross, then its discount, then the sale discount per VAT rate', () => {
    const sale = exampleSale(
      [
        exampleRow('Apples', 2490, { unit: 'KGM', quantityMilli: 450, vatRate: 600, ean: '0400000001012', sku: 'FRU-001' }),
        exampleRow('Mug', 14_900, { quantityMilli: 2000, discount: { kind: 'percent', hundredths: 1000 } }),
      ],
      off(1000),
    );
    const rows = invoiceRows(sale, 'sv');
    expect(rows).toEqual([
      {
        itemDescription: 'Apples',
        itemEAN: '0400000001012',
        itemQuantity: '0.45',
        itemSKU: 'FRU-001',
        itemTaxRate: '6',
        itemTotalAmount: money(1121, 'SEK'),
        itemUnit: 'kg',
        itemUnitPrice: money(2490, 'SEK'),
      },
      {
        itemDescription: 'Mug',
        itemQuantity: '2',
        itemTaxRate: '25',
        itemTotalAmount: money(29_800, 'SEK'),
        itemUnit: 'EA',
        itemUnitPrice: money(14_900, 'SEK'),
      },
      {
        itemDescription: 'Rabatt: Mug',
        itemQuantity: '1',
        itemTaxRate: '25',
        itemTotalAmount: money(-2980, 'SEK'),
        itemUnit: 'EA',
        itemUnitPrice: money(-2980, 'SEK'),
      },
      // 10.00 over 268.20 (25 %) and 11.21 (6 %): 959.879… and 40.120… öre.
      {
        itemDescription: 'Rabatt på köpet',
        itemQuantity: '1',
        itemTaxRate: '25',
        itemTotalAmount: money(-960, 'SEK'),
        itemUnit: 'EA',
        itemUnitPrice: money(-960, 'SEK'),
      },
      {
        itemDescription: 'Rabatt på köpet',
        itemQuantity: '1',
        itemTaxRate: '6',
        itemTotalAmount: money(-40, 'SEK'),
        itemUnit: 'EA',
        itemUnitPrice: money(-40, 'SEK'),
      },
    ]);
  });

  it.each([
    ['the membership that gives more', 'Club', off(50), 'Club'],
    ['the sale where the cashier gave more', 'Club', off(2000), 'Discount on the sale'],
    ['the sale where the membership has no name that can be shown', '\u202e', off(50), 'Discount on the sale'],
  ] as const)('name the discount of %s', (_, name, discount, itemDescription) => {
    const member = { tokenId: 'CLUB', name, card: '97521234', discountHundredths: 1000 };
    expect(invoiceRows({ ...exampleSale([exampleRow('a', 10_000)], discount), member }).at(-1)).toMatchObject({ itemDescription });
  });

  it.each([
    ['en', 'Discount: Mug', 'Discount on the sale'],
    ['sv', 'Rabatt: Mug', 'Rabatt på köpet'],
  ] as const)('call discounts what they are, in %s', (language, ofRow, ofSale) => {
    const rows = invoiceRows(exampleSale([exampleRow('a', 100, { name: 'Mug', discount: off(1) })], off(1)), language);
    expect(rows.map(({ itemDescription }) => itemDescription)).toEqual(['Mug', ofRow, ofSale]);
  });

  it('name an EAN only where there is one', () => {
    const [with_, without] = invoiceRows(exampleSale([exampleRow('a', 100, { ean: '7310865004703' }), exampleRow('b', 100)]));
    expect(with_).toMatchObject({ itemEAN: '7310865004703' });
    expect(without).not.toHaveProperty('itemEAN');
  });

  it('leave out a tax rate that is not whole', () => {
    const [row] = invoiceRows(exampleSale([exampleRow('a', 100, { vatRate: 1250 })]));
    expect(row).not.toHaveProperty('itemTaxRate');
  });

  it('stay one line and bounded even when the discount row puts a word before a long name', () => {
    const name = `${'å'.repeat(79)}x`;
    const rows = invoiceRows(exampleSale([exampleRow('a', 100, { name, discount: off(1) })]));
    expect(rows.map((row) => row.itemDescription?.length)).toEqual([80, 80]);
  });

  it('add up to the total exactly, per VAT rate too, with clean texts', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const figures = saleFigures(sale);
        const rows = invoiceRows(sale);
        expect(
          sum(
            rows.map((row) => row.itemTotalAmount),
            'SEK',
          ),
        ).toEqual(figures.total);
        for (const group of figures.vat.filter(({ rate }) => rate % 100 === 0)) {
          const ofRate = rows.filter((row) => row.itemTaxRate === String(group.rate / 100));
          expect(
            sum(
              ofRate.map((row) => row.itemTotalAmount),
              'SEK',
            ),
          ).toEqual(group.gross);
        }
        for (const row of rows) {
          for (const text of [row.itemDescription ?? '', row.itemSKU ?? 'x']) {
            expect(text).toMatch(/^[^\p{Cc}\p{Cs}\ufffe\uffff]{1,80}$/u);
          }
          expect(decimalToScaled(row.itemQuantity ?? '', 3)).toBeGreaterThan(0);
          if (row.itemTotalAmount.minor < 0) expect(row.itemQuantity).toBe('1');
        }
      }),
      { numRuns: 500 },
    );
  });
});
