import { DatabaseSync } from 'node:sqlite';
import type { Close } from '../day/index.ts';
import { isUnsettled } from '../outgoing/index.ts';
import { isOpen } from '../payment/index.ts';
import type { AttemptRecord, Batch, Journal, OutgoingRecord, PrintJob, ReceiptRecord, SubmitJob } from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { openCloseTable } from './close-table.ts';
import { openReserve } from './reserve.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { verifyJournal } from './verify.ts';
import { asWriteError } from './write-error.ts';

export interface JournalOptions {
  /** A file, or `:memory:` (tests). Created if it is not there; its folder exists. */
  readonly file: string;
  /** Stamps entries: ISO 8601. */
  readonly nowIso: () => string;
  /** Called before every write; a test makes it throw to fail the Nth write. */
  readonly beforeWrite?: () => void;
  /** Rows that cannot be read are kept where they are and told here; they hide no other (security, promise 4). */
  readonly onDamage?: (what: string, detail: string) => void;
}

/** An attempt that somebody still has to ask about, look at or know about. */
function inPlay(record: AttemptRecord): boolean {
  return isOpen(record.state) || record.onScreen || record.listed || record.alarms.some((alarm) => !alarm.read);
}

/** The receipt whose money goes back; a pay-out has none. */
function refundedReceipt({ facts }: OutgoingRecord): number | null {
  return facts.kind === 'refund' ? facts.receiptNumber : null;
}

function owed(job: PrintJob | SubmitJob): boolean {
  return job.kind === 'submit' ? job.state === 'queued' : job.state !== 'done' && job.state !== 'abandoned';
}

/** Every body carries what it is in itself, so a row says the same wherever it is copied to. */
function asJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Opens the journal: WAL, and `synchronous=FULL`, so that what `write` returned from survives a power cut. */
export function openJournal(options: JournalOptions): Journal {
  const db = new DatabaseSync(options.file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=2000;');
  db.exec(SCHEMA);
  db.exec(`PRAGMA user_version=${SCHEMA_VERSION}`);
  const reserve = openReserve(options.file);

  const sql = {
    last: db.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1'),
    addEntry: db.prepare('INSERT INTO entry (seq, at, kind, subject, body, hash) VALUES (?, ?, ?, ?, ?, ?)'),
    putAttempt: db.prepare(
      `INSERT INTO attempt (id, started_at, in_play, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET in_play = excluded.in_play, body = excluded.body`,
    ),
    putOutgoing: db.prepare(
      `INSERT INTO outgoing (id, receipt_number, unsettled, body) VALUES (?, ?, ?, ?)
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
    keep: db.prepare('INSERT INTO kept (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body'),
    drop: db.prepare('DELETE FROM kept WHERE name = ?'),
    kept: db.prepare('SELECT body FROM kept WHERE name = ?'),
    inPlay: db.prepare('SELECT id, body FROM attempt WHERE in_play = 1 ORDER BY started_at, rowid'),
    attempt: db.prepare('SELECT id, body FROM attempt WHERE id = ?'),
    unsettled: db.prepare('SELECT id, body FROM outgoing WHERE unsettled = 1 ORDER BY rowid'),
    latestOutgoing: db.prepare('SELECT id, body FROM outgoing ORDER BY rowid DESC LIMIT ?'),
    outgoing: db.prepare('SELECT id, body FROM outgoing WHERE id = ?'),
    refundsOf: db.prepare('SELECT id, body FROM outgoing WHERE receipt_number = ? ORDER BY rowid'),
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
    subjects: db.prepare('SELECT DISTINCT subject FROM entry WHERE kind = ? AND seq > ? AND seq <= ? ORDER BY seq'),
    owedJobs: db.prepare('SELECT id, body FROM job WHERE kind = ? AND owed = 1 ORDER BY rowid'),
    total: db.prepare('SELECT COALESCE(SUM(total_minor), 0) AS total FROM receipt'),
    count: db.prepare('SELECT COUNT(*) AS count FROM entry'),
  };

  const closes = openCloseTable(db);
  const lastRow = sql.last.get() as { seq: number; hash: string } | undefined;
  let tip = { seq: lastRow?.seq ?? 0, hash: lastRow?.hash ?? CHAIN_START };

  function apply(batch: Batch): typeof tip {
    let next = tip;
    const at = options.nowIso();
    for (const entry of batch.entries) {
      const line = { seq: next.seq + 1, at, kind: entry.kind, subject: entry.subject, body: asJson(entry.body) };
      const hash = chainHash(next.hash, line);
      sql.addEntry.run(line.seq, line.at, line.kind, line.subject, line.body, hash);
      next = { seq: line.seq, hash };
    }
    for (const record of batch.attempts ?? [])
      sql.putAttempt.run(record.facts.id, record.facts.startedAt, inPlay(record) ? 1 : 0, asJson(record));
    for (const record of batch.outgoing ?? [])
      sql.putOutgoing.run(record.facts.id, refundedReceipt(record), isUnsettled(record.state) ? 1 : 0, asJson(record));
    for (const record of batch.receipts ?? []) putReceipt(record);
    for (const close of batch.closes ?? []) closes.put(close);
    for (const job of batch.jobs ?? []) sql.putJob.run(job.id, job.kind, owed(job) ? 1 : 0, asJson(job));
    for (const [name, value] of Object.entries(batch.kept ?? {})) {
      if (value === null) sql.drop.run(name);
      else if (value !== undefined) sql.keep.run(name, asJson(value));
    }
    return next;
  }

  /** Receipt numbers are gapless, rising and unique (invariant 7): a new one is the next, whatever the caller believes. */
  function putReceipt(record: ReceiptRecord): void {
    const { receipt } = record;
    const next = nextReceiptNumber();
    if (receipt.number > next) throw new RangeError(`receipt ${receipt.number} is not the next of the series, ${next}`);
    const tender = receipt.tenders[0];
    const done = sql.putReceipt.run(
      receipt.number,
      receipt.issuedAt,
      receipt.total.minor,
      tender?.ersReference ?? '',
      tender?.invoiceReference ?? '',
      receipt.correlationId,
      record.attemptId,
      asJson(record),
    );
    if (done.changes !== 1) throw new RangeError(`receipt ${receipt.number} belongs to another attempt`);
  }

  function nextReceiptNumber(): number {
    return (sql.maxReceipt.get() as { number: number }).number + 1;
  }

  function transaction(batch: Batch): void {
    options.beforeWrite?.();
    db.exec('BEGIN IMMEDIATE');
    try {
      const next = apply(batch);
      db.exec('COMMIT');
      tip = next;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Reads a row's body; one that cannot be read is told and left out, and hides no other. */
  function read(row: unknown, what: string): unknown {
    if (row === undefined) return null;
    const { id, body } = row as { id: string | number; body: string };
    try {
      return JSON.parse(body) as unknown;
    } catch (error) {
      options.onDamage?.(`${what} ${id}`, error instanceof Error ? error.message : 'unreadable');
      return null;
    }
  }
  const readAll = <Row>(rows: readonly unknown[], what: string): Row[] =>
    rows.map((row) => read(row, what) as Row | null).filter((row) => row !== null);

  return {
    write(batch) {
      try {
        transaction(batch);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        const failure = asWriteError(error);
        if (failure.reason !== 'full' || !reserve.release()) throw failure;
        // The room that was set aside for exactly this moment (PF-02).
        try {
          transaction(batch);
        } catch (again) {
          throw asWriteError(again);
        }
      }
    },
    reserve() {
      try {
        reserve.take();
      } catch (error) {
        throw asWriteError(error);
      }
    },
    attemptsInPlay: () => readAll<AttemptRecord>(sql.inPlay.all(), 'attempt'),
    attempt: (id) => read(sql.attempt.get(id), 'attempt') as AttemptRecord | null,
    outgoingUnsettled: () => readAll<OutgoingRecord>(sql.unsettled.all(), 'outgoing'),
    latestOutgoing: (limit) => readAll<OutgoingRecord>(sql.latestOutgoing.all(limit), 'outgoing'),
    outgoing: (id) => read(sql.outgoing.get(id), 'outgoing') as OutgoingRecord | null,
    refundsOf: (number) => readAll<OutgoingRecord>(sql.refundsOf.all(number), 'outgoing'),
    nextReceiptNumber,
    receipt: (number) => read(sql.receipt.get(number), 'receipt') as ReceiptRecord | null,
    lastReceipt: () => readAll<ReceiptRecord>(sql.latest.all(1), 'receipt')[0] ?? null,
    findReceipts({ number, minor, text }, limit) {
      if (number === undefined && minor === undefined && text === undefined) return readAll(sql.latest.all(limit), 'receipt');
      const [n, m] = [number ?? -1, minor ?? Number.MIN_SAFE_INTEGER];
      const rows = text === undefined ? sql.byNumber.all(n, m, limit) : sql.byText.all(n, m, text, limit);
      return readAll(rows, 'receipt');
    },
    receiptsBetween: (after, through) => readAll<ReceiptRecord>(sql.salesBetween.all(after, through), 'receipt'),
    receiptsWithReference: (ersReference) => readAll<ReceiptRecord>(sql.byReference.all(ersReference), 'receipt'),
    subjectsOf: (kind, after, through) => (sql.subjects.all(kind, after, through) as { subject: string }[]).map(({ subject }) => subject),
    closeUnderWay: () => read(closes.underWay(), 'close') as Close | null,
    closeNumbered: (number) => read(closes.numbered(number), 'close') as Close | null,
    latestCloses: (limit) => readAll<Close>(closes.latest(limit), 'close'),
    closesOf: (series, limit) => readAll<Close>(closes.ofSeries(series, limit), 'close'),
    nextCloseNumber: () => closes.nextNumber(),
    printJobs: () => readAll<PrintJob>(sql.owedJobs.all('print'), 'job'),
    submitJobs: () => readAll<SubmitJob>(sql.owedJobs.all('submit'), 'job'),
    kept(name) {
      const row = sql.kept.get(name) as { body: string } | undefined;
      return row === undefined ? undefined : (read({ id: name, body: row.body }, 'kept') ?? undefined);
    },
    grandTotalMinor: () => (sql.total.get() as { total: number }).total,
    entryCount: () => (sql.count.get() as { count: number }).count,
    verify: (last) => verifyJournal(db, last),
    close: () => db.close(),
  };
}
