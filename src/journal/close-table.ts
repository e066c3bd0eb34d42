import type { DatabaseSync } from 'node:sqlite';
import { isUnderWay, seriesOf } from '../day/index.ts';
import type { Close } from '../day/index.ts';
import { written } from './words/words.ts';

/** Closes of day: the one that is under way, and those that are done, numbered without a gap and never changed again. */
export interface CloseTable {
  /** Within the caller's transaction. @throws RangeError if the number is not the next, or the close is done already. */
  put(close: Close): void;
  underWay(): unknown;
  numbered(number: number): unknown;
  latest(limit: number): readonly unknown[];
  tried(limit: number): readonly unknown[];
  ofSeries(series: string, limit: number): readonly unknown[];
  nextNumber(): number;
}

export function prepareCloses(db: DatabaseSync) {
  return {
    put: db.prepare(
      `INSERT INTO close (id, number, series, under_way, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET number = excluded.number, under_way = excluded.under_way, body = excluded.body
       WHERE close.number IS NULL`,
    ),
    max: db.prepare('SELECT COALESCE(MAX(number), 0) AS number FROM close'),
    underWay: db.prepare('SELECT id, body FROM close WHERE under_way = 1 ORDER BY rowid DESC LIMIT 1'),
    numbered: db.prepare('SELECT id, body FROM close WHERE number = ?'),
    latest: db.prepare('SELECT id, body FROM close WHERE number IS NOT NULL ORDER BY number DESC LIMIT ?'),
    tried: db.prepare('SELECT id, body FROM close WHERE number IS NULL ORDER BY rowid DESC LIMIT ?'),
    ofSeries: db.prepare('SELECT id, body FROM close WHERE number IS NOT NULL AND series = ? ORDER BY number DESC LIMIT ?'),
  };
}

/** @param sql the statements of the file as it is open now */
export function openCloseTable(sql: () => ReturnType<typeof prepareCloses>): CloseTable {
  const nextNumber = (): number => (sql().max.get() as { number: number }).number + 1;

  return {
    put(close) {
      if (close.number !== null && close.number !== nextNumber())
        throw new RangeError(`close ${close.number} is not the next of the series, ${nextNumber()}`);
      const done = sql().put.run(close.facts.id, close.number, seriesOf(close.facts), isUnderWay(close) ? 1 : 0, written(close));
      if (done.changes !== 1) throw new RangeError(`close ${close.facts.id} is done and never changes`);
    },
    underWay: () => sql().underWay.get(),
    numbered: (number) => sql().numbered.get(number),
    latest: (limit) => sql().latest.all(limit),
    tried: (limit) => sql().tried.all(limit),
    ofSeries: (series, limit) => sql().ofSeries.all(series, limit),
    nextNumber,
  };
}
