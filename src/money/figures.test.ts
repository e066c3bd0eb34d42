import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalToScaled,
  extend,
  formatAmount,
  formatMoney,
  formatQuantity,
  fromDecimal,
  fromRecordText,
  MAX_MINOR,
  MAX_QUANTITY_MILLI,
  money,
  quantityFromText,
  quantityToDecimal,
  toDecimal,
  toRecordText,
  vatOfGross,
  vatPercentText,
  wireTaxRate,
} from './index.ts';
import type { Money } from './index.ts';

const sek = (minor: number): Money => money(minor, 'SEK');

describe('decimals on the wire', () => {
  it('always has two decimals', () => {
    expect([14_900, 5, -5, 0, -14_901, 100].map((minor) => toDecimal(sek(minor)))).toEqual([
      '149.00',
      '0.05',
      '-0.05',
      '0.00',
      '-149.01',
      '1.00',
    ]);
  });

  it('reads back every amount exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), (minor) => {
        expect(fromDecimal(toDecimal(sek(minor)), 'SEK')).toEqual(sek(minor));
      }),
    );
  });

  it.each([
    ['149', 14_900],
    ['149.', 14_900],
    ['.5', 50],
    ['+1.10', 110],
    ['149.00000', 14_900],
    [' 1500 ', 150_000],
    ['-0', 0],
  ])('reads %j as %i minor units', (text, minor) => {
    expect(fromDecimal(text, 'SEK')).toEqual(sek(minor));
  });

  it.each(['', '.', '-', '1,50', '1.005', '1e3', '0x10', 'NaN', '1 000', '--1', '99999999999999999', '9007199254740993'])(
    'does not take %j for an amount',
    (text) => expect(fromDecimal(text, 'SEK')).toBeNull(),
  );

  it('takes sums up to a thousand of the largest amounts, and nothing beyond', () => {
    for (const sign of ['', '-']) {
      expect(fromDecimal(`${sign}99999999990.00`, 'SEK')?.minor).toBe(Number(`${sign}${MAX_MINOR * 1000}`));
      expect(fromDecimal(`${sign}99999999990.01`, 'SEK')).toBeNull();
      expect(fromDecimal(`${sign}90071992547409.91`, 'SEK')).toBeNull(); // the largest safe integer
    }
    expect(quantityFromText('9999999999.001')).toBeNull();
  });

  it('never rounds a figure it cannot hold', () => {
    expect(decimalToScaled('0.0005', 3)).toBeNull();
    expect(decimalToScaled('0.0050', 3)).toBe(5);
    expect(decimalToScaled('-0', 3)).toBe(0);
  });
});

describe('quantities', () => {
  it('extends a price, half an öre away from zero (PF-09)', () => {
    expect(extend(sek(2490), 450)).toEqual(sek(1121)); // 0.450 × 24.90 = 11.205
    expect(extend(sek(-2490), 450)).toEqual(sek(-1121));
    expect(extend(sek(1), 499)).toEqual(sek(0));
    expect(extend(sek(1), 500)).toEqual(sek(1));
    expect(extend(sek(MAX_MINOR), MAX_QUANTITY_MILLI).minor).toBe(999_999_989_900_000);
  });

  it('writes them without needless zeros and reads both decimal signs', () => {
    expect([1000, 450, 10_000, 100_450, 0, 1].map(quantityToDecimal)).toEqual(['1', '0.45', '10', '100.45', '0', '0.001']);
    expect(['2', '0.45', '0,45', '1,2,3', 'x'].map(quantityFromText)).toEqual([2000, 450, 450, null, null]);
  });
});

describe('an amount among the words of a record', () => {
  it('is read back as it was written, and nothing else is taken for one', () => {
    expect(toRecordText(money(10_000, 'EUR'))).toBe('100.00 EUR');
    expect([14_900, -5, 0].map((minor) => fromRecordText(toRecordText(sek(minor))))).toEqual([14_900, -5, 0].map(sek));
    for (const text of ['', 'unreadable', '4711', '1.00', '1.00 XYZ', '1.00 SEK 2', '1,00 SEK', '201511 SEKO'])
      expect(fromRecordText(text)).toBeNull();
  });
});

describe('VAT inside a gross amount', () => {
  it('agrees with the calculation by hand', () => {
    expect(vatOfGross(sek(14_900), 2500)).toEqual(sek(2980)); // 149.00 × 25/125
    expect(vatOfGross(sek(14_900), 1200)).toEqual(sek(1596)); // 15.9642…
    expect(vatOfGross(sek(14_900), 600)).toEqual(sek(843)); // 8.4339…
    expect(vatOfGross(sek(14_900), 0)).toEqual(sek(0));
    expect(vatOfGross(sek(28), 1200)).toEqual(sek(3)); // 0.03 exactly
    expect(vatOfGross(sek(9), 2000)).toEqual(sek(2)); // 0.015, half away from zero
    expect(vatOfGross(sek(-9), 2000)).toEqual(sek(-2));
  });

  it('goes to SEQR only when it is whole', () => {
    expect([2500, 1200, 0, 1250, 550].map(wireTaxRate)).toEqual(['25', '12', '0', undefined, undefined]);
    expect([2500, 1250, 0].map(vatPercentText)).toEqual(['25', '12.5', '0']);
  });
});

describe('figures for people', () => {
  it('follows the language, groups thousands and keeps the currency beside the figure', () => {
    expect(formatMoney(sek(123_456_789), 'en')).toBe('1,234,567.89\u00a0SEK');
    expect(formatMoney(sek(123_456_789), 'sv')).toBe('1\u00a0234\u00a0567,89\u00a0SEK');
    expect(formatAmount(sek(-5), 'sv')).toBe('\u22120,05');
    expect([0, 99_999, 100_000].map((minor) => formatAmount(sek(minor), 'en'))).toEqual(['0.00', '999.99', '1,000.00']);
    expect(formatQuantity(450, 'sv')).toBe('0,45');
  });
});
