import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { openJournal } from '../../journal/index.ts';
import { money } from '../../money/index.ts';
import { startWatch, termsOfSale } from '../../payment/index.ts';
import { FACTS, INVOICED } from '../../payment/testing/example.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import { saleFigures } from '../../sale/index.ts';
import type { Sale } from '../../sale/index.ts';
import { createDurable } from '../durable.ts';
import { createCounter } from '../sales/counter.ts';
import type { Counter } from '../sales/counter.ts';
import type { Holding } from './holding.ts';
import { newRecord } from './record.ts';
import { createUnpaidRows } from './unpaid-rows.ts';
import type { UnpaidRows } from './unpaid-rows.ts';
import { createWriter } from './writer.ts';

let folder: string;
let journal: Journal;
let counter: Counter;
let rows: UnpaidRows;
/** So many writes are refused next, as on a full disk. */
let refusals = 0;
const nowIso = (): string => '2026-11-25T18:00:00.000+01:00';

function openTill(): void {
  let last = 0;
  const newId = () => `id-${(last += 1)}-${Math.random()}`;
  journal = openJournal({
    file: join(folder, 'journal.sqlite'),
    nowIso,
    beforeWrite() {
      if (refusals === 0) return;
      refusals -= 1;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
  });
  counter = createCounter({ journal, newId, currency: () => 'SEK' });
  rows = createUnpaidRows({ journal, counter, newId });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-unpaid-'));
  openTill();
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true });
});

const row = {
  id: 'r',
  kind: 'amount',
  name: 'Amount',
  unitPrice: money(50_000, 'SEK'),
  quantityMilli: 1_000,
  unit: 'EA',
  vatRate: 2_500,
} as const;
const tabSale: Sale = { id: 'tab-sale', currency: 'SEK', rows: [row] };
/** As much of an attempt as is looked at. */
const gone = (more: object = {}) =>
  ({
    facts: { id: 'tab-1', sale: tabSale },
    state: { kind: 'expired', invoiceReference: '1', unpaid: termsOfSale(tabSale), ...more },
  }) as unknown as AttemptRecord;
const total = () => saleFigures(counter.open().sale).total.minor;

/** As the desk does it: in the transaction that ends the attempt. */
function end(record: AttemptRecord): void {
  journal.write(rows.withTheEndOf(record) ?? { entries: [] });
  counter.takeOver();
}

function ringUp(minor: number): void {
  const { sale } = counter.open();
  expect(counter.change({ ...sale, rows: [{ ...row, unitPrice: money(minor, 'SEK') }] }, null)).toEqual({ ok: true });
}

function clearCounter(): void {
  expect(counter.clear('sale.voided', {})).toEqual({ ok: true });
}

describe('the rows of a tab whose money is gone (PF-29)', () => {
  it('come to a free counter at once, as a sale of their own', () => {
    end(gone());
    expect(total()).toBe(50_000);
    expect(counter.open().sale.id).not.toBe('tab-sale');
  });

  it('wait, also over a restart, while another sale is in the way, and come when the alarm is read', () => {
    ringUp(1_000);
    end(gone());
    expect(total()).toBe(1_000);
    expect(rows.takeUp('tab-1')).toMatchObject({ ok: false, problem: { code: 'tab.rows-wait' } });
    journal.close();
    openTill();
    clearCounter();
    expect(rows.takeUp('tab-1')).toEqual({ ok: true });
    expect(total()).toBe(50_000);
    clearCounter();
    expect(rows.takeUp('tab-1')).toEqual({ ok: true });
    expect(total()).toBe(0);
  });

  it('come to disk with the end of the tab: neither without the other, and as soon as the disk takes them (PF-02)', async () => {
    const clock = createVirtualClock();
    const draft = termsOfSale(tabSale);
    const state = {
      ...INVOICED,
      kind: 'reserved',
      phase: 'lapsed',
      draft,
      lastCommit: null,
      reservedAt: nowIso(),
      lapsesAt: null,
    } as const;
    const reserved: AttemptRecord = { ...newRecord({ ...FACTS, id: 'tab-1', sale: tabSale }), state };
    const watch = startWatch(0, { restarted: false, heardNow: true });
    const holding: Holding = { record: reserved, shown: reserved, watch, unwritten: null, lastGoodWallMs: 0 };
    const writer = createWriter({
      journal,
      durable: createDurable({ clock, journal, log: () => undefined }),
      again: () => writer.flush(holding),
      nowIso,
      complete: () => {
        throw new Error('nobody has paid');
      },
      forGivingBack: () => {
        throw new Error('nobody has paid');
      },
      elsewhere: () => null,
      onOthers: () => undefined,
      withReference: () => null,
      afterParking: () => undefined,
      reversal: () => null,
      unpaidRows: (record) => rows.withTheEndOf(record),
      log: () => undefined,
      onOutcome: () => counter.takeOver(),
    });
    refusals = 1;
    const value = { status: 'EXPIRED', version: 9, receipt: null, customerTokens: [] };
    const answer = {
      kind: 'answered',
      resultCode: 0,
      resultDescription: '',
      ersReference: null,
      serverDateMs: null,
      tookMs: 5,
      value,
    } as const;
    expect(writer.apply(holding, { kind: 'statusAnswered', answer, afterCalls: true })).toBe(false);
    expect({ total: total(), attempt: journal.attempt('tab-1') }).toEqual({ total: 0, attempt: null });
    await clock.advance(1_000);
    expect(total()).toBe(50_000);
    expect(journal.attempt('tab-1')?.state.kind).toBe('expired');
  });

  it('do not come when the cashier let go of the money', () => {
    end(gone({ kind: 'cancelled', askedHere: true, contactLost: false }));
    expect(total()).toBe(0);
  });
});
