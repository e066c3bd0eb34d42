import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from '../../journal/index.ts';
import { money } from '../../money/index.ts';
import type { Journal } from '../../records/index.ts';
import { createCounter } from './counter.ts';
import type { Counter } from './counter.ts';

let journal: Journal;
let counter: Counter;
let refusals: number;

/** What a start of the till finds on the counter. */
function opened(): Counter {
  let last = 0;
  return createCounter({ journal, newId: () => `sale-${(last += 1)}`, currency: () => 'SEK' });
}

beforeEach(() => {
  refusals = 0;
  journal = openJournal({
    file: ':memory:',
    nowIso: () => '2026-11-27T18:00:00.000+01:00',
    beforeWrite() {
      if (refusals === 0) return;
      refusals -= 1;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
  });
  counter = opened();
});
afterEach(() => journal.close());

const row = (id: string) =>
  ({ id, kind: 'amount', name: 'Amount', unitPrice: money(1_000, 'SEK'), quantityMilli: 1_000, unit: 'EA', vatRate: 2_500 }) as const;
const rows = (of: Counter = counter) => of.open().sale.rows.map(({ id }) => id);
function ringUp(id: string): void {
  const { sale } = counter.open();
  expect(counter.change({ ...sale, rows: [...sale.rows, row(id)] }, id)).toEqual({ ok: true });
}

describe('what lies on the counter', () => {
  test('is there again after a restart, with the row that was lit', () => {
    ringUp('a');
    ringUp('b');
    expect(opened().open()).toEqual(counter.open());
    expect(counter.open()).toMatchObject({ revision: 3, selectedRowId: 'b' });
  });

  test('stays as it was when the disk refuses a change, its undoing, or another sale in its place', () => {
    ringUp('a');
    const before = counter.open();
    refusals = 100;
    const refusal = { ok: false, problem: { code: 'journal.full' } };
    expect(counter.change({ ...before.sale, rows: [] }, null)).toEqual(refusal);
    expect(counter.undo()).toEqual(refusal);
    expect(counter.clear('sale.voided', {})).toEqual(refusal);
    expect(counter.put(null, 'tab.kept', 'S')).toEqual(refusal);
    expect({ open: counter.open(), canUndo: counter.canUndo() }).toEqual({ open: before, canUndo: true });
  });

  test('can be undone step by step, until another sale takes its place', () => {
    ringUp('a');
    ringUp('b');
    counter.undo();
    expect(rows()).toEqual(['a']);
    counter.put({ ...counter.open().sale, id: 'tab', rows: [row('t')] }, 'tab.opened', 'tab');
    expect({ rows: rows(), canUndo: counter.canUndo() }).toEqual({ rows: ['t'], canUndo: false });
    expect(counter.undo()).toEqual({ ok: true });
    expect(rows()).toEqual(['t']);
  });
});

describe('a transaction that writes more than the sale', () => {
  test('is taken over, and what was there cannot be undone', () => {
    ringUp('a');
    journal.write({ entries: [], slots: counter.replacedBy(null) });
    expect(rows()).toEqual(['a']);
    counter.takeOver();
    expect({ rows: rows(), canUndo: counter.canUndo() }).toEqual({ rows: [], canUndo: false });
  });

  test('about another sale leaves this one alone: its undoing, and that a charge has begun (PF-26)', () => {
    ringUp('a');
    counter.charged();
    const { revision } = counter.open();
    journal.write({ entries: [{ kind: 'attempt.expired', subject: 'A1', body: {} }] });
    counter.takeOver();
    expect({ revision: counter.open().revision, canUndo: counter.canUndo() }).toEqual({ revision, canUndo: true });
  });
});
