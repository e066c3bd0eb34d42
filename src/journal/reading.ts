import type { Journal, ReceiptRecord } from '../records/index.ts';
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
}

/** What is read of the book, each body checked on the way. */
export type Reading = Omit<Journal, 'write' | 'reserve' | 'fault' | 'nextReceiptNumber' | 'verify' | 'hasOldForm' | 'migrate' | 'close'>;

export function createReading({ sql, closes, reader }: ReadingDeps): Reading {
  let last: { readonly body: string; readonly record: ReceiptRecord } | null = null;

  /** Every picture of the till shows it: while its row is the same text, it is not read and checked anew. */
  function lastReceipt(): ReceiptRecord | null {
    const row = sql().latest.get(1) as { body: string } | undefined;
    if (row !== undefined && row.body === last?.body) return last.record;
    const record = reader.one(STORED.receipt, row);
    last = row === undefined || record === null ? null : { body: row.body, record };
    return record;
  }

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
    triedCloses: (limit) => reader.all(STORED.close, closes.tried(limit)),
    closesOf: (series, limit) => reader.all(STORED.close, closes.ofSeries(series, limit)),
    nextCloseNumber: () => closes.nextNumber(),
    printJobs: () => reader.all(STORED.printJob, sql().owedJobs.all('print')),
    submitJobs: () => reader.all(STORED.submitJob, sql().owedJobs.all('submit')),
    slot: (name) => reader.one(STORED.slot(name), sql().slot.get(name)) ?? undefined,
    grandTotalMinor: () => (sql().total.get() as { total: number }).total,
    entryCount: () => (sql().count.get() as { count: number }).count,
  };
}
