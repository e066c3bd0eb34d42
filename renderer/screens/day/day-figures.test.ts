import { describe, expect, it } from 'vitest';
import type { JournalRow } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { dayFigures } from './day-figures.ts';

const NOW = new Date(2025, 10, 22, 14, 32);

function row(number: number, issued: Date, minor: number): JournalRow {
  return {
    number,
    kind: 'sale',
    issuedAt: issued.toISOString(),
    total: money(minor, 'SEK'),
    cashierName: 'Anna',
    ersReference: null,
    invoiceReference: `invoice-${number}`,
    copyPrinted: false,
  };
}

const ROWS = [
  row(3, new Date(2025, 10, 22, 14, 0), 14_048),
  row(2, new Date(2025, 10, 22, 0, 0), 8_400),
  row(1, new Date(2025, 10, 21, 23, 59), 99_900),
];

describe('the figures of the day', () => {
  it('count and add up the receipts since midnight here', () => {
    expect(dayFigures(ROWS, 200, 'SEK', NOW)).toMatchObject({
      receipts: 2,
      returns: 0,
      total: money(22_448, 'SEK'),
      latest: ROWS[0],
      perhapsMore: false,
    });
  });

  it('take what was given back from what was sold', () => {
    const back: JournalRow = { ...row(4, new Date(2025, 10, 22, 14, 10), -3_500), kind: 'return' };
    const figures = dayFigures([back, ...ROWS], 200, 'SEK', NOW);
    expect([figures.receipts, figures.sold.minor, figures.returns, figures.returned.minor, figures.total.minor]).toEqual([
      2, 22_448, 1, -3_500, 18_948,
    ]);
  });

  it('are zero on a day without a receipt', () => {
    expect(dayFigures([], 200, 'SEK', NOW)).toMatchObject({ receipts: 0, total: money(0, 'SEK'), latest: null, perhapsMore: false });
  });

  it('say when the journal may hold more of today than it answered with', () => {
    expect(dayFigures(ROWS.slice(0, 2), 2, 'SEK', NOW).perhapsMore).toBe(true);
    expect(dayFigures(ROWS, 3, 'SEK', NOW).perhapsMore).toBe(false);
  });
});
