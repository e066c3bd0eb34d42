import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../journal/index.ts';
import { money } from '../../money/index.ts';
import { termsOfSale } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { createSaleDesk } from '../sales/sale-desk.ts';
import type { SaleDesk } from '../sales/sale-desk.ts';
import { createUnpaidRows } from './unpaid-rows.ts';
import type { UnpaidRows } from './unpaid-rows.ts';

let folder: string;
let journal: Journal;
let sales: SaleDesk;
let rows: UnpaidRows;

function openTill(): void {
  let last = 0;
  const newId = () => `id-${(last += 1)}-${Math.random()}`;
  journal = openJournal({ file: join(folder, 'journal.sqlite'), nowIso: () => '2026-11-25T18:00:00.000+01:00' });
  sales = createSaleDesk({
    journal,
    newId,
    rules: () => ({ currency: 'SEK', vatRates: [2_500], defaultVatRate: 2_500 }),
    product: () => null,
    productByEan: () => null,
    productBySku: () => null,
    isLocked: () => false,
    cardFromScan: () => null,
    words: { amountRow: () => 'Amount' },
  });
  rows = createUnpaidRows({ journal, sales, newId });
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
    facts: { id: 'tab-1' },
    state: { kind: 'expired', invoiceReference: '1', unpaid: termsOfSale(tabSale), ...more },
  }) as unknown as AttemptRecord;
const total = () => sales.view().figures.total.minor;

describe('the rows of a tab whose money is gone (PF-29)', () => {
  it('come to a free counter at once, as a sale of their own', () => {
    rows.ended(gone());
    expect(total()).toBe(50_000);
    expect(sales.view().sale.id).not.toBe('tab-sale');
  });

  it('wait, also over a restart, while another sale is in the way, and come when the alarm is read', () => {
    sales.apply({ kind: 'sale.addAmount', minor: 1_000 });
    rows.ended(gone());
    expect(total()).toBe(1_000);
    expect(rows.takeUp('tab-1')).toMatchObject({ ok: false, problem: { code: 'tab.rows-wait' } });
    journal.close();
    openTill();
    sales.apply({ kind: 'sale.void', revision: sales.view().revision });
    expect(rows.takeUp('tab-1')).toEqual({ ok: true });
    expect(total()).toBe(50_000);
    sales.apply({ kind: 'sale.void', revision: sales.view().revision });
    expect(rows.takeUp('tab-1')).toEqual({ ok: true });
    expect(total()).toBe(0);
  });

  it('do not come when the cashier let go of the money', () => {
    rows.ended(gone({ kind: 'cancelled', askedHere: true, contactLost: false }));
    expect(total()).toBe(0);
  });
});
