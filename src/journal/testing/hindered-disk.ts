import { DatabaseSync } from 'node:sqlite';
import type { OpenDatabase } from '../open-file.ts';

/** What Kassa does with a file, as the disk sees it. */
export type Touch =
  /** A file is opened as ever, with the files beside it that this takes. */
  | 'open'
  /** It is opened with nothing beside it but its log. */
  | 'openAlone'
  /** It is opened only to be read. */
  | 'openToRead'
  | 'begin'
  /** A row or a page is written. */
  | 'write'
  /** What was written is made durable. */
  | 'commit';

/** What came to disk with one COMMIT: each kind of entry, and each other table that was written to, in their order. */
export interface Transaction {
  readonly entries: readonly string[];
  readonly tables: readonly string[];
}

/** A disk in a test's hand: real SQLite on real files, with faults below everything of Kassa's. */
export interface HinderedDisk {
  readonly open: OpenDatabase;
  /** Called before each touch; what it throws is what SQLite says. */
  onTouch: (touch: Touch) => void;
  /** Called after each touch that the disk has taken. */
  onTouched: (touch: Touch) => void;
  /** Every transaction so far, oldest first. */
  readonly transactions: Transaction[];
}

/** An error as SQLite gives it. */
export function sqliteError(errcode: number, message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
}

export const FULL = (): Error => sqliteError(13, 'database or disk is full');
/** SQLITE_IOERR_SHMSIZE */
export const NO_ROOM_FOR_INDEX = (): Error => sqliteError(4874, 'disk I/O error');
export const CANNOT_OPEN = (): Error => sqliteError(14, 'unable to open database file');
export const READ_ONLY = (): Error => sqliteError(8, 'attempt to write a readonly database');
/** SQLITE_IOERR_FSYNC */
export const IO_ERROR = (): Error => sqliteError(1034, 'disk I/O error');
export const BUSY = (): Error => sqliteError(5, 'database is locked');

export function createHinderedDisk(): HinderedDisk {
  const disk: HinderedDisk = {
    onTouch: () => undefined,
    onTouched: () => undefined,
    transactions: [],
    open(location, options) {
      const db = new DatabaseSync(location, options);
      let opening: Touch | null = location instanceof URL ? 'openToRead' : 'open';
      let writes: (readonly [table: string, kind: string])[] = [];

      function touched(sql: string): void {
        if (opening === 'open' && /locking_mode\s*=\s*EXCLUSIVE/i.test(sql)) opening = 'openAlone';
        if (/^\s*PRAGMA (synchronous|foreign_keys|busy_timeout|locking_mode|wal_autocheckpoint)\b/i.test(sql)) return;
        // The first statement that reads or writes is where SQLite opens what lies beside the file.
        const first = opening;
        opening = null;
        if (first !== null) disk.onTouch(first);
        const touch = touchOf(sql);
        if (touch !== null) disk.onTouch(touch);
      }

      return new Proxy(db, {
        get(target, property) {
          if (property === 'exec')
            return (sql: string) => {
              if (sql.trim() !== '') touched(sql);
              target.exec(sql);
              if (/^\s*BEGIN/i.test(sql)) writes = [];
              if (/COMMIT;?\s*$/i.test(sql)) disk.transactions.push(transactionOf(writes));
              const touch = touchOf(sql);
              if (touch !== null) disk.onTouched(touch);
            };
          if (property === 'prepare')
            return (sql: string) => {
              if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(sql)) touched(sql);
              return statement(target.prepare(sql), (values) => {
                touched(sql);
                const table = /INTO (\w+)/i.exec(sql)?.[1];
                if (table !== undefined) writes.push([table, String(values[ENTRY_KIND])]);
              });
            };
          const value: unknown = Reflect.get(target, property, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
  };
  return disk;
}

function touchOf(sql: string): Touch | null {
  if (/^\s*BEGIN/i.test(sql)) return 'begin';
  if (/^\s*COMMIT/i.test(sql)) return 'commit';
  return /^\s*(INSERT|UPDATE|DELETE|CREATE TABLE (?!IF NOT EXISTS)|DROP|ALTER|PRAGMA \w+\s*=)/i.test(sql) ? 'write' : null;
}

type Prepared = ReturnType<DatabaseSync['prepare']>;

/** Where the statement that adds an entry has its kind. */
const ENTRY_KIND = 2;

function transactionOf(writes: readonly (readonly [table: string, kind: string])[]): Transaction {
  return {
    entries: writes.flatMap(([table, kind]) => (table === 'entry' ? [kind] : [])),
    tables: writes.flatMap(([table]) => (table === 'entry' ? [] : [table])),
  };
}

function statement(prepared: Prepared, onRun: (values: readonly unknown[]) => void): Prepared {
  return new Proxy(prepared, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...values: readonly unknown[]): unknown => {
        if (property === 'run') onRun(values);
        return (value as (...given: readonly unknown[]) => unknown).apply(target, [...values]);
      };
    },
  });
}
