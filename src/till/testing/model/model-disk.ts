import { DatabaseSync } from 'node:sqlite';
import type { OpenDatabase } from '../../../journal/index.ts';

/** How the disk refuses a transaction: full, broken, or held by another program. */
export type DiskError = 'full' | 'broken' | 'locked';

/** What a model does with the transactions of one process. */
export interface DiskWatch {
  /** Before a transaction comes to disk: an error is thrown to the writer, and nothing is written. */
  beforeCommit(): Error | null;
  /** It is on disk, and its writer does not know it yet. */
  afterCommit(db: DatabaseSync): void;
}

/** SQLite's own numbers. */
const ERRORS: Readonly<Record<DiskError, readonly [errcode: number, words: string]>> = {
  full: [13, 'database or disk is full'],
  broken: [10, 'disk I/O error'],
  locked: [5, 'database is locked'],
};

export function diskError(kind: DiskError): Error {
  const [errcode, words] = ERRORS[kind];
  return Object.assign(new Error(words), { code: 'ERR_SQLITE_ERROR', errcode, errstr: words });
}

/** Opens databases of one process, whose transactions are seen and can be made to fail, below all that the till has of its own. */
export function watchedDatabases(watch: DiskWatch): OpenDatabase {
  return (location, options) => {
    const db = new DatabaseSync(location, options);
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      if (!/COMMIT\s*;?\s*$/i.test(sql)) {
        exec(sql);
        return;
      }
      const error = watch.beforeCommit();
      if (error !== null) throw error;
      exec(sql);
      watch.afterCommit(db);
    };
    return db;
  };
}
