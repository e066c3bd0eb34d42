import { describe, expect, it } from 'vitest';
import { code128Bars } from './code128.ts';

/** Widths of bars and gaps in turn, as a reader sees them. */
function pattern(text: string): string {
  const found = code128Bars(text);
  if (found === null) throw new Error('no bars');
  let at = 0;
  let widths = '';
  for (const bar of found.bars) {
    if (bar.x > at) widths += String(bar.x - at);
    widths += String(bar.width);
    at = bar.x + bar.width;
  }
  expect(at).toBe(found.width);
  return widths;
}

describe('code128Bars', () => {
  it('writes pairs of digits in set C, with its check symbol and stop', () => {
    // Start C, 10, 42, check (105 + 1 × 10 + 2 × 42) mod 103 = 96, stop: widths from the symbology's table.
    expect(pattern('1042')).toBe(['211232', '221312', '112133', '114311', '2331112'].join(''));
  });

  it('starts and stops as every Code 128 does, whatever the text', () => {
    expect(pattern('Q1x')).toMatch(/^2112(14|32)\d*2331112$/);
  });

  it('gives nothing for what cannot be written', () => {
    expect(code128Bars('')).toBeNull();
  });
});
