import { money } from '../../money/index.ts';
import type { DetailRow } from '../report.ts';
import type { TillEntry } from '../till-entry.ts';

export const TERMINAL = 't1';
export const OTHER_TERMINAL = 't2';

export function row(ersReference: string | null, minor: number, terminalId: string | null = TERMINAL): DetailRow {
  return { terminalId, cashierId: null, amount: money(minor, 'SEK'), ersReference };
}

export function entry(ersReference: string | null, minor: number, more: Partial<TillEntry> = {}): TillEntry {
  return {
    kind: minor < 0 ? 'return' : 'sale',
    id: `of ${ersReference ?? 'nothing'}`,
    correlationId: 'K1',
    receiptNumber: 1,
    ersReference,
    amount: money(minor, 'SEK'),
    at: '2026-11-23T17:00:00.000+01:00',
    reversed: false,
    mayBeLost: false,
    ...more,
  };
}
