import type { DatabaseSync } from 'node:sqlite';
import type { DamagedLine } from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import type { TableNames } from './schema.ts';

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
export function verifyJournal(db: DatabaseSync, { disbursement }: TableNames, last?: number): readonly DamagedLine[] {
  const damaged: DamagedLine[] = [];
  const start = startOf(db, last);
  let { previous, seq: expectedSeq } = start;
  for (const row of db.prepare('SELECT * FROM entry WHERE seq >= ? ORDER BY seq').iterate(start.seq) as unknown as Iterable<EntryRow>) {
    if (row.seq !== expectedSeq) damaged.push({ what: `entry ${expectedSeq}`, detail: `missing; the next one is ${row.seq}` });
    if (chainHash(previous, row) !== row.hash) damaged.push({ what: `entry ${row.seq}`, detail: 'does not match its hash' });
    previous = row.hash;
    expectedSeq = row.seq + 1;
  }
  const inPlayOnly = last !== undefined;
  const tables = ['attempt', disbursement, 'receipt', 'job', 'close'] as const;
  return [...damaged, ...tables.flatMap((table) => unreadable(db, table, inPlayOnly))];
}

/** Where to begin: at the first entry, or `last` entries before the end, trusting the hash of the one before. */
function startOf(db: DatabaseSync, last: number | undefined): { readonly seq: number; readonly previous: string } {
  const tip = db.prepare('SELECT COALESCE(MAX(seq), 0) AS seq FROM entry').get() as { seq: number };
  const before = last === undefined ? 0 : tip.seq - last;
  const row = db.prepare('SELECT hash FROM entry WHERE seq = ?').get(before) as { hash: string } | undefined;
  return row ? { seq: before + 1, previous: row.hash } : { seq: 1, previous: CHAIN_START };
}

/** The key of each table, and the part of it that the present needs: small however many years lie behind it. */
const PAID_BACK = { key: 'id', inPlay: 'unsettled = 1' } as const;
const STORED_TABLES = {
  attempt: { key: 'id', inPlay: 'in_play = 1' },
  outgoing: PAID_BACK,
  disbursement: PAID_BACK,
  receipt: { key: 'number', inPlay: 'number > (SELECT MAX(number) FROM receipt) - 100' },
  job: { key: 'id', inPlay: 'owed = 1' },
  close: { key: 'id', inPlay: 'under_way = 1' },
} as const;

function unreadable(db: DatabaseSync, table: keyof typeof STORED_TABLES, inPlayOnly: boolean): DamagedLine[] {
  const { key, inPlay } = STORED_TABLES[table];
  const rows = db.prepare(`SELECT ${key} AS id FROM ${table} WHERE NOT json_valid(body) ${inPlayOnly ? `AND ${inPlay}` : ''}`).all();
  // The same thing bears the same name in either form.
  const what = table === 'outgoing' ? 'disbursement' : table;
  return (rows as { id: string | number }[]).map(({ id }) => ({ what: `${what} ${id}`, detail: 'cannot be read' }));
}
