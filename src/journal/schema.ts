/*
 * The journal's tables. `entry` is the book: append-only (triggers refuse anything else) and hash-chained. The others are
 * its present state, derived in the same transaction, so that a start reads what is in play and not the whole history.
 */

/** The form that this Kassa gives a new file, and the newest that it knows: SQLite's `user_version`. */
export const BOOK_VERSION = 2;
/** The oldest form. A file without a number that has tables has this one. */
export const FIRST_BOOK_VERSION = 1;

/** What tables are called that have had other names. Both forms are read and written in the same way. */
export interface TableNames {
  /** Refunds and pay-outs. */
  readonly disbursement: 'outgoing' | 'disbursement';
  /** Small named things. */
  readonly slot: 'kept' | 'slot';
}

export function tableNames(version: number): TableNames {
  return version < 2 ? { disbursement: 'outgoing', slot: 'kept' } : { disbursement: 'disbursement', slot: 'slot' };
}

/** Makes what is not there yet; writes nothing where everything is. */
export const schemaSql = ({ disbursement, slot }: TableNames): string => `
CREATE TABLE IF NOT EXISTS entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS entry_subject ON entry(subject);
CREATE TRIGGER IF NOT EXISTS entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER IF NOT EXISTS entry_is_never_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE IF NOT EXISTS attempt (
  id TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  in_play INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempt_in_play ON attempt(in_play) WHERE in_play = 1;

CREATE TABLE IF NOT EXISTS ${disbursement} (
  id TEXT PRIMARY KEY,
  receipt_number INTEGER,
  unsettled INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS ${disbursement}_unsettled ON ${disbursement}(unsettled) WHERE unsettled = 1;
CREATE INDEX IF NOT EXISTS ${disbursement}_receipt ON ${disbursement}(receipt_number) WHERE receipt_number IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS ${disbursement}_is_never_deleted BEFORE DELETE ON ${disbursement} BEGIN SELECT RAISE(ABORT, 'a refund is never deleted'); END;

CREATE TABLE IF NOT EXISTS close (
  id TEXT PRIMARY KEY,
  number INTEGER UNIQUE,
  series TEXT NOT NULL,
  under_way INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS close_under_way ON close(under_way) WHERE under_way = 1;
CREATE INDEX IF NOT EXISTS close_series ON close(series, number);
CREATE TRIGGER IF NOT EXISTS close_is_never_changed BEFORE UPDATE ON close WHEN OLD.number IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a done close is never changed'); END;
CREATE TRIGGER IF NOT EXISTS close_is_never_deleted BEFORE DELETE ON close BEGIN SELECT RAISE(ABORT, 'a close is never deleted'); END;

CREATE TABLE IF NOT EXISTS receipt (
  number INTEGER PRIMARY KEY,
  issued_at TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  ers_reference TEXT NOT NULL,
  invoice_reference TEXT NOT NULL,
  correlation_id TEXT NOT NULL,
  attempt_id TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS receipt_total ON receipt(total_minor);
CREATE INDEX IF NOT EXISTS receipt_reference ON receipt(ers_reference);
CREATE TRIGGER IF NOT EXISTS receipt_is_never_deleted BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END;

CREATE TABLE IF NOT EXISTS job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  owed INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS job_owed ON job(owed) WHERE owed = 1;

CREATE TABLE IF NOT EXISTS ${slot} (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
`;
