import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NewerFileError } from '../records/index.ts';

/** The number in the file's head; 0: none was written. */
export function userVersion(db: DatabaseSync): number {
  return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/**
 * Looks at a file before anything is done with it, and without changing it: whoever opens it to write already moves what
 * its log holds. @throws NewerFileError if its form is newer than `known`; whatever SQLite throws for a file it cannot read
 */
export function refuseNewer(file: string, known: number): void {
  if (file === ':memory:' || !existsSync(file)) return;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const found = userVersion(db);
    if (found > known) throw new NewerFileError({ file: basename(file), found, known });
  } finally {
    db.close();
  }
}
