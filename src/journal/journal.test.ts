import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleReceipt } from '../receipt/testing/example.ts';
import { JournalWriteError } from '../records/index.ts';
import type { Journal, DisbursementRecord, PrintJob, ReceiptRecord } from '../records/index.ts';
import { emptySale } from '../sale/testing/empty-sale.ts';
import { openJournal } from './index.ts';
import { CALL } from './testing/examples.ts';

let folder: string;
let file: string;
const open: Journal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-journal-'));
  file = join(folder, 'journal.sqlite');
});
afterEach(() => {
  for (const journal of open.splice(0)) journal.close();
  rmSync(folder, { recursive: true });
});

function journalAt(options: Partial<Parameters<typeof openJournal>[0]> = {}): Journal {
  const journal = openJournal({ file, nowIso: () => '2026-11-23T08:00:00.000+01:00', ...options });
  open.push(journal);
  return journal;
}

const entry = (n: number) => ({ kind: 'sale.voided' as const, subject: String(n), body: { n } });
const job: PrintJob = { kind: 'print', id: 'j1', receiptNumber: 1, copy: false, state: 'queued', tries: 0, problem: null };

const refund: DisbursementRecord = {
  facts: {
    kind: 'refund',
    ...CALL,
    reason: 'wrong size',
    receiptNumber: 7,
    soldAt: '2026-11-22T08:00:00.000+01:00',
    attemptId: 'a1',
    invoiceReference: 'i1',
    ersReference: '2015102910184861801032678',
    rows: [],
    vat: [],
  },
  state: { kind: 'sending' },
  stateNumber: 1,
  changedAt: '2026-11-23T08:00:00.000+01:00',
  receiptNumber: null,
};

/** Changes the file behind the journal's back, triggers and all, as a failing disk or a curious hand would. */
function tamper(sql: string): void {
  const db = new DatabaseSync(file);
  db.exec('DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted;');
  db.exec(sql);
  db.close();
}

describe('the journal', () => {
  test('keeps what was written, durable and chained, over a restart', () => {
    const first = journalAt();
    const kept = { sale: emptySale('s1', 'SEK'), revision: 7, selectedRowId: null };
    first.write({ entries: [entry(1), entry(2)], jobs: [job], slots: { 'open-sale': kept } });
    first.close();
    open.pop();
    const again = journalAt();
    again.write({ entries: [entry(3)] });
    expect(again.entryCount()).toBe(3);
    expect(again.printJobs()).toEqual([job]);
    expect(again.slot('open-sale')).toEqual(kept);
    expect(again.slot('unpaid-rows')).toBeUndefined();
    expect(again.verify()).toEqual([]);
  });

  test('is append-only: SQLite itself refuses a change or a deletion', () => {
    journalAt().write({ entries: [entry(1)] });
    const db = new DatabaseSync(file);
    expect(() => db.exec("UPDATE entry SET body = '{}'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM entry')).toThrow(/append-only/);
    db.close();
  });

  test.each([
    ['a changed line', 'UPDATE entry SET body = \'{"n":9}\' WHERE seq = 2', ['entry 2']],
    ['a missing line', 'DELETE FROM entry WHERE seq = 2', ['entry 2', 'entry 3']],
    ['an unreadable refund', "UPDATE disbursement SET body = 'x'", ['disbursement o1']],
    ['an unreadable job', "UPDATE job SET body = 'x'", ['job j1']],
  ])('finds %s and hides no other', (_what, sql, damaged) => {
    const journal = journalAt();
    journal.write({ entries: [entry(1), entry(2), entry(3)], jobs: [job], disbursements: [refund] });
    tamper(sql);
    expect(journal.verify().map((line) => line.what)).toEqual(damaged);
  });

  test('walks only the recent past when asked to, trusting what lies before it', () => {
    const journal = journalAt();
    journal.write({ entries: [entry(1), entry(2), entry(3)] });
    tamper("UPDATE entry SET body = '{}' WHERE seq = 1");
    expect(journal.verify(2)).toEqual([]);
    expect(journal.verify(3)).toHaveLength(1);
  });

  test('lists money that went back and is not resolved, and all refunds of a receipt (PF-14)', () => {
    const journal = journalAt();
    const other = { ...refund, facts: { ...refund.facts, id: 'o2' } };
    journal.write({ entries: [entry(1)], disbursements: [refund, other] });
    const done = { ...refund, state: { kind: 'done', ersReference: null, resolvedBy: 'report' }, stateNumber: 2 } as const;
    journal.write({ entries: [entry(2)], disbursements: [done] });
    expect(journal.unresolvedDisbursements()).toEqual([other]);
    expect(journal.refundsOf(7)).toEqual([done, other]);
    expect(journal.refundsOf(8)).toEqual([]);
    expect(journal.disbursement('o1')).toEqual(done);
    expect(journal.latestDisbursements(1)).toEqual([other]);
    expect(journal.verify()).toEqual([]);
  });

  test('gives a receipt number to one attempt for good: the next one, and to nobody else (invariant 7)', () => {
    const journal = journalAt();
    const receiptOf = (attemptId: string, number: number): ReceiptRecord => ({
      receipt: exampleReceipt({ number }),
      attemptId,
      originalPrinted: false,
      copyPrinted: false,
    });
    const put = (record: ReceiptRecord): void => journal.write({ entries: [entry(record.receipt.number)], receipts: [record] });
    put(receiptOf('a1', 1));
    expect(() => put(receiptOf('a2', 1))).toThrow(RangeError);
    expect(() => put(receiptOf('a2', 3))).toThrow(RangeError);
    expect([journal.receipt(1), journal.lastReceipt()]).toEqual([receiptOf('a1', 1), receiptOf('a1', 1)]);
    expect([journal.entryCount(), journal.nextReceiptNumber()]).toEqual([1, 2]);
    const printed = { ...receiptOf('a1', 1), originalPrinted: true };
    put(printed);
    expect(journal.lastReceipt()).toEqual(printed);
    put(receiptOf('a2', 2));
    expect(journal.lastReceipt()).toEqual(receiptOf('a2', 2));
    expect(journal.findReceipts({}, 9)).toEqual([receiptOf('a2', 2), printed]);
    expect(journal.grandTotalMinor()).toBe(2 * printed.receipt.total.minor);
  });

  test('reads what can be read and tells of the rest', () => {
    const journal = journalAt();
    journal.write({ entries: [], jobs: [job, { ...job, id: 'j2' }] });
    tamper("UPDATE job SET body = 'half of a li' WHERE id = 'j1'");
    const told: string[] = [];
    const again = journalAt({ onDamage: (what) => void told.push(what) });
    expect(again.printJobs().map((left) => left.id)).toEqual(['j2']);
    expect(told).toEqual(['job j1']);
  });

  test('writes a batch whole or not at all', () => {
    let isFull = false;
    const journal = journalAt({
      beforeWrite() {
        if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    });
    journal.write({ entries: [entry(1)] });
    isFull = true;
    expect(() => journal.write({ entries: [entry(2)], jobs: [job] })).toThrow(JournalWriteError);
    expect(journal.entryCount()).toBe(1);
    expect(journal.printJobs()).toEqual([]);
    isFull = false;
    journal.write({ entries: [entry(2)] });
    expect(journal.verify()).toEqual([]);
  });

  test('says what is wrong with a file that is no journal', () => {
    writeFileSync(file, 'this is a letter, not a database, and long enough to be read as one. '.repeat(20));
    expect(() => journalAt()).toThrow(/not a database/);
  });
});
