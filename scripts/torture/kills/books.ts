/** The till's book as it lies on disk, read without the till. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openJournal } from '../../../src/journal/index.ts';
import { isOpen } from '../../../src/payment/index.ts';
import type { AttemptRecord, DisbursementRecord, ReceiptRecord } from '../../../src/records/index.ts';

export interface Book {
  readonly receipts: readonly ReceiptRecord[];
  readonly attempts: readonly AttemptRecord[];
  readonly disbursements: readonly DisbursementRecord[];
  /** What rows may lie in beside receipts, as text: the counter, what waits, open payments, and what was voided. */
  readonly rowsElsewhere: string;
  readonly entries: ReadonlyMap<string, number>;
  /** What the book says against itself: the chain, bodies, numbers, sums. */
  readonly problems: readonly string[];
}

const EMPTY: Book = { receipts: [], attempts: [], disbursements: [], rowsElsewhere: '', entries: new Map(), problems: [] };
const JOURNAL = 'journal-live.sqlite';

/** Reads a copy, so that what the next start of the till finds is as the last one left it. */
export function readBook(folder: string): Book {
  const source = path.join(folder, 'journals', JOURNAL);
  if (!fs.existsSync(source)) return EMPTY;
  const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-book-'));
  try {
    for (const ending of ['', '-wal'])
      if (fs.existsSync(source + ending)) fs.copyFileSync(source + ending, path.join(aside, JOURNAL + ending));
    return read(path.join(aside, JOURNAL));
  } finally {
    fs.rmSync(aside, { recursive: true });
  }
}

function read(file: string): Book {
  const db = new DatabaseSync(file);
  const hasTables = db.prepare("SELECT 1 FROM sqlite_master WHERE name IN ('disbursement', 'outgoing')").get() !== undefined;
  if (!hasTables) {
    db.close();
    return EMPTY;
  }
  const { receipts, problems } = asTheTillReads(file);
  const bodies = (sql: string): readonly string[] =>
    db
      .prepare(sql)
      .all()
      .map(({ body }) => String(body));
  const has = (name: string): boolean => db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;
  const attempts = bodies('SELECT body FROM attempt ORDER BY rowid').map((body) => JSON.parse(body) as AttemptRecord);
  const disbursements = bodies(`SELECT body FROM ${has('disbursement') ? 'disbursement' : 'outgoing'} ORDER BY rowid`);
  const kinds = db.prepare('SELECT kind, COUNT(*) AS count FROM entry GROUP BY kind').all();
  const elsewhere = [
    ...bodies(`SELECT body FROM ${has('slot') ? 'slot' : 'kept'}`),
    ...bodies("SELECT body FROM entry WHERE kind = 'sale.voided'"),
    // Of a tab that was let go, what had been rung up stands in its record, for nobody to charge.
    ...attempts
      .filter(({ state }) => isOpen(state) || (state.kind === 'cancelled' && state.askedHere && state.unpaid !== undefined))
      .map((record) => JSON.stringify(record)),
  ];
  db.close();
  return {
    receipts,
    attempts,
    disbursements: disbursements.map((body) => JSON.parse(body) as DisbursementRecord),
    rowsElsewhere: elsewhere.join('\n'),
    entries: new Map(kinds.map(({ kind, count }) => [String(kind), Number(count)])),
    problems,
  };
}

/** By the journal's own reader, which also judges it. */
function asTheTillReads(file: string): Pick<Book, 'receipts' | 'problems'> {
  const problems: string[] = [];
  const told = (what: string, detail: string): void => void problems.push(`${what}: ${detail}`);
  const journal = openJournal({ file, nowIso: () => '', onDamage: told, onUnknownState: told });
  const receipts = journal.receiptsBetween(0, Number.MAX_SAFE_INTEGER);
  for (const { what, detail } of journal.verify()) told(what, detail);
  receipts.forEach(({ receipt }, index) => {
    if (receipt.number !== index + 1) problems.push(`receipt ${receipt.number} stands where ${index + 1} is due`);
  });
  const sum = receipts.reduce((minor, { receipt }) => minor + receipt.total.minor, 0);
  if (sum !== journal.grandTotalMinor()) problems.push(`the receipts come to ${sum}, the journal to ${journal.grandTotalMinor()}`);
  journal.close();
  return { receipts, problems };
}
