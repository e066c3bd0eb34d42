import { add, zero } from '../../src/contract/index.ts';
import type { Currency, JournalRow, Money } from '../../src/contract/index.ts';
import { rowsOf } from '../journal/days.ts';

export interface DayFigures {
  readonly receipts: number;
  readonly total: Money;
  /** Null: none yet. */
  readonly latest: JournalRow | null;
  /** All that the journal answered were of today: there may be more of them than it answers with. */
  readonly perhapsMore: boolean;
}

/** Today's receipts counted and added up. `rows`: newest first, at most `limit`. */
export function dayFigures(rows: readonly JournalRow[], limit: number, currency: Currency, now: Date): DayFigures {
  const today = rowsOf(rows, 'today', now);
  return {
    receipts: today.length,
    total: today.map((row) => row.total).reduce(add, zero(currency)),
    latest: today[0] ?? null,
    perhapsMore: today.length === limit,
  };
}
