import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { diskFault, NewerFileError } from '../records/index.ts';
import { asItLies } from './open-file.ts';
import type { OpenDatabase } from './open-file.ts';

/** The number in the file's head; 0: none was written. */
export function userVersion(db: DatabaseSync): number {
  return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/**
 * Looks at a file before anything is done with it, and without changing it: whoever opens it to write already moves what
 * its log holds. @throws NewerFileError if its form is newer than `known`; whatever SQLite throws for a file it cannot read
 */
export function refuseNewer(file: string, known: number, open: OpenDatabase): void {
  if (file === ':memory:' || !existsSync(file)) return;
  const found = versionOnDisk(file, open);
  if (found > known) throw new NewerFileError({ file: basename(file), found, known });
}

function versionOnDisk(file: string, open: OpenDatabase): number {
  try {
    return look(open(file, { readOnly: true }), '');
  } catch (error) {
    // A full disk, or one that takes no other file, has no room for what even a reader needs.
    if (diskFault(error) === null) throw error;
    const [location, setUp] = asItLies(file);
    return look(open(location, { readOnly: true }), setUp);
  }
}

function look(db: DatabaseSync, setUp: string): number {
  try {
    db.exec(setUp);
    return userVersion(db);
  } finally {
    db.close();
  }
}
