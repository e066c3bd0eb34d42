import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Close } from '../../../day/index.ts';
import { isOpen, isPaid, referenceOf } from '../../../payment/index.ts';
import type { AttemptState } from '../../../payment/index.ts';
import type { AttemptRecord, DisbursementRecord, ReceiptRecord } from '../../../records/index.ts';
import type { Mode } from './machine.ts';

/** A payment as it lies on disk, with what the model has to know of its past. */
export interface KnownAttempt {
  readonly record: AttemptRecord;
  readonly mode: Mode;
  /** Monotonic ms at which SEQR's reference came to disk; null: not yet. */
  readonly referenceOnDiskMs: number | null;
  /** When its state changed last, monotonic ms. */
  readonly changedMs: number;
  /** As the last entry about it says. */
  readonly stepped: AttemptState;
  /** It was PAID on disk once. */
  readonly wasPaid: boolean;
  /** It was given up: nobody asks about it any more, and SEQR returns what was paid (PF-10). */
  readonly wasGivenUp: boolean;
}

/** One journal as it lies on disk. */
export interface KnownBook {
  readonly attempts: Map<string, KnownAttempt>;
  readonly disbursements: Map<string, DisbursementRecord>;
  readonly closes: Map<string, Close>;
  readonly receipts: Map<number, ReceiptRecord>;
  /** Every small named thing, as text. */
  slots: ReadonlyMap<string, string>;
  /** Names of rows that a person has let go of. */
  readonly letGo: Set<string>;
  /** Names of rows that were ever on the counter. */
  readonly rungUp: Set<string>;
  lastSeq: number;
  /** The number of the first entry about each subject. */
  readonly firstSeq: Map<string, number>;
  /** When it came to disk, monotonic ms; 0: before the schedule began. */
  readonly firstMs: Map<string, number>;
}

/** Told of every step that came to disk. */
export type OnStep = (step: {
  readonly machine: 'attempt' | 'tab' | 'disbursement' | 'close';
  readonly from: string;
  readonly to: string;
  readonly by: string;
}) => void;

export interface Books {
  readonly practice: KnownBook;
  readonly live: KnownBook;
  committed(db: DatabaseSync): void;
}

/** Of a part that was paid, and of what is left, the name says so before (PF-08). */
const ROW = /"name":"(?:[^"]* )?(R\d+)"/g;

function emptyBook(): KnownBook {
  return {
    attempts: new Map(),
    disbursements: new Map(),
    closes: new Map(),
    receipts: new Map(),
    slots: new Map(),
    letGo: new Set(),
    rungUp: new Set(),
    lastSeq: 0,
    firstSeq: new Map(),
    firstMs: new Map(),
  };
}

/** Names of the model's rows in a text. */
export function rowsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(ROW)].map(([, name = '']) => name));
}

/** Names of the rows of the open sale. */
export function rowsOnCounter({ slots }: Pick<KnownBook, 'slots'>): ReadonlySet<string> {
  return rowsIn(slots.get('open-sale') ?? '');
}

interface Reader {
  readonly book: KnownBook;
  readonly mode: Mode;
  readonly entries: StatementSync;
  readonly attempt: StatementSync;
  readonly disbursement: StatementSync;
  readonly receipts: StatementSync;
  readonly slots: StatementSync;
}

/** What the model knows of both journals: read from the files themselves, after every transaction. */
export function createBooks(nowMs: () => number, onStep: OnStep): Books {
  const readers = new WeakMap<DatabaseSync, Reader | null>();
  const books = { practice: emptyBook(), live: emptyBook() };

  function readerOf(db: DatabaseSync): Reader | null {
    const known = readers.get(db);
    if (known !== undefined) return known;
    const made = openReader(db, books);
    readers.set(db, made);
    return made;
  }

  return {
    ...books,
    committed(db) {
      const reader = readerOf(db);
      if (reader === null) return;
      const { book } = reader;
      const entries = reader.entries.all(book.lastSeq) as { seq: number; kind: string; subject: string; body: string }[];
      for (const { seq, kind, subject, body } of entries) {
        book.lastSeq = seq;
        if (!book.firstSeq.has(subject)) {
          book.firstSeq.set(subject, seq);
          book.firstMs.set(subject, nowMs());
        }
        if (/^(attempt|alarm)\./.test(kind)) readAttempt(reader, subject, body, nowMs(), onStep);
        else if (/^(refund|credit)\./.test(kind)) readDisbursement(reader, subject, onStep);
        else if (kind.startsWith('close.') && kind !== 'close.lineClosed') readClose(book, subject, body, onStep);
        else if (kind === 'sale.voided') for (const name of rowsIn(body)) book.letGo.add(name);
      }
      const last = book.receipts.size;
      for (const { number, body } of reader.receipts.all(last) as { number: number; body: string }[])
        book.receipts.set(number, JSON.parse(body) as ReceiptRecord);
      book.slots = new Map((reader.slots.all() as { name: string; body: string }[]).map(({ name, body }) => [name, body]));
      for (const name of rowsOnCounter(book)) book.rungUp.add(name);
    },
  };
}

function openReader(db: DatabaseSync, books: Readonly<Record<Mode, KnownBook>>): Reader | null {
  const location = db.location() ?? '';
  const mode = location.includes('journal-practice') ? 'practice' : location.includes('journal-live') ? 'live' : null;
  if (mode === null) return null;
  return {
    book: books[mode],
    mode,
    entries: db.prepare('SELECT seq, kind, subject, body FROM entry WHERE seq > ? ORDER BY seq'),
    attempt: db.prepare('SELECT body FROM attempt WHERE id = ?'),
    disbursement: db.prepare('SELECT body FROM disbursement WHERE id = ?'),
    receipts: db.prepare('SELECT number, body FROM receipt WHERE number > ? ORDER BY number'),
    slots: db.prepare('SELECT name, body FROM slot'),
  };
}

interface StepBody {
  readonly by?: unknown;
  readonly state?: AttemptState;
}

function readAttempt(reader: Reader, id: string, body: string, nowMs: number, onStep: OnStep): void {
  const { book, mode, attempt } = reader;
  const row = attempt.get(id) as { body: string } | undefined;
  if (row === undefined) return;
  const record = JSON.parse(row.body) as AttemptRecord;
  const { by, state } = JSON.parse(body) as StepBody;
  const before = book.attempts.get(id);
  const stepped: AttemptState = state ?? before?.stepped ?? { kind: 'sending' };
  if (before === undefined) onStep({ machine: 'attempt', from: '-', to: stepped.kind, by: 'charge' });
  else if (typeof by === 'string') tellAttempt(before.stepped, stepped, by, onStep);
  const hasReference = referenceOf(record.state) !== null;
  const isStep = JSON.stringify(before?.record.state) !== JSON.stringify(record.state);
  book.attempts.set(id, {
    record,
    mode,
    stepped,
    referenceOnDiskMs: before?.referenceOnDiskMs ?? (hasReference ? nowMs : null),
    changedMs: isStep || before === undefined ? nowMs : before.changedMs,
    wasPaid: (before?.wasPaid ?? false) || isPaid(record.state),
    wasGivenUp: (before?.wasGivenUp ?? false) || record.state.kind === 'orphan',
  });
  if (before !== undefined && isOpen(before.record.state) && letsGo(before.record, record.state))
    for (const name of rowsIn(row.body)) book.letGo.add(name);
}

/** Whoever releases a tab lets go of what was rung up for it. */
function letsGo({ facts }: AttemptRecord, state: AttemptState): boolean {
  return facts.reservation !== undefined && state.kind === 'cancelled' && state.askedHere;
}

function tellAttempt(before: AttemptState, after: AttemptState, by: string, onStep: OnStep): void {
  const event = by === 'sendAgain' ? 'giveUp' : by;
  if (before.kind !== after.kind) onStep({ machine: 'attempt', from: before.kind, to: after.kind, by: event });
  const phaseBefore = before.kind === 'reserved' ? before.phase : before.kind;
  const phaseAfter = after.kind === 'reserved' ? after.phase : null;
  if (phaseAfter !== null && phaseBefore !== phaseAfter) onStep({ machine: 'tab', from: phaseBefore, to: phaseAfter, by: event });
}

function readDisbursement({ book, disbursement }: Reader, id: string, onStep: OnStep): void {
  const row = disbursement.get(id) as { body: string } | undefined;
  if (row === undefined) return;
  const record = JSON.parse(row.body) as DisbursementRecord;
  const before = book.disbursements.get(id);
  if (before?.state.kind !== record.state.kind)
    onStep({ machine: 'disbursement', from: before?.state.kind ?? '-', to: record.state.kind, by: '' });
  book.disbursements.set(id, record);
}

function readClose(book: KnownBook, id: string, body: string, onStep: OnStep): void {
  const close = JSON.parse(body) as Close;
  const before = book.closes.get(id);
  if (before?.state.kind !== close.state.kind) onStep({ machine: 'close', from: before?.state.kind ?? '-', to: close.state.kind, by: '' });
  book.closes.set(id, close);
}

/** Everything of one book that may hold a row that was not sold yet, as one text. */
export function unsoldText(book: KnownBook): string {
  const open = [...book.attempts.values()].filter(({ record }) => isOpen(record.state) || record.listed);
  return [...book.slots.values(), ...open.map(({ record }) => JSON.stringify(record))].join('\n');
}

export function allAttempts({ practice, live }: Books): readonly KnownAttempt[] {
  return [...practice.attempts.values(), ...live.attempts.values()];
}

/** The payment that has this reference of SEQR's. */
export function attemptOf(books: Books, reference: string): KnownAttempt | undefined {
  return allAttempts(books).find(({ record }) => referenceOf(record.state) === reference);
}
