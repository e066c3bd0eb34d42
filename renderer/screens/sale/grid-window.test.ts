import { describe, expect, it } from 'vitest';
import { gridWindow } from './grid-window.ts';

describe('gridWindow', () => {
  it('fits as many tiles beside one another as are at least 132 wide, 8 apart', () => {
    expect(gridWindow(100, 692, 300, 0).columns).toBe(5);
    expect(gridWindow(100, 691, 300, 0).columns).toBe(4);
    expect(gridWindow(100, 0, 300, 0).columns).toBe(1);
  });

  it('draws a screenful out of a hundred thousand, wherever it is scrolled to', () => {
    for (const scrollTop of [0, 5000, 1_900_000]) {
      const { from, to } = gridWindow(100_000, 632, 300, scrollTop);
      expect(to - from).toBeLessThanOrEqual(9 * 5);
      expect(to).toBeGreaterThan(from);
    }
  });

  it('what is drawn begins at or above the edge and ends at or below it', () => {
    const { from, to, columns, offset } = gridWindow(1000, 632, 300, 2000);
    expect(offset).toBeLessThanOrEqual(2000);
    expect(offset).toBe((from / columns) * 96);
    expect((to / columns) * 96).toBeGreaterThanOrEqual(2300);
  });

  it('an empty grid has no height, and scrolling past a short one draws nothing wrong', () => {
    expect(gridWindow(0, 632, 300, 0)).toMatchObject({ height: 0, from: 0, to: 0 });
    expect(gridWindow(3, 632, 300, 9000)).toMatchObject({ from: 3, to: 3 });
  });
});
