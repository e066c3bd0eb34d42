import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MINOR, MAX_QUANTITY_MILLI, money } from '../money/index.ts';
import { changeSale } from './change-sale.ts';
import { saleFigures } from './figures.ts';
import { MAX_ROWS } from './sale.ts';
import type { Discount, Sale, SaleChange, SaleProblem, SaleRow } from './sale.ts';
import { anyChange, anySale, exampleRow, exampleSale, RULES, saleAfter } from './testing/arbitraries.ts';
import { emptySale } from './testing/empty-sale.ts';

const off = (minor: number): Discount => ({ kind: 'amount', amount: money(minor, 'SEK') });
const percent = (hundredths: number): Discount => ({ kind: 'percent', hundredths });
const adding = (row: SaleRow, merge = true): SaleChange => ({ kind: 'addRow', row, merge });
const coffee = exampleRow('a', 3500, { kind: 'product', productId: 'coffee', name: 'Coffee', vatRate: 1200 });
const apples = exampleRow('b', 2490, { unit: 'KGM', quantityMilli: 450 });
const sale = exampleSale([coffee, apples]);

describe('adding a row', () => {
  it('counts up the same product at the same price, and says which row that is', () => {
    const result = changeSale(sale, adding({ ...coffee, id: 'new', quantityMilli: 2000 }), RULES);
    expect(result).toMatchObject({ ok: true, touchedRowId: 'a' });
    expect(result.ok && result.sale.rows.map((row) => row.quantityMilli)).toEqual([3000, 450]);
  });

  it.each<[string, Partial<SaleRow>, boolean]>([
    ['asked not to', {}, false],
    ['another price', { unitPrice: money(3400, 'SEK') }, true],
    ['another product', { productId: 'tea' }, true],
    ['another name', { name: 'Large coffee' }, true],
    ['another unit', { unit: 'KGM' }, true],
    ['another VAT rate', { vatRate: 600 }, true],
    ['a discount', { discount: percent(1000) }, true],
  ])('makes a row of its own with %s', (_, difference, merge) => {
    const result = changeSale(sale, adding({ ...coffee, id: 'new', ...difference }, merge), RULES);
    expect(result).toMatchObject({ ok: true, touchedRowId: 'new' });
  });

  it('does not count up what is no product of the catalogue, however alike', () => {
    const mug = exampleRow('mug', 100);
    expect(changeSale(exampleSale([mug]), adding({ ...mug, id: 'new' }), RULES)).toMatchObject({ ok: true, touchedRowId: 'new' });
  });

  it('goes to its bounds: the largest sum, the longest name, the smallest and the largest discount', () => {
    for (const more of [
      { unitPrice: money(MAX_MINOR, 'SEK') },
      { unitPrice: money(1, 'SEK') },
      { name: 'x'.repeat(80) },
      { discount: percent(1) },
      { discount: percent(10_000) },
      { discount: off(1) },
      { discount: off(100) },
    ])
      expect(changeSale(exampleSale([]), adding(exampleRow('c', 100, more)), RULES).ok).toBe(true);
  });

  it('does not count up a row that has a discount: the discount was given on that many', () => {
    const result = changeSale(exampleSale([{ ...coffee, discount: percent(1000) }]), adding({ ...coffee, id: 'new' }), RULES);
    expect(result).toMatchObject({ ok: true, touchedRowId: 'new' });
  });

  it('takes an id that is there already for the same tap and changes nothing', () => {
    expect(changeSale(sale, adding(coffee), RULES)).toEqual({ ok: true, sale, touchedRowId: 'a' });
  });

  it('keeps the name as one clean line', () => {
    const result = changeSale(sale, adding(exampleRow('c', 1, { name: ' Fika\n\u202e pack\u0000 ' })), RULES);
    expect(result.ok && result.sale.rows.at(-1)?.name).toBe('Fika pack');
  });

  it.each<[SaleProblem, Partial<SaleRow>]>([
    ['text-missing', { name: ' \n ' }],
    ['text-too-long', { name: 'x'.repeat(81) }],
    ['price-not-positive', { unitPrice: money(0, 'SEK') }],
    ['amount-too-large', { unitPrice: money(MAX_MINOR + 1, 'SEK') }],
    ['amount-too-large', { unitPrice: money(MAX_MINOR + 1, 'SEK'), unit: 'KGM', quantityMilli: 1 }], // though a gram of it costs little
    ['amount-too-large', { unitPrice: money(MAX_MINOR, 'SEK'), quantityMilli: 2000 }],
    ['amount-too-large', { unitPrice: money(MAX_MINOR, 'SEK') }], // together with the rows before it
    ['amount-too-large', { unitPrice: money(MAX_MINOR, 'SEK'), quantityMilli: 2000, discount: percent(9900) }], // the gross
    ['currency-differs', { unitPrice: money(100, 'EUR') }],
    ['quantity-not-positive', { quantityMilli: 0 }],
    ['quantity-too-large', { unit: 'KGM', quantityMilli: MAX_QUANTITY_MILLI + 1 }],
    ['quantity-not-whole', { quantityMilli: 1500 }],
    ['vat-rate-unknown', { vatRate: 700 }],
    ['discount-too-large', { discount: off(101) }],
    ['discount-not-positive', { discount: percent(0) }],
    ['discount-not-positive', { discount: off(0) }],
    ['currency-differs', { discount: { kind: 'amount', amount: money(1, 'EUR') } }],
  ])('is refused with %s', (problem, wrong) => {
    expect(changeSale(sale, adding(exampleRow('c', 100, wrong)), RULES)).toEqual({ ok: false, problem });
  });

  it(`stops at ${MAX_ROWS} rows, though counting up still goes`, () => {
    const full = exampleSale([coffee, ...Array.from({ length: MAX_ROWS - 1 }, (_, n) => exampleRow(`r${n}`, 100))]);
    expect(changeSale(full, adding(exampleRow('new', 1)), RULES)).toEqual({ ok: false, problem: 'too-many-rows' });
    expect(changeSale(full, adding({ ...coffee, id: 'new' }), RULES)).toMatchObject({ ok: true, touchedRowId: 'a' });
  });
});

describe('changing a sale', () => {
  it.each<[SaleProblem, SaleChange]>([
    ['no-such-row', { kind: 'setQuantity', rowId: 'x', quantityMilli: 1000 }],
    ['no-such-row', { kind: 'removeRow', rowId: 'x' }],
    ['no-such-row', { kind: 'setRowDiscount', rowId: 'x', discount: null }],
    ['quantity-not-whole', { kind: 'setQuantity', rowId: 'a', quantityMilli: 500 }],
    ['quantity-not-positive', { kind: 'setQuantity', rowId: 'a', quantityMilli: -1000 }],
    ['discount-too-large', { kind: 'setRowDiscount', rowId: 'a', discount: off(3501) }],
    ['discount-too-large', { kind: 'setRowDiscount', rowId: 'a', discount: percent(10_001) }],
    ['discount-too-large', { kind: 'setSaleDiscount', discount: off(4622) }], // 35.00 + 11.21 + 0.01
    ['discount-not-positive', { kind: 'setSaleDiscount', discount: off(-1) }],
    ['text-too-long', { kind: 'setNote', note: 'x'.repeat(201) }],
  ])('is refused with %s', (problem, change) => {
    expect(changeSale(sale, change, RULES)).toEqual({ ok: false, problem });
  });

  it('caps an amount when the quantity goes down, and has it again when it comes back', () => {
    const set = (quantityMilli: number): SaleChange => ({ kind: 'setQuantity', rowId: 'a', quantityMilli });
    const discounted = saleAfter([set(2000), { kind: 'setRowDiscount', rowId: 'a', discount: off(5000) }], sale);
    const taken = (of: Sale) => saleFigures(of).rows[0]?.discount.minor;
    expect([discounted, saleAfter([set(1000)], discounted), saleAfter([set(1000), set(2000)], discounted)].map(taken)).toEqual([
      5000, 3500, 5000,
    ]);
  });

  it('weighs to the gram and goes up to the largest quantity', () => {
    const set = (quantityMilli: number): SaleChange => ({ kind: 'setQuantity', rowId: 'b', quantityMilli });
    for (const milli of [1, 1234, MAX_QUANTITY_MILLI]) expect(changeSale(sale, set(milli), RULES).ok).toBe(true);
    expect(changeSale(sale, set(0.5), RULES)).toEqual({ ok: false, problem: 'quantity-not-whole' });
  });

  it('takes discounts and notes back without leaving empty fields', () => {
    const noted = saleAfter(
      [
        { kind: 'setNote', note: ' For\tAda ' },
        { kind: 'setSaleDiscount', discount: off(100) },
      ],
      sale,
    );
    expect(noted).toMatchObject({ note: 'For Ada', discount: off(100) });
    expect(
      saleAfter(
        [
          { kind: 'setNote', note: ' ' },
          { kind: 'setSaleDiscount', discount: null },
        ],
        noted,
      ),
    ).toEqual(sale);
    expect(saleAfter([{ kind: 'setNote', note: null }], noted)).not.toHaveProperty('note');
    expect(saleAfter([{ kind: 'setNote', note: 'x'.repeat(200) }], sale).note).toHaveLength(200);
    const row = saleAfter([{ kind: 'setRowDiscount', rowId: 'a', discount: percent(500) }], sale);
    expect(saleAfter([{ kind: 'setRowDiscount', rowId: 'a', discount: null }], row)).toEqual(sale);
  });

  it('takes one card, with its name as one clean line, and takes it back without leaving an empty field', () => {
    const member = { tokenId: 'CLUB', name: ` Club\n${'x'.repeat(90)}`, card: '97521234', discountHundredths: 1000 };
    const carded = saleAfter([{ kind: 'setMember', member }], sale);
    expect(carded).toEqual({ ...sale, member: { ...member, name: `Club ${'x'.repeat(75)}` } });
    const other = { ...member, card: '97525678', name: 'Gold' };
    expect(saleAfter([{ kind: 'setMember', member: other }], carded)).toEqual({ ...sale, member: other });
    expect(saleAfter([{ kind: 'setMember', member: null }], carded)).toEqual(sale);
    expect(changeSale(sale, { kind: 'setMember', member: null }, RULES)).toEqual({ ok: true, sale, touchedRowId: null });
    const emptied = saleAfter(
      [
        { kind: 'removeRow', rowId: 'a' },
        { kind: 'removeRow', rowId: 'b' },
      ],
      carded,
    );
    expect(emptied).toEqual(emptySale('s', 'SEK'));
  });

  it.each<SaleChange>([
    { kind: 'setSaleDiscount', discount: null },
    { kind: 'setMember', member: null },
    { kind: 'setNote', note: null },
  ])('is the very same sale after $kind where there was none', (change) => {
    expect(saleAfter([change], sale)).toBe(sale);
  });

  it('selects the last row when the last one goes', () => {
    const four = exampleSale(['a', 'b', 'c', 'd'].map((id) => exampleRow(id, 100)));
    expect(changeSale(four, { kind: 'removeRow', rowId: 'd' }, RULES)).toMatchObject({ ok: true, touchedRowId: 'c' });
  });

  it('selects the next row when one goes, and drops the sale discount with the last', () => {
    const three = exampleSale([coffee, apples, exampleRow('c', 1)], off(100));
    expect(changeSale(three, { kind: 'removeRow', rowId: 'a' }, RULES)).toMatchObject({ ok: true, touchedRowId: 'b' });
    const first = changeSale(exampleSale([coffee, apples], off(100)), { kind: 'removeRow', rowId: 'a' }, RULES);
    expect(first).toMatchObject({ ok: true, touchedRowId: 'b', sale: { discount: off(100) } });
    const last = first.ok ? changeSale(first.sale, { kind: 'removeRow', rowId: 'b' }, RULES) : first;
    expect(last).toEqual({ ok: true, sale: emptySale('s', 'SEK'), touchedRowId: null });
  });
});

describe('whatever is asked', () => {
  it('never throws, never changes the sale it was given, and touches only rows that are there', () => {
    fc.assert(
      fc.property(anySale, anyChange, (before, change) => {
        const copy = structuredClone(before);
        const result = changeSale(before, change, RULES);
        expect(before).toEqual(copy);
        if (!result.ok) return;
        const ids = result.sale.rows.map((row) => row.id);
        expect(new Set(ids).size).toBe(ids.length);
        if (result.touchedRowId !== null) expect(ids).toContain(result.touchedRowId);
        expect(ids.length).toBeLessThanOrEqual(MAX_ROWS);
        for (const row of result.sale.rows) {
          expect(row.unitPrice.currency).toBe('SEK');
          expect(Number.isSafeInteger(row.quantityMilli) && row.quantityMilli > 0).toBe(true);
          expect(RULES.vatRates).toContain(row.vatRate);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same sale for the same changes', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 15 }), (changes) => {
        expect(saleAfter(changes)).toEqual(saleAfter(changes));
      }),
    );
  });
});
