import { describe, expect, it } from 'vitest';
import type { JournalRow } from '../../../src/contract/index.ts';
import { money } from '../../../src/money/index.ts';
import { rowsOf } from './days.ts';

const row = (number: number, at: Date): JournalRow => ({
  number,
  kind: 'sale',
  issuedAt: at.toISOString(),
  total: money(100, 'SEK'),
  cashierName: 'Anna',
  ersReference: null,
  invoiceReference: 'r',
  copyPrinted: false,
});

describe('rowsOf', () => {
  const now = new Date(2026, 2, 1, 0, 30);
  const rows = [row(3, new Date(2026, 2, 1, 0, 10)), row(2, new Date(2026, 1, 28, 23, 50)), row(1, new Date(2026, 1, 27, 12, 0))];
  const numbers = (filter: 'all' | 'today' | 'yesterday') => rowsOf(rows, filter, now).map((each) => each.number);

  it('counts a day from midnight to midnight of this place, over the end of a month', () => {
    expect(numbers('today')).toEqual([3]);
    expect(numbers('yesterday')).toEqual([2]);
    expect(numbers('all')).toEqual([3, 2, 1]);
  });
});
