import type { Journal } from '../records/index.ts';
import type { CloseTable } from './close-table.ts';
import { STORED } from './read-body.ts';
import type { Reader } from './reader.ts';
import type { Statements } from './statements.ts';
import { entryKindsOf } from './words/words.ts';

export interface ReadingDeps {
  /** Those of the form that the file has now. */
  readonly sql: () => Statements;
  readonly closes: CloseTable;
  readonly reader: Reader;
  /** Rises with every write, whether or not the disk took it. */
  readonly writes: () => number;
}

/** What is read of the book, each body checked on the way. */
export type Reading = Omit<Journal, 'write' | 'reserve' | 'fault' | 'nextReceiptNumber' | 'verify' | 'hasOldForm' | 'migrate' | 'close'>;

export function createReading({ sql, closes, reader, writes }: ReadingDeps): Reading {
  const sinceWrite = createMemory(writes);
  const lastReceipt = sinceWrite(() => reader.one(STORED.receipt, sql().latest.get(1)));
  const nextCloseNumber = sinceWrite(() => closes.nextNumber());
  const lastTried = sinceWrite(() => reader.all(STORED.close, closes.tried(1)));

  return {
    attemptsInPlay: () => reader.all(STORED.attempt, sql().inPlay.all()),
    attempt: (id) => reader.one(STORED.attempt, sql().attempt.get(id)),
    attemptsNaming: (text) => reader.all(STORED.attempt, sql().attemptsNaming.all(text)),
    unresolvedDisbursements: () => reader.all(STORED.disbursement, sql().unsettled.all()),
    latestDisbursements: (limit) => reader.all(STORED.disbursement, sql().latestDisbursements.all(limit)),
    disbursement: (id) => reader.one(STORED.disbursement, sql().disbursement.get(id)),
    disbursementsOfAmount: (minor) => reader.all(STORED.disbursement, sql().ofAmount.all(minor)),
    disbursementsWithReferences: (references) => reader.all(STORED.disbursement, sql().doneUnder.all(JSON.stringify(references))),
    refundsOf: (number) => reader.all(STORED.disbursement, sql().refundsOf.all(number)),
    receipt: (number) => reader.one(STORED.receipt, sql().receipt.get(number)),
    lastReceipt,
    findReceipts({ number, minor, text }, limit) {
      if (number === undefined && minor === undefined && text === undefined) return reader.all(STORED.receipt, sql().latest.all(limit));
      const [n, m] = [number ?? -1, minor ?? Number.MIN_SAFE_INTEGER];
      const rows = text === undefined ? sql().byNumber.all(n, m, limit) : sql().byText.all(n, m, text, limit);
      return reader.all(STORED.receipt, rows);
    },
    receiptsBetween: (after, through) => reader.all(STORED.receipt, sql().salesBetween.all(after, through)),
    receiptsWithReference: (ersReference) => reader.all(STORED.receipt, sql().byReference.all(ersReference)),
    subjectsOf: (kind, after, through) =>
      (sql().subjects.all(JSON.stringify(entryKindsOf(kind)), after, through) as { subject: string }[]).map(({ subject }) => subject),
    closeUnderWay: () => reader.one(STORED.close, closes.underWay()),
    closeNumbered: (number) => reader.one(STORED.close, closes.numbered(number)),
    latestCloses: (limit) => reader.all(STORED.close, closes.latest(limit)),
    triedCloses: (limit) => (limit === 1 ? lastTried() : reader.all(STORED.close, closes.tried(limit))),
    closesOf: (series, limit) => reader.all(STORED.close, closes.ofSeries(series, limit)),
    nextCloseNumber,
    printJobs: () => reader.all(STORED.printJob, sql().owedJobs.all('print')),
    submitJobs: () => reader.all(STORED.submitJob, sql().owedJobs.all('submit')),
    slot: (name) => reader.one(STORED.slot(name), sql().slot.get(name)) ?? undefined,
    grandTotalMinor: () => (sql().total.get() as { total: number }).total,
    entryCount: () => (sql().count.get() as { count: number }).count,
  };
}

/**
 * What every picture of the till shows is read once between two writes: the file is this process's alone (PF-01).
 *
 * @param writes how often something has been written
 */
function createMemory(writes: () => number) {
  return <Value>(read: () => Value): (() => Value) => {
    let kept: { readonly at: number; readonly value: Value } | null = null;
    return () => {
      const at = writes();
      if (kept?.at !== at) kept = { at, value: read() };
      return kept.value;
    };
  };
}
