import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { add, allocate, equals, MAX_MINOR, money, multiplyRatio, subtract, sum, zero } from './index.ts';
import type { Money } from './index.ts';
import { roundedDivide } from './rounding.ts';

const sek = (minor: number): Money => money(minor, 'SEK');
const anyMinor = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });
const weights = fc.array(fc.integer({ min: 0, max: MAX_MINOR }), { minLength: 1, maxLength: 12 });

describe('rounding', () => {
  it('goes half away from zero (PF-09)', () => {
    expect([5n, -5n, 4n, -4n, 15n, 14n].map((n) => roundedDivide(n, 10n))).toEqual([1, -1, 0, 0, 2, 1]);
  });

  it('is never more than half a unit off', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const off = 2n * (BigInt(roundedDivide(n, d)) * d - n);
        expect(off <= d && off >= -d).toBe(true);
      }),
    );
  });

  it('refuses a denominator that is not positive', () => {
    for (const wrong of [0n, -2n]) expect(() => roundedDivide(1n, wrong)).toThrow(new RangeError('denominator must be positive'));
  });
});

describe('money', () => {
  it('holds whole minor units only, and no minus zero', () => {
    for (const wrong of [0.5, Number.NaN, 2 ** 53])
      expect(() => sek(wrong)).toThrow(new RangeError(`not a whole number of minor units: ${wrong}`));
    expect(Object.is(sek(-0).minor, 0)).toBe(true);
  });

  it('does not add two currencies', () => {
    expect(() => add(sek(1), money(1, 'EUR'))).toThrow(new RangeError('SEK and EUR do not add up'));
    expect(equals(sek(1), money(1, 'EUR'))).toBe(false);
  });

  it('subtracts what it added', () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, (a, b) => {
        expect(subtract(add(sek(a), sek(b)), sek(b))).toEqual(sek(a));
      }),
    );
  });

  it('takes an exact share: 10 % of 0.05 is half an öre, rounded to 0.01', () => {
    expect(multiplyRatio(sek(5), 1000, 10_000)).toEqual(sek(1));
    expect(multiplyRatio(sek(-5), 1000, 10_000)).toEqual(sek(-1));
    expect(multiplyRatio(sek(MAX_MINOR), 10_000, 10_000)).toEqual(sek(MAX_MINOR));
  });

  it('is not a number, and its currency is one of the known', () => {
    expectTypeOf<Money>().not.toExtend<number>();
    // @ts-expect-error a currency without two decimals cannot be named
    expect(money(1, 'JPY').currency).toBe('JPY');
    // @ts-expect-error money does not change
    const change = (amount: Money): void => void (amount.minor = 2);
    expect(change).toBeTypeOf('function');
  });
});

describe('allocate', () => {
  it('splits by largest remainder, ties to the earlier part', () => {
    expect(allocate(sek(100), [1, 1, 1]).map((part) => part.minor)).toEqual([34, 33, 33]);
    expect(allocate(sek(-100), [1, 1, 1]).map((part) => part.minor)).toEqual([-34, -33, -33]);
    // 10.00 over 149.00 and 56.00: 726.829… and 273.170… öre; the öre left goes to the larger remainder.
    expect(allocate(sek(1000), [14_900, 5_600]).map((part) => part.minor)).toEqual([727, 273]);
  });

  it('gives everything to the first part when nothing has weight', () => {
    expect(allocate(sek(7), [0, 0])).toEqual([sek(7), sek(0)]);
  });

  it('never loses an öre, and gives no part more than an öre beside its fair share', () => {
    fc.assert(
      fc.property(anyMinor, weights, (minor, parts) => {
        const shares = allocate(sek(minor), parts);
        expect(sum(shares, 'SEK')).toEqual(sek(minor));
        const total = parts.reduce((a, b) => a + b, 0);
        if (total === 0) return;
        shares.forEach((share, index) => {
          const fair = BigInt(minor) * BigInt(parts[index] ?? 0);
          const off = BigInt(share.minor) * BigInt(total) - fair;
          expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
        });
      }),
    );
  });

  it('never takes more from a part than it holds, when no more than the whole is taken', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 1000 }), (parts, thousandths) => {
        const total = parts.reduce((a, b) => a + b, 0);
        const shares = allocate(sek(Math.floor((total * thousandths) / 1000)), parts);
        shares.forEach((share, index) => {
          expect(share.minor).toBeGreaterThanOrEqual(0);
          expect(share.minor).toBeLessThanOrEqual(parts[index] ?? 0);
        });
      }),
    );
  });

  it('refuses what are no weights', () => {
    expect(() => allocate(zero('SEK'), [])).toThrow(new RangeError('nothing to allocate to'));
    for (const wrong of [[-1, 2], [0.5, 0.5], [Number.NaN], [2 ** 52, 2 ** 52]])
      expect(() => allocate(zero('SEK'), wrong)).toThrow(new RangeError(`not weights: ${wrong.join(', ')}`));
  });
});
