import type { JournalRow } from '../../src/contract/index.ts';
import { money, zero } from '../../src/money/index.ts';
import type { Receipt } from '../../src/receipt/index.ts';
import { BASE } from './sample-base.ts';
import { MANY_SALE } from './sample-sale.ts';

const MINUTES_BETWEEN = 17;

/** Forty receipts, back from now. */
export function sampleRows(): readonly JournalRow[] {
  return Array.from({ length: 40 }, (_, index) => ({
    number: 1041 - index,
    kind: 'sale',
    issuedAt: new Date(Date.now() - index * MINUTES_BETWEEN * 60_000).toISOString(),
    total: money(8400 + ((index * 7919) % 90_000), 'SEK'),
    cashierName: index % 3 === 0 ? 'Björn' : 'Anna',
    ersReference: index === 2 ? null : `201511221432${String(32_678 + index * 131)}`,
    invoiceReference: `inv-${index}`,
    copyPrinted: index === 1,
  }));
}

/** The sale of eight rows, as it was paid. */
export function receiptOf(number: number): Receipt {
  const { sale, figures } = MANY_SALE;
  const { name, organisationNumber, address } = BASE.setup.business;
  return {
    kind: 'sale',
    number,
    issuedAt: '2025-11-22T14:32:00.000+01:00',
    business: { name, organisationNumber, address },
    register: BASE.register,
    cashier: { number: '1', name: 'Anna' },
    rows: sale.rows.map((row, index) => {
      const own = figures.rows[index];
      return {
        name: row.name,
        quantityMilli: row.quantityMilli,
        unit: row.unit,
        unitPrice: row.unitPrice,
        vatRate: row.vatRate,
        gross: own?.gross ?? zero('SEK'),
        discount: own?.discount ?? zero('SEK'),
        total: own?.total ?? zero('SEK'),
      };
    }),
    subtotal: figures.subtotal,
    saleDiscount: figures.saleDiscount,
    total: figures.total,
    vat: figures.vat,
    vatTotal: figures.vatTotal,
    tenders: [{ kind: 'seqr', amount: figures.total, ersReference: '20151122143232678', invoiceReference: 'inv-1' }],
    correlationId: 'K7-2041',
    practice: true,
    completedAfterRestart: false,
    language: BASE.preferences.receiptLanguage,
  };
}
