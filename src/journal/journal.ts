import { isUnsettled } from '../outgoing/index.ts';
import { isOpen } from '../payment/index.ts';
import type {
  AttemptRecord,
  Batch,
  Entry,
  Journal,
  KeptName,
  OutgoingRecord,
  PrintJob,
  ReceiptRecord,
  SubmitJob,
} from '../records/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { openCloseTable } from './close-table.ts';
import { copyName, keepCopy } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open-book.ts';
import { STORED } from './read-body.ts';
import { createReader } from './reader.ts';
import { openReserve } from './reserve.ts';
import { BOOK_VERSION, tableNames } from './schema.ts';
import { prepareStatements } from './statements.ts';
import { verifyJournal } from './verify.ts';
import { entryKindsOf, written } from './words/words.ts';
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
  /** A payment, a refund or a close whose state is not known: told once each. It goes on in a state that is safe. */
  readonly onUnknownState?: (what: string, detail: string) => void;
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

/** Opens the journal. What `write` returned from survives a power cut. @throws NewerFileError */
export function openJournal(options: JournalOptions): Journal {
  const book = openBook(options.file);
  const { db } = book;
  let { version } = book;
  let sql = prepareStatements(db, tableNames(version));
  const reserve = openReserve(options.file);
  const closes = openCloseTable(db);
  const reader = createReader(options);
  const lastRow = sql.last.get() as { seq: number; hash: string } | undefined;
  let tip = { seq: lastRow?.seq ?? 0, hash: lastRow?.hash ?? CHAIN_START };
  let isClosed = false;

  // ---- writing ------------------------------------------------------------------------------------------------------

  function addEntries(entries: readonly Entry[]): typeof tip {
    const at = options.nowIso();
    return entries.reduce((before, entry) => {
      const line = { seq: before.seq + 1, at, kind: entry.kind, subject: entry.subject, body: written(entry.body) };
      const hash = chainHash(before.hash, line);
      sql.addEntry.run(line.seq, line.at, line.kind, line.subject, line.body, hash);
      return { seq: line.seq, hash };
    }, tip);
  }

  function apply(batch: Batch): typeof tip {
    const next = addEntries(batch.entries);
    for (const record of batch.attempts ?? [])
      sql.putAttempt.run(record.facts.id, record.facts.startedAt, inPlay(record) ? 1 : 0, written(record));
    for (const record of batch.outgoing ?? [])
      sql.putOutgoing.run(record.facts.id, refundedReceipt(record), isUnsettled(record.state) ? 1 : 0, written(record));
    for (const record of batch.receipts ?? []) putReceipt(record);
    for (const close of batch.closes ?? []) closes.put(close);
    for (const job of batch.jobs ?? []) sql.putJob.run(job.id, job.kind, owed(job) ? 1 : 0, written(job));
    for (const [name, value] of Object.entries(batch.kept ?? {})) if (value !== undefined) keep(name as KeptName, value, next.seq);
    return next;
  }

  /** What could not be read under this name is kept beside, under a name of its own: nothing takes its place unseen. */
  function keep(name: KeptName, value: object | null, seq: number): void {
    if (reader.isUnreadable(name)) sql.keepAside.run(name, `${name}.unreadable-${seq}`);
    if (value === null) sql.drop.run(name);
    else sql.keep.run(name, written(value));
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
      written(record),
    );
    if (done.changes !== 1) throw new RangeError(`receipt ${receipt.number} belongs to another attempt`);
  }

  function nextReceiptNumber(): number {
    return (sql.maxReceipt.get() as { number: number }).number + 1;
  }

  function transaction(run: () => typeof tip): void {
    options.beforeWrite?.();
    db.exec('BEGIN IMMEDIATE');
    try {
      const next = run();
      db.exec('COMMIT');
      tip = next;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function write(batch: Batch): void {
    try {
      transaction(() => apply(batch));
    } catch (error) {
      if (error instanceof RangeError) throw error;
      const failure = asWriteError(error);
      if (failure.reason !== 'full' || !reserve.release()) throw failure;
      // The room that was set aside for exactly this moment (PF-02).
      try {
        transaction(() => apply(batch));
      } catch (again) {
        throw asWriteError(again);
      }
    }
    for (const name of Object.keys(batch.kept ?? {})) reader.forget(name);
  }

  // ---- the file's form ----------------------------------------------------------------------------------------------

  /** All steps, the new number and the entry that says so, in one transaction. */
  function changeForm(kassa: string): void {
    transaction(() => {
      for (const step of MIGRATIONS) if (step.to > version) step.run(db);
      db.exec(`PRAGMA user_version=${BOOK_VERSION}`);
      const body = { from: version, to: BOOK_VERSION, kassa, copy: copyName(options.file, version) };
      return addEntries([{ kind: 'journal.migrated', subject: 'journal', body }]);
    });
    version = BOOK_VERSION;
    sql = prepareStatements(db, tableNames(version));
  }

  return {
    write,
    reserve() {
      try {
        reserve.take();
      } catch (error) {
        throw asWriteError(error);
      }
    },
    attemptsInPlay: () => reader.all(STORED.attempt, sql.inPlay.all()),
    attempt: (id) => reader.one(STORED.attempt, sql.attempt.get(id)),
    outgoingUnsettled: () => reader.all(STORED.outgoing, sql.unsettled.all()),
    latestOutgoing: (limit) => reader.all(STORED.outgoing, sql.latestOutgoing.all(limit)),
    outgoing: (id) => reader.one(STORED.outgoing, sql.outgoing.get(id)),
    refundsOf: (number) => reader.all(STORED.outgoing, sql.refundsOf.all(number)),
    nextReceiptNumber,
    receipt: (number) => reader.one(STORED.receipt, sql.receipt.get(number)),
    lastReceipt: () => reader.all(STORED.receipt, sql.latest.all(1))[0] ?? null,
    findReceipts({ number, minor, text }, limit) {
      if (number === undefined && minor === undefined && text === undefined) return reader.all(STORED.receipt, sql.latest.all(limit));
      const [n, m] = [number ?? -1, minor ?? Number.MIN_SAFE_INTEGER];
      const rows = text === undefined ? sql.byNumber.all(n, m, limit) : sql.byText.all(n, m, text, limit);
      return reader.all(STORED.receipt, rows);
    },
    receiptsBetween: (after, through) => reader.all(STORED.receipt, sql.salesBetween.all(after, through)),
    receiptsWithReference: (ersReference) => reader.all(STORED.receipt, sql.byReference.all(ersReference)),
    subjectsOf: (kind, after, through) =>
      (sql.subjects.all(JSON.stringify(entryKindsOf(kind)), after, through) as { subject: string }[]).map(({ subject }) => subject),
    closeUnderWay: () => reader.one(STORED.close, closes.underWay()),
    closeNumbered: (number) => reader.one(STORED.close, closes.numbered(number)),
    latestCloses: (limit) => reader.all(STORED.close, closes.latest(limit)),
    closesOf: (series, limit) => reader.all(STORED.close, closes.ofSeries(series, limit)),
    nextCloseNumber: () => closes.nextNumber(),
    printJobs: () => reader.all(STORED.printJob, sql.owedJobs.all('print')),
    submitJobs: () => reader.all(STORED.submitJob, sql.owedJobs.all('submit')),
    kept: (name) => reader.one(STORED.kept(name), sql.kept.get(name)) ?? undefined,
    grandTotalMinor: () => (sql.total.get() as { total: number }).total,
    entryCount: () => (sql.count.get() as { count: number }).count,
    verify: (last) => verifyJournal(db, tableNames(version), last),
    hasOldForm: () => version < BOOK_VERSION,
    async migrate({ kassa, freeBytes }) {
      if (version >= BOOK_VERSION) return { kind: 'current' };
      const hindered = await keepCopy(options.file, version, freeBytes);
      if (isClosed) return { kind: 'closed' };
      if (hindered !== null) return hindered;
      try {
        changeForm(kassa);
        return { kind: 'migrated' };
      } catch (error) {
        return { kind: 'failed', detail: asWriteError(error).message };
      }
    },
    close() {
      isClosed = true;
      db.close();
    },
  };
}
