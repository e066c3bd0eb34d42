import { isUnresolved } from '../disbursement/index.ts';
import { isOpen, owesBack } from '../payment/index.ts';
import { diskFault } from '../records/index.ts';
import type {
  AttemptRecord,
  Batch,
  DisbursementRecord,
  Journal,
  PrintJob,
  ReceiptRecord,
  SlotName,
  SubmitJob,
  WriteFault,
} from '../records/index.ts';
import { createChained } from './chained.ts';
import type { Chained, Tip } from './chained.ts';
import type { CloseTable } from './close-table.ts';
import type { Book } from './open-book.ts';
import type { Reader } from './reader.ts';
import type { Reserve } from './reserve.ts';
import { createRoom, refusalOf } from './room.ts';
import { written } from './words/words.ts';

export interface WritingDeps {
  readonly book: Book;
  readonly closes: CloseTable;
  readonly reader: Reader;
  readonly reserve: Reserve;
  readonly nowIso: () => string;
  readonly beforeWrite: (() => void) | undefined;
  /** Told whenever the disk begins to refuse records for another reason, or takes them again. */
  readonly onFault: (fault: WriteFault | null) => void;
}

/** What is written to the book: entries, chained, and in the same transaction the rows that are derived from them. */
export interface Writing extends Pick<Journal, 'write' | 'reserve' | 'fault' | 'nextReceiptNumber'> {
  /** Rises with every write, whether or not the disk took it. */
  readonly writes: () => number;
  readonly chained: Chained;
}

/** An attempt that somebody still has to ask about, look at or know about. */
function inPlay(record: AttemptRecord): boolean {
  return isOpen(record.state) || owesBack(record.state) || record.onScreen || record.listed || record.alarms.some((alarm) => !alarm.read);
}

/** The receipt whose money goes back; a pay-out has none. */
function refundedReceipt({ facts }: DisbursementRecord): number | null {
  return facts.kind === 'refund' ? facts.receiptNumber : null;
}

function owed(job: PrintJob | SubmitJob): boolean {
  return job.kind === 'submit' ? job.state === 'queued' : job.state !== 'done' && job.state !== 'abandoned';
}

export function createWriting({ book, closes, reader, reserve, nowIso, beforeWrite, onFault }: WritingDeps): Writing {
  const chained = createChained({ book, nowIso, beforeWrite });
  const room = createRoom(book, reserve);
  const sql = book.sql;
  let writes = 0;
  let fault: WriteFault | null = book.hindered()?.reason ?? null;

  function apply(batch: Batch): Tip {
    const next = chained.addEntries(batch.entries);
    for (const record of batch.attempts ?? [])
      sql().putAttempt.run(record.facts.id, record.facts.startedAt, inPlay(record) ? 1 : 0, written(record));
    for (const record of batch.disbursements ?? [])
      sql().putDisbursement.run(record.facts.id, refundedReceipt(record), isUnresolved(record.state) ? 1 : 0, written(record));
    for (const record of batch.receipts ?? []) putReceipt(record);
    for (const close of batch.closes ?? []) closes.put(close);
    for (const job of batch.jobs ?? []) sql().putJob.run(job.id, job.kind, owed(job) ? 1 : 0, written(job));
    for (const [name, value] of Object.entries(batch.slots ?? {})) if (value !== undefined) keep(name as SlotName, value, next.seq);
    return next;
  }

  /** What could not be read under this name is kept beside, under a name of its own: nothing takes its place unseen. */
  function keep(name: SlotName, value: object | null, seq: number): void {
    if (reader.isUnreadable(name)) sql().keepAside.run(name, `${name}.unreadable-${seq}`);
    if (value === null) sql().drop.run(name);
    else sql().keep.run(name, written(value));
  }

  /** Receipt numbers are gapless, rising and unique (invariant 7): a new one is the next, whatever the caller believes. */
  function putReceipt(record: ReceiptRecord): void {
    const { receipt } = record;
    const next = nextReceiptNumber();
    if (receipt.number > next) throw new RangeError(`receipt ${receipt.number} is not the next of the series, ${next}`);
    const tender = receipt.tenders[0];
    const done = sql().putReceipt.run(
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
    return (sql().maxReceipt.get() as { number: number }).number + 1;
  }

  function write(batch: Batch): void {
    try {
      if (batch.begins === true) room.take();
      room.within(batch, () => chained.transaction(() => apply(batch)));
    } catch (error) {
      const refusal = diskFault(error);
      if (refusal === null) throw error;
      book.failed(refusal);
      setFault(refusal.reason);
      throw refusal;
    } finally {
      writes += 1;
    }
    setFault(null);
    for (const name of Object.keys(batch.slots ?? {})) reader.forget(name);
  }

  function setFault(next: WriteFault | null): void {
    if (next === fault) return;
    fault = next;
    onFault(next);
  }

  return {
    write,
    writes: () => writes,
    reserve: () => refusalOf(() => room.take()) === null,
    fault: () => fault,
    nextReceiptNumber,
    chained,
  };
}
