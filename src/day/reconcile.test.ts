import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '../money/index.ts';
import type { Close } from './close.ts';
import { match } from './match.ts';
import { reconcile } from './reconcile.ts';
import type { DetailRow, Report } from './report.ts';
import { row, TERMINAL } from './testing/examples.ts';

const at = '2026-11-23T17:00:00.000+01:00';
const meta = { resellerId: null, terminalId: TERMINAL, transactionPeriodId: null, generatedAt: null };
const details = (rows: readonly DetailRow[]): Report => ({ shape: 'details', rows, root: 'TransactionDetails', meta });
const amount = money(100, 'SEK');
/** A payment and a refund of 1.00 that nobody knows the outcome of, open at every mark. */
const payment = { id: 'p', correlationId: 'KP', amount, doubts: [], kind: 'unknown', answered: false } as const;
const refund = { id: 'b', correlationId: 'KB', amount, kind: 'refund', at } as const;

const reported: Close = {
  facts: {
    id: 'c',
    endpoint: 'simulator',
    terminalId: TERMINAL,
    register: 'Till 1',
    scope: 'terminal',
    cashier: { number: '1', name: 'Anna' },
    business: { name: 'Fisk', organisationNumber: '1', address: [] },
    currency: 'SEK',
    language: 'en',
    practice: false,
    startedAt: at,
  },
  number: null,
  from: null,
  mark: { at, entry: 0, receipt: 0, open: [payment.id, refund.id] },
  lost: [],
  state: { kind: 'waiting', periodId: '2' },
  stateNumber: 1,
};

/** The close before it, whose report had those rows; nothing explained them then. */
function earlierClose(rows: readonly DetailRow[]): Close {
  const report = details(rows);
  const comparison = match({ report, terminalId: TERMINAL, scope: 'terminal', currency: 'SEK', entries: [], others: [] });
  const none = { count: 0, total: money(0, 'SEK') };
  return {
    ...reported,
    number: 1,
    state: {
      kind: 'done',
      periodId: '1',
      result: { root: report.root, meta, sales: none, returns: none, comparison, resolutions: [] },
      doneAt: at,
    },
  };
}

test('a row that a record of the till names by now resolves nothing again and is offered to nobody, in whichever period it lies (PF-14, PF-18)', () => {
  const reference = fc.constantFrom('r1', 'r2', 'r3', 'r4', null);
  const rows = fc.array(
    fc.tuple(reference, fc.constantFrom(100, -100, 90)).map(([name, minor]) => row(name, minor)),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(rows, rows, fc.subarray(['r1', 'r2', 'r3', 'r4']), (now, before, known) => {
      const { resolutions } = reconcile({
        close: reported,
        report: details(now),
        entries: [],
        others: [],
        payments: [payment],
        disbursements: [refund],
        earlier: [earlierClose(before)],
        isKnown: (name) => known.includes(name),
      });
      const free = [...now, ...before].filter(({ ersReference }) => ersReference === null || !known.includes(ersReference));
      const [paid, back] = [100, -100].map((minor) => free.filter((each) => each.amount.minor === minor));
      expect(resolutions).toMatchObject([
        paid?.length === 0
          ? { id: 'p', verdict: 'notPaid' }
          : { id: 'p', verdict: 'offered', references: paid?.flatMap(({ ersReference }) => ersReference ?? []) },
        back?.length === 1
          ? { id: 'b', verdict: 'done', row: back[0] }
          : { id: 'b', verdict: 'stays', because: back?.length === 0 ? 'noOtherListed' : 'ambiguous' },
      ]);
    }),
  );
});
