import { describe, expect, it } from 'vitest';
import { fitLine, median, quantile, spread } from './figures.ts';

describe('the figures of the bench', () => {
  it('takes quantiles from the values themselves', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.95)).toBe(95);
    expect(spread(values)).toEqual({ count: 100, median: 50.5, p95: 95, p99: 99, p999: 100, max: 100 });
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('takes the middle of an odd number, and halfway between the middle two of an even one', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('fits a line and says how sure it is', () => {
    const straight = fitLine([
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 7],
    ]);
    expect(straight.slope).toBeCloseTo(2);
    expect(straight.error).toBeCloseTo(0);
    const bent = fitLine([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(bent.slope).toBeCloseTo(0);
    expect(bent.error).toBeCloseTo(Math.sqrt(2 / 3 / 2));
    expect(() =>
      fitLine([
        [0, 0],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});
