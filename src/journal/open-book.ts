import { DatabaseSync } from 'node:sqlite';
import { refuseNewer, userVersion } from './file-version.ts';
import { BOOK_VERSION, FIRST_BOOK_VERSION, schemaSql, tableNames } from './schema.ts';

export interface Book {
  readonly db: DatabaseSync;
  /** The form that the file has: this Kassa's, or an older one. */
  readonly version: number;
}

/**
 * Opens the journal's file: WAL, and `synchronous=FULL`, so that what was committed survives a power cut. A new one gets
 * this Kassa's form; an older one keeps its own, and nothing is written to it here.
 * @throws NewerFileError before anything was touched
 */
export function openBook(file: string): Book {
  refuseNewer(file, BOOK_VERSION);
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=2000;');
    return { db, version: hasTable(db, 'entry') ? olderForm(db) : newForm(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function hasTable(db: DatabaseSync, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

function newForm(db: DatabaseSync): number {
  db.exec(`BEGIN IMMEDIATE; ${schemaSql(tableNames(BOOK_VERSION))} PRAGMA user_version=${BOOK_VERSION}; COMMIT;`);
  return BOOK_VERSION;
}

/** Its tables, made whole if an earlier start was cut off while it made them. */
function olderForm(db: DatabaseSync): number {
  const numbered = userVersion(db);
  const version = numbered === 0 ? FIRST_BOOK_VERSION : numbered;
  // The first Kassas did not look at the number but wrote theirs: what they then wrote lies beside what is in the new tables.
  if (version < BOOK_VERSION && hasTable(db, tableNames(BOOK_VERSION).disbursement))
    throw new Error('the journal was used by an older Kassa after its form had been changed; nothing was touched');
  db.exec(schemaSql(tableNames(version)));
  if (numbered === 0) db.exec(`PRAGMA user_version=${version}`);
  return version;
}
