import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_NAME_LENGTH } from '../catalogue/product.ts';
import { add, money } from '../money/index.ts';
import { changeSale } from './change-sale.ts';
import { saleFigures } from './figures.ts';
import { asRest, partSale, restOf } from './part-payment.ts';
import type { Sale, SaleChange, SaleRow } from './sale.ts';
import { anySale, exampleRow, exampleSale, RULES } from './testing/arbitraries.ts';

const withRows = (sale: Sale, rows: readonly SaleRow[]): Sale => ({ id: 'part', currency: sale.currency, rows });
const atRate = (sale: Sale): ReadonlyMap<number, number> => new Map(saleFigures(sale).vat.map(({ rate, gross }) => [rate, gross.minor]));

describe('a sale of which a part is paid (PF-08)', () => {
  test('is that part and the rest, to the öre and at each VAT rate, and no row is negative', () => {
    fc.assert(
      fc.property(anySale, fc.double({ min: 0, max: 1, noNaN: true }), (sale, share) => {
        const { total } = saleFigures(sale);
        fc.pre(total.minor > 1);
        const paid = money(1 + Math.floor(share * (total.minor - 2)), total.currency);
        const parts = partSale(sale, paid);
        const [part, rest] = [withRows(sale, parts.paid), withRows(sale, parts.rest)];
        expect(saleFigures(part).total).toEqual(paid);
        expect(add(saleFigures(part).total, saleFigures(rest).total)).toEqual(total);
        const [ofPart, ofRest] = [atRate(part), atRate(rest)];
        for (const [rate, gross] of atRate(sale)) expect((ofPart.get(rate) ?? 0) + (ofRest.get(rate) ?? 0)).toBe(gross);
        for (const row of [...parts.paid, ...parts.rest]) expect(row.unitPrice.minor).toBeGreaterThan(0);
        const ids = [...parts.paid, ...parts.rest].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  const sale = exampleSale(
    [
      exampleRow('Apples', 2_000, { unit: 'KGM', quantityMilli: 500, vatRate: 1_200 }),
      exampleRow('Mug', 5_000, { quantityMilli: 2_000 }),
      exampleRow('Bun', 1_000),
    ],
    { kind: 'percent', hundredths: 1_000 },
  );
  const { paid, rest } = partSale(sale, money(5_400, 'SEK'));
  const left: Sale = withRows(
    sale,
    asRest(rest, 7, (name) => `Rest of 7: ${name}`),
  );

  test('names each row and how much of it there was', () => {
    expect(paid.map(({ name, unitPrice }) => [name, unitPrice.minor])).toEqual([
      ['0.5 kg Apples', 450],
      ['2 × Mug', 4_500],
      ['Bun', 450],
    ]);
    expect(left.rows.map(({ name, restOf: of }) => [name, of])).toEqual([
      ['Rest of 7: 0.5 kg Apples', [7]],
      ['Rest of 7: 2 × Mug', [7]],
      ['Rest of 7: Bun', [7]],
    ]);
    expect([restOf(left), restOf(sale)]).toEqual([[7], []]);
  });

  test('of which a part is paid once more, is the rest of both, named once', () => {
    const [first] = asRest(partSale(left, money(100, 'SEK')).rest, 9, () => 'never');
    expect(first).toMatchObject({ name: 'Rest of 7: 0.5 kg Apples', restOf: [7, 9] });
    const long = exampleSale([exampleRow('x'.repeat(MAX_NAME_LENGTH), 1_000, { quantityMilli: 3_000 })]);
    for (const { name } of asRest(partSale(long, money(1, 'SEK')).rest, 9, (each) => `Rest: ${each}`))
      expect(name).toHaveLength(MAX_NAME_LENGTH);
  });

  test.each<SaleChange>([
    { kind: 'setQuantity', rowId: left.rows[0]?.id ?? '', quantityMilli: 2_000 },
    { kind: 'setRowDiscount', rowId: left.rows[0]?.id ?? '', discount: { kind: 'percent', hundredths: 500 } },
    { kind: 'removeRow', rowId: left.rows[0]?.id ?? '' },
    { kind: 'setSaleDiscount', discount: null },
    { kind: 'setMember', member: null },
  ])('keeps what is left as it is: %o', (change) => {
    expect(changeSale(left, change, RULES)).toEqual({ ok: false, problem: 'part-paid' });
  });

  test('takes more beside it, which can be changed', () => {
    const more = changeSale(left, { kind: 'addRow', row: exampleRow('Tea', 2_000), merge: false }, RULES);
    if (!more.ok) throw new Error(more.problem);
    const tea = more.sale.rows.at(-1)?.id ?? '';
    expect(changeSale(more.sale, { kind: 'removeRow', rowId: tea }, RULES).ok).toBe(true);
    expect(changeSale(more.sale, { kind: 'setNote', note: 'Table 4' }, RULES).ok).toBe(true);
  });
});
