import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import type { Statements } from './statements.ts';
import { written } from './words/words.ts';

/** The last entry: its number, and the hash that the next one is chained to. */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainedDeps {
  readonly db: DatabaseSync;
  readonly sql: () => Statements;
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

export function createChained({ db, sql, nowIso, beforeWrite }: ChainedDeps): Chained {
  const lastRow = sql().last.get() as { seq: number; hash: string } | undefined;
  let tip: Tip = { seq: lastRow?.seq ?? 0, hash: lastRow?.hash ?? CHAIN_START };

  function addEntries(entries: readonly Entry[]): Tip {
    const at = nowIso();
    return entries.reduce((before, entry) => {
      const line = { seq: before.seq + 1, at, kind: entry.kind, subject: entry.subject, body: written(entry.body) };
      const hash = chainHash(before.hash, line);
      sql().addEntry.run(line.seq, line.at, line.kind, line.subject, line.body, hash);
      return { seq: line.seq, hash };
    }, tip);
  }

  function transaction(run: () => Tip): void {
    beforeWrite?.();
    db.exec('BEGIN IMMEDIATE');
    try {
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
