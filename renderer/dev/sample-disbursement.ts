import type { DisbursementLine, DisbursementScreen, DisbursementView, RefundView, Snapshot } from '../../src/contract/index.ts';
import { money } from '../../src/money/index.ts';
import type { ReturnReceipt } from '../../src/receipt/index.ts';
import { receiptOf } from './sample-journal.ts';

/** The sale whose money goes back in the samples. */
export const REFUNDED = 1041;
const AMOUNT = money(4_320, 'SEK');
const WHAT = { kind: 'refund', receiptNumber: REFUNDED, paymentReference: '20151122143232678' } as const;

const disbursement = (screen: DisbursementScreen, more: Partial<DisbursementView> = {}): Partial<Snapshot> => ({
  disbursement: {
    revision: 3,
    current: { id: 'refund-1', stateNumber: 2, correlationId: 'K7-2050', amount: AMOUNT, what: WHAT, screen, ...more },
  },
});

/** Money that leaves the shop, by the name of the picture. */
export const DISBURSEMENT_SAMPLES: Readonly<Record<string, Partial<Snapshot>>> = {
  'refund-sending': disbursement({ kind: 'sending', slow: true }),
  'refund-done': disbursement({ kind: 'done', lastSix: '040321', receiptNumber: 1042, recorded: true }),
  'refund-unknown': disbursement({ kind: 'unknown' }),
  'refund-not-sent': disbursement({ kind: 'notSent' }),
  'refund-refused': disbursement({ kind: 'refused', resultCode: 99, registration: false }),
  'pay-out-done': disbursement(
    { kind: 'done', lastSix: '040399', receiptNumber: null, recorded: true },
    { what: { kind: 'credit', userId: 'igaminga57f1d00' } },
  ),
};

const line = (id: string, state: DisbursementLine['state'], more: Partial<DisbursementLine> = {}): DisbursementLine => ({
  id,
  stateNumber: 2,
  what: WHAT,
  amount: AMOUNT,
  startedAt: '2025-11-22T15:01:00.000+01:00',
  correlationId: `K7-${id}`,
  reason: 'Goods returned',
  state,
  resultCode: null,
  ersReference: null,
  receiptNumber: null,
  ...more,
});

export const PAY_OUTS: readonly DisbursementLine[] = [
  line('2061', 'done', { what: { kind: 'credit', userId: 'igaminga57f1d00' }, ersReference: '20151122150132901', reason: '' }),
  line('2062', 'unknown', { what: { kind: 'credit', userId: 'igamingb0e40000' }, reason: 'Prize,no.7' }),
];

/** A sale that nothing has gone back of. */
export function refundOf(receiptNumber: number): RefundView {
  const { rows, total } = receiptOf(receiptNumber);
  return {
    receiptNumber,
    problem: null,
    paid: total,
    refundable: total,
    rows: rows.map(({ name, unit, quantityMilli, total: left }, index) => ({
      index,
      name,
      unit,
      soldMilli: quantityMilli,
      leftMilli: quantityMilli,
      leftAmount: left,
    })),
    refunds: [],
  };
}

/** The same after one refund, one that SEQR refused, and one that nobody knows the end of. */
export function refundedOf(receiptNumber: number): RefundView {
  const refunds = [
    line('2050', 'done', { ersReference: '20151122150140321', receiptNumber: 1042 }),
    line('2051', 'refused', { resultCode: 99 }),
    line('2052', 'unknown'),
  ];
  return { ...refundOf(receiptNumber), refundable: money(1_000, 'SEK'), refunds };
}

/** One of the rows came back. */
export function returnOf(number: number): ReturnReceipt {
  const sale = receiptOf(REFUNDED);
  return {
    ...sale,
    kind: 'return',
    number,
    returns: { number: REFUNDED, issuedAt: sale.issuedAt, ersReference: WHAT.paymentReference, reason: 'Goods returned' },
  };
}
