import type { Close } from '../../day/index.ts';
import { FACTS, LIVE, NOW } from '../../payment/testing/example.ts';
import type { AttemptRecord } from '../../records/index.ts';

/** A payment whose invoice waits on the screen. */
export const WAITING: AttemptRecord = {
  facts: FACTS,
  state: LIVE,
  stateNumber: 4,
  stages: { sent: NOW, waiting: NOW, confirming: null, paid: null },
  changedAt: NOW,
  receiptNumber: null,
  onScreen: true,
  alarms: [],
  listed: false,
};

/** The facts of a call, for a refund or a pay-out of 1.00 SEK. */
export const CALL = {
  id: 'o1',
  correlationId: 'K1',
  clientReference: 'K1',
  clientInvoiceId: 'o1',
  endpoint: 'simulator',
  terminalId: 't',
  register: 'Till 1',
  cashier: { number: '1', name: 'Anna' },
  amount: { currency: 'SEK', minor: 100 },
  startedAt: NOW,
} as const;

/** A close of day that has begun. */
export function exampleClose(id: string, more: Partial<Close> = {}): Close {
  const facts = {
    id,
    endpoint: 'simulator',
    terminalId: 't',
    register: 'Till 1',
    scope: 'terminal',
    cashier: { number: '1', name: 'Anna' },
    business: { name: 'Fisk', organisationNumber: '1', address: [] },
    currency: 'SEK',
    language: 'sv',
    practice: true,
    startedAt: NOW,
  } as const;
  const mark = { at: NOW, entry: 12, receipt: 3, open: [] };
  return { facts, number: null, from: null, mark, lost: [], state: { kind: 'marking' }, stateNumber: 1, ...more };
}
