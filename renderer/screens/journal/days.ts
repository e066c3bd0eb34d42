import type { JournalRow } from '../../../src/contract/index.ts';

export type DayFilter = 'all' | 'today' | 'yesterday';

/** Whether both times fall on the same day here. */
function sameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

/** The rows of a day, by the clock of the place of sale. */
export function rowsOf(rows: readonly JournalRow[], filter: DayFilter, now: Date): readonly JournalRow[] {
  if (filter === 'all') return rows;
  const day = new Date(now);
  if (filter === 'yesterday') day.setDate(day.getDate() - 1);
  return rows.filter((row) => sameDay(new Date(row.issuedAt), day));
}
