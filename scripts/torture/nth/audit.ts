import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openJournal } from '../../../src/journal/index.ts';
import type { TillHarness } from '../../../src/till/testing/till-harness.ts';
import type { Point } from './grid.ts';

/** Compares both books when the till has stopped. @throws what does not agree */
export function audit({ simulator, folder }: TillHarness, point: Point | null): void {
  const damaged: string[] = [];
  const book = openJournal({
    file: join(folder, 'journal-practice.sqlite'),
    nowIso: () => new Date().toISOString(),
    onDamage: (what) => void damaged.push(what),
    onUnknownState: (what) => void damaged.push(what),
  });
  try {
    assert.deepEqual([book.verify(), damaged], [[], []], 'the journal is damaged');
    const numbers = book.receiptsBetween(0, 100).map(({ receipt }) => receipt.number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
      'receipt numbers have a gap',
    );
    const unknownMinor = book.unresolvedDisbursements().reduce((sum, { facts }) => sum + facts.amount.minor, 0);
    const kept = simulator.world.keptMinor();
    const total = book.grandTotalMinor();
    assert.ok(kept === total || kept === total - unknownMinor, `SEQR keeps ${kept}, the journal has ${total}`);
    // Only a lost call leaves anybody in doubt, or a process that died while it was under way.
    if (point === null || (point.of === 'disk' && !point.fault.startsWith('dies'))) assert.equal(unknownMinor, 0, 'a refund is in doubt');
    const reversed = simulator.world.invoices().filter(({ reversedAt }) => reversedAt !== null);
    assert.deepEqual(reversed, [], 'SEQR gave a payment back that a running till could have asked about');
    const recorded = book.subjectsOf('attempt.sending', 0, book.entryCount());
    assert.ok(simulator.world.invoices().length <= recorded.length, 'an invoice left that no record of its sending explains');
    const refunds = simulator.world.ledger().filter(({ kind }) => kind === 'refund');
    assert.ok(refunds.length <= 1, 'a refund was sent twice');
    const lines = book.slot('open-sale')?.sale.rows ?? [];
    assert.deepEqual(lines, [], 'rows are left on the counter');
    assert.equal(
      book.slot('unpaid-rows') === undefined || Object.keys(book.slot('unpaid-rows') ?? {}).length === 0,
      true,
      'rows wait for nobody',
    );
  } finally {
    book.close();
  }
}
