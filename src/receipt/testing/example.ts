import { money } from '../../money/index.ts';
import { saleFigures } from '../../sale/figures.ts';
import type { Sale } from '../../sale/sale.ts';
import { buildReceipt } from '../build-receipt.ts';
import type { ReceiptParts } from '../build-receipt.ts';
import type { SaleReceipt } from '../receipt.ts';

const sek = (minor: number) => money(minor, 'SEK');

/** Two coffees, some apples and a mug at a discount, ten off the sale: every kind of row, three VAT rates. */
export const exampleSale: Sale = {
  id: 's',
  currency: 'SEK',
  rows: [
    { id: 'a', kind: 'product', name: 'Brewed coffee', unitPrice: sek(3500), quantityMilli: 2000, unit: 'EA', vatRate: 1200 },
    { id: 'b', kind: 'product', name: 'Apples, Ingrid Marie', unitPrice: sek(3490), quantityMilli: 450, unit: 'KGM', vatRate: 600 },
    {
      id: 'c',
      kind: 'free',
      name: 'Mug',
      unitPrice: sek(14_900),
      quantityMilli: 1000,
      unit: 'EA',
      vatRate: 2500,
      discount: { kind: 'percent', hundredths: 1000 },
    },
  ],
  discount: { kind: 'amount', amount: sek(1000) },
};

/** The receipt of {@link exampleSale}, practice off and in English unless said otherwise. */
export function exampleReceipt(more: Partial<ReceiptParts> = {}): SaleReceipt {
  const sale = more.sale ?? exampleSale;
  const figures = saleFigures(sale);
  return buildReceipt({
    sale,
    figures,
    number: 1042,
    issuedAt: '2026-11-23T18:36:07.123+01:00',
    business: { name: 'Café & Co', organisationNumber: '556000-0000', address: ['Storgatan 1', '111 22 Stockholm'] },
    register: 'Till 1',
    cashier: { number: '7', name: 'Åsa' },
    tenders: [{ kind: 'seqr', amount: figures.total, ersReference: '2015102910184861801032678', invoiceReference: '20151029186719114' }],
    correlationId: 'K7QX2M',
    practice: false,
    completedAfterRestart: false,
    language: 'en',
    ...more,
  });
}
