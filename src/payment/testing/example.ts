import { money } from '../../money/index.ts';
import type { Sale } from '../../sale/index.ts';
import { emptySale } from '../../sale/testing/empty-sale.ts';
import type { AttemptFacts, Invoiced, Live, Reserved } from '../attempt.ts';
import { termsOfSale } from '../terms.ts';
import type { Terms } from '../terms.ts';

/** A sale of one row, in minor units of SEK. */
export function exampleSale(id: string, minor: number): Sale {
  const row = {
    id: 'r',
    kind: 'amount',
    name: 'Goods',
    unitPrice: money(minor, 'SEK'),
    quantityMilli: 1000,
    unit: 'EA',
    vatRate: 2500,
  } as const;
  return { ...emptySale(id, 'SEK'), rows: [row] };
}

export const exampleTerms = (minor: number): Terms => termsOfSale(exampleSale('s', minor));

const FIRST = exampleTerms(14_900);

/** An attempt over 149.00 SEK. */
export const FACTS: AttemptFacts = {
  id: 'a',
  correlationId: 'K1',
  clientReference: 'K1',
  clientInvoiceId: 'a',
  endpoint: 'simulator',
  terminalId: 't',
  seqrId: '1',
  register: 'Till 1',
  cashier: { number: '1', name: 'Anna' },
  amount: FIRST.amount,
  sale: FIRST.sale,
  figures: FIRST.figures,
  startedAt: '2026-11-25T08:00:00.000+01:00',
  test: false,
  replaces: null,
};

/** What SEQR holds of it. */
export const INVOICED: Invoiced = {
  invoiceReference: '42',
  version: 1,
  terms: FIRST,
  asked: null,
  doubts: [],
  lastUpdate: null,
  contactLost: false,
  unanswerable: null,
};

/** Its invoice, waiting. */
export const LIVE: Live = { ...INVOICED, kind: 'live', invoiceQRCode: null, status: 'ISSUED', cancelWished: false, setAside: false };

export const NOW = '2026-11-25T08:00:10.000+01:00';

/** A tab of it, at rest. */
export const RESERVED: Reserved = {
  ...INVOICED,
  kind: 'reserved',
  phase: 'held',
  draft: FIRST,
  lastCommit: null,
  reservedAt: NOW,
  lapsesAt: null,
};

/** Its commit has had no usable answer. */
export const DOUBT = { commit: true, release: false, amountRefused: false } as const;
