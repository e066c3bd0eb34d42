import type { DatabaseSync } from 'node:sqlite';

/**
 * One step of the journal's form. It changes derived tables only: entries are chained and never rewritten, and bodies keep
 * the words they were written in (`words/`). It runs inside a transaction, quickly: money may be moving.
 */
export interface Migration {
  /** The form that a file has after it. */
  readonly to: number;
  readonly run: (db: DatabaseSync) => void;
}
