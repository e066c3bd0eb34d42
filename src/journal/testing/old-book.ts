import { DatabaseSync } from 'node:sqlite';
import { schemaSql, tableNames } from '../schema.ts';

/** Makes an empty file of an older form, as that Kassa made it. */
export function makeOldBook(file: string, version: number): void {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode=WAL; ${schemaSql(tableNames(version))} PRAGMA user_version=${version};`);
  db.close();
}
