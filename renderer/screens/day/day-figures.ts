import type { JournalRow } from '../../../src/contract/index.ts';
import { add, zero } from '../../../src/money/index.ts';
import type { Currency, Money } from '../../../src/money/index.ts';
import { rowsOf } from '../journal/days.ts';

export interface DayFigures {
  /** Of sales. */
  readonly receipts: number;
  /** What was sold, before what was given back. */
  readonly sold: Money;
  readonly returns: number;
  /** What was given back: zero or negative. */
  readonly returned: Money;
  /** What is left of both. */
  readonly total: Money;
  /** Null: none yet. */
  readonly latest: JournalRow | null;
  /** All that the journal answered were of today: there may be more of them than it answers with. */
  readonly perhapsMore: boolean;
}

/** Today's receipts counted and added up, sales and returns apart and together. `rows`: newest first, at most `limit`. */
export function dayFigures(rows: readonly JournalRow[], limit: number, currency: Currency, now: Date): DayFigures {
  const today = rowsOf(rows, 'today', now);
  const sales = today.filter((row) => row.kind === 'sale');
  const returns = today.filter((row) => row.kind === 'return');
  const sumOf = (some: readonly JournalRow[]): Money => some.map((row) => row.total).reduce(add, zero(currency));
  return {
    receipts: sales.length,
    sold: sumOf(sales),
    returns: returns.length,
    returned: sumOf(returns),
    total: sumOf(today),
    latest: today[0] ?? null,
    perhapsMore: today.length === limit,
  };
}
