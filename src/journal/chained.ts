import { JournalWriteError } from '../records/index.ts';
import type { Entry } from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import type { Book } from './open-book.ts';
import type { Statements } from './statements.ts';
import { written } from './words/words.ts';

/** The last entry: its number, and the hash that the next one is chained to. */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainedDeps {
  readonly book: Book;
  readonly nowIso: () => string;
  readonly beforeWrite: (() => void) | undefined;
}

/** Transactions whose entries go on from the last one there is. */
export interface Chained {
  /** Entries within a transaction. @returns the last one */
  addEntries(entries: readonly Entry[]): Tip;
  /** All that `run` writes, or nothing. @param run returns the last entry then */
  transaction(run: () => Tip): void;
}

export function createChained({ book, nowIso, beforeWrite }: ChainedDeps): Chained {
  let tip = tipOf(book.sql());

  function addEntries(entries: readonly Entry[]): Tip {
    const at = nowIso();
    return entries.reduce((before, entry) => {
      const line = { seq: before.seq + 1, at, kind: entry.kind, subject: entry.subject, body: written(entry.body) };
      const hash = chainHash(before.hash, line);
      book.sql().addEntry.run(line.seq, line.at, line.kind, line.subject, line.body, hash);
      return { seq: line.seq, hash };
    }, tip);
  }

  /** The file ends where this Kassa has left it. */
  function endsAtTip(sql: Statements): boolean {
    const last = tipOf(sql);
    return last.seq === tip.seq && last.hash === tip.hash;
  }

  function transaction(run: () => Tip): void {
    beforeWrite?.();
    book.makeWritable(endsAtTip);
    const db = book.db();
    db.exec('BEGIN IMMEDIATE');
    try {
      if (!endsAtTip(book.sql())) throw new JournalWriteError('changed', 'it has lines that this Kassa has not written');
      const next = run();
      db.exec('COMMIT');
      tip = next;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  return { addEntries, transaction };
}

function tipOf(sql: Statements): Tip {
  const last = sql.last.get() as { seq: number; hash: string } | undefined;
  return { seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START };
}
