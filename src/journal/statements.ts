import type { DatabaseSync } from 'node:sqlite';
import { prepareCloses } from './close-table.ts';
import type { TableNames } from './schema.ts';

/** Every statement of the journal, for a file of that form. */
export type Statements = ReturnType<typeof prepareStatements>;

export function prepareStatements(db: DatabaseSync, { disbursement, slot }: TableNames) {
  return {
    closes: prepareCloses(db),
    last: db.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1'),
    addEntry: db.prepare('INSERT INTO entry (seq, at, kind, subject, body, hash) VALUES (?, ?, ?, ?, ?, ?)'),
    putAttempt: db.prepare(
      `INSERT INTO attempt (id, started_at, in_play, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET in_play = excluded.in_play, body = excluded.body`,
    ),
    putDisbursement: db.prepare(
      `INSERT INTO ${disbursement} (id, receipt_number, unsettled, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET unsettled = excluded.unsettled, body = excluded.body`,
    ),
    putReceipt: db.prepare(
      `INSERT INTO receipt (number, issued_at, total_minor, ers_reference, invoice_reference, correlation_id, attempt_id, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET ers_reference = excluded.ers_reference, body = excluded.body
       WHERE receipt.attempt_id = excluded.attempt_id`,
    ),
    putJob: db.prepare(
      `INSERT INTO job (id, kind, owed, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET owed = excluded.owed, body = excluded.body`,
    ),
    keep: db.prepare(`INSERT INTO ${slot} (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body`),
    keepAside: db.prepare(`INSERT INTO ${slot} (name, body) SELECT ?2, body FROM ${slot} WHERE name = ?1`),
    drop: db.prepare(`DELETE FROM ${slot} WHERE name = ?`),
    slot: db.prepare(`SELECT name AS id, body FROM ${slot} WHERE name = ?`),
    inPlay: db.prepare('SELECT id, body FROM attempt WHERE in_play = 1 ORDER BY started_at, rowid'),
    attempt: db.prepare('SELECT id, body FROM attempt WHERE id = ?'),
    attemptsNaming: db.prepare('SELECT id, body FROM attempt WHERE instr(body, ?) > 0 ORDER BY rowid'),
    unsettled: db.prepare(`SELECT id, body FROM ${disbursement} WHERE unsettled = 1 ORDER BY rowid`),
    latestDisbursements: db.prepare(`SELECT id, body FROM ${disbursement} ORDER BY rowid DESC LIMIT ?`),
    disbursement: db.prepare(`SELECT id, body FROM ${disbursement} WHERE id = ?`),
    // Only what is JSON can be looked into; what is not is told where it is read.
    ofAmount: db.prepare(
      `SELECT id, body FROM ${disbursement}
       WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.facts.amount.minor') END = ? ORDER BY rowid`,
    ),
    doneUnder: db.prepare(
      `SELECT id, body FROM ${disbursement}
       WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.state.ersReference') END IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    ),
    refundsOf: db.prepare(`SELECT id, body FROM ${disbursement} WHERE receipt_number = ? ORDER BY rowid`),
    maxReceipt: db.prepare('SELECT COALESCE(MAX(number), 0) AS number FROM receipt'),
    receipt: db.prepare('SELECT number AS id, body FROM receipt WHERE number = ?'),
    latest: db.prepare('SELECT number AS id, body FROM receipt ORDER BY number DESC LIMIT ?'),
    byNumber: db.prepare(
      'SELECT number AS id, body FROM receipt WHERE number = ?1 OR total_minor IN (?2, -?2) ORDER BY number DESC LIMIT ?3',
    ),
    byText: db.prepare(
      `SELECT number AS id, body FROM receipt
       WHERE number = ?1 OR total_minor IN (?2, -?2) OR instr(ers_reference, ?3) OR instr(invoice_reference, ?3) OR instr(upper(correlation_id), upper(?3))
       ORDER BY number DESC LIMIT ?4`,
    ),
    salesBetween: db.prepare('SELECT number AS id, body FROM receipt WHERE number > ? AND number <= ? ORDER BY number'),
    byReference: db.prepare('SELECT number AS id, body FROM receipt WHERE ers_reference = ? ORDER BY number'),
    // The kinds as a JSON list: an entry keeps the word that it was written under.
    subjects: db.prepare(
      `SELECT DISTINCT subject FROM entry WHERE kind IN (SELECT value FROM json_each(?)) AND seq > ? AND seq <= ? ORDER BY seq`,
    ),
    owedJobs: db.prepare('SELECT id, body FROM job WHERE kind = ? AND owed = 1 ORDER BY rowid'),
    total: db.prepare('SELECT COALESCE(SUM(total_minor), 0) AS total FROM receipt'),
    count: db.prepare('SELECT COUNT(*) AS count FROM entry'),
  };
}
