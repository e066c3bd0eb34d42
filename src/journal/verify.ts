import type { DatabaseSync } from 'node:sqlite';
import type { DamagedLine } from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';

interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly hash: string;
}

/**
 * Walks the whole chain. A changed line is reported once: the walk goes on from the hash that is stored, so that one
 * damaged line hides no other (security, promise 4).
 */
export function verifyJournal(db: DatabaseSync): readonly DamagedLine[] {
  const damaged: DamagedLine[] = [];
  let previous = CHAIN_START;
  let expectedSeq = 1;
  for (const row of db.prepare('SELECT * FROM entry ORDER BY seq').iterate() as unknown as Iterable<EntryRow>) {
    if (row.seq !== expectedSeq) damaged.push({ what: `entry ${expectedSeq}`, detail: `missing; the next one is ${row.seq}` });
    if (chainHash(previous, row) !== row.hash) damaged.push({ what: `entry ${row.seq}`, detail: 'does not match its hash' });
    previous = row.hash;
    expectedSeq = row.seq + 1;
  }
  damaged.push(...unreadable(db, 'attempt', 'id'), ...unreadable(db, 'receipt', 'number'), ...unreadable(db, 'job', 'id'));
  return damaged;
}

function unreadable(db: DatabaseSync, table: 'attempt' | 'receipt' | 'job', key: 'id' | 'number'): DamagedLine[] {
  const rows = db.prepare(`SELECT ${key} AS id FROM ${table} WHERE NOT json_valid(body)`).all() as { id: string | number }[];
  return rows.map(({ id }) => ({ what: `${table} ${id}`, detail: 'cannot be read' }));
}
