import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Close } from './close.ts';
import { match } from './match.ts';
import { reconcile } from './reconcile.ts';
import type { ReconcileInput } from './reconcile.ts';
import type { DetailRow, Report } from './report.ts';
import { entry, row, TERMINAL } from './testing/examples.ts';
import { doneClose, exampleClose, exampleMark, HOUR_MS } from './testing/periods.ts';

const meta = { resellerId: null, terminalId: TERMINAL, transactionPeriodId: null, generatedAt: null };
const details = (rows: readonly DetailRow[]): Report => ({ shape: 'details', rows, root: 'TransactionDetails', meta });
const amount = money(100, 'SEK');
/** A payment and a refund of 1.00 that nobody knows the outcome of, open at every mark. */
const payment = { id: 'p', correlationId: 'KP', amount, doubts: [], kind: 'unknown', answered: false, sent: null } as const;
const refund = {
  id: 'b',
  correlationId: 'KB',
  amount,
  kind: 'refund',
  outcome: 'unknown',
  payment: 'r0',
  sent: null,
  at: '',
  receiptNumber: null,
} as const;
const open = [payment.id, refund.id];
const reported = exampleClose({
  mark: exampleMark(9, { open }),
  from: exampleMark(5, { open }),
  state: { kind: 'waiting', periodId: '2' },
});

/** The close before it, whose report had those rows; nothing explained them then. */
function earlierClose(rows: readonly DetailRow[]): Close {
  const comparison = match({ report: details(rows), terminalId: TERMINAL, scope: 'terminal', currency: 'SEK', entries: [], others: [] });
  return doneClose(exampleClose({ mark: exampleMark(5, { open }) }), 1, { comparison });
}

function reconciled(more: Partial<ReconcileInput>) {
  return reconcile({
    close: reported,
    report: details([]),
    entries: [],
    reversals: [],
    others: [],
    payments: [],
    unconfirmed: [],
    claims: [],
    earlier: [],
    isOwned: () => false,
    rule: { absenceMs: 72 * HOUR_MS },
    ...more,
  });
}

test('a row that a record of the till names by now resolves nothing again and is offered to nobody, in whichever period it lies (PF-14, PF-18)', () => {
  const reference = fc.constantFrom('r1', 'r2', 'r3', 'r4', null);
  const rows = fc.array(
    fc.tuple(reference, fc.constantFrom(100, -100, 90)).map(([name, minor]) => row(name, minor)),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(rows, rows, fc.subarray(['r1', 'r2', 'r3', 'r4']), (now, before, known) => {
      const { resolutions } = reconciled({
        report: details(now),
        payments: [payment],
        claims: [refund],
        earlier: [earlierClose(before)],
        // Of a refund or a pay-out if it goes out, and of a payment if it comes in; none of the payment that is given back here.
        isOwned: (name, direction) => known.includes(name) && (direction === 'out' || now.length > 2),
      });
      const isFree = ({ ersReference, amount: { minor } }: DetailRow): boolean =>
        ersReference === null || !known.includes(ersReference) || (minor > 0 && now.length <= 2);
      const free = [...before, ...now].filter(isFree);
      const [paid, back] = [100, -100].map((minor) => free.filter((each) => each.amount.minor === minor));
      expect(resolutions).toMatchObject([
        paid?.length === 0
          ? { id: 'p', verdict: 'stays' }
          : { id: 'p', verdict: 'offered', references: paid?.flatMap(({ ersReference }) => ersReference ?? []) },
        back?.length === 1
          ? { id: 'b', verdict: 'done', row: back[0] }
          : { id: 'b', verdict: 'stays', because: back?.length === 0 ? 'tooEarly' : 'ambiguous' },
      ]);
    }),
  );
});

test('what an earlier report has listed already is in the close of its receipt all the same, and is counted there', () => {
  const earlier = [earlierClose([row('r1', 100)])];
  const till = entry('r1', 100);
  const result = reconciled({ earlier, entries: [till] });
  expect(result.comparison).toMatchObject({ both: [{ till, otherClose: true, otherReport: true }], tillOnly: [] });
  expect(result.sales).toMatchObject({ count: 1, total: { minor: 100 } });
  // With another amount it was not that.
  expect(reconciled({ earlier, entries: [entry('r1', 90)] }).comparison).toMatchObject({ both: [], tillOnly: [{ amount: { minor: 90 } }] });
});

test('a refund that this report settles is counted here, and never again: also one that an earlier report listed', () => {
  const earlier = [earlierClose([row('b1', -100)])];
  const result = reconciled({ earlier, claims: [refund] });
  expect(result.resolutions).toMatchObject([{ verdict: 'done', ersReference: 'b1' }]);
  expect(result.returns).toMatchObject({ count: 1, total: { minor: -100 } });
  const next = exampleClose({ mark: exampleMark(12), from: reported.mark });
  const after = reconciled({
    close: next,
    earlier: [...earlier, doneClose(reported, 2, result)],
    entries: [entry('b1', -100, { id: refund.id })],
  });
  expect(after.returns).toMatchObject({ count: 0 });
});

test('a counter-receipt is counted with what went back, and never looked for at SEQR (PF-33)', () => {
  const result = reconciled({ entries: [entry('r1', 100, { reversed: true })], reversals: [{ amount: money(-100, 'SEK') }] });
  expect([result.sales.total.minor, result.returns.total.minor]).toEqual([100, -100]);
  expect(result.comparison).toMatchObject({ seqrOnly: [], tillOnly: [{ reversed: true }] });
});

test('what was done without a word of its reference gets its row together with one that was unknown', () => {
  const untold = { ...refund, id: 'u', outcome: 'untold', payment: 'r9' } as const;
  const missed = entry(null, -100, { id: 'u' });
  const result = reconciled({ report: details([row('b1', -100), row('b2', -100)]), claims: [refund, untold], entries: [missed] });
  expect(result.comparison).toMatchObject({ tillOnly: [], seqrOnly: [], both: [{ resolved: true }, { till: missed, resolved: true }] });
});
