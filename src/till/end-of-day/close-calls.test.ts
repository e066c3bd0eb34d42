import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { Close, CloseEvent, CloseResult, Report, ReportMeta } from '../../day/index.ts';
import { money } from '../../money/index.ts';
import type { SeqrService } from '../../protocol/index.ts';
import { GIVEN_KEY } from '../testing/given-key.ts';
import { createCloseAsking, SETTLES_AFTER_MS } from './close-calls.ts';
import type { Asked } from './close-calls.ts';

const PERIOD = '4711';
const TERMINAL = 't1';
const AT = '2026-11-23T17:00:00.000+01:00';

function waiting(scope: 'terminal' | 'shop'): Close {
  const mark = { at: AT, entry: 90, receipt: 12, open: [] };
  return {
    facts: {
      id: 'c1',
      endpoint: 'simulator',
      terminalId: TERMINAL,
      register: 'Till 1',
      scope,
      cashier: { number: '1', name: 'Anna' },
      business: { name: 'Shop', organisationNumber: '556016-0680', address: [] },
      currency: 'SEK',
      language: 'en',
      practice: false,
      startedAt: AT,
    },
    number: null,
    from: null,
    mark,
    lost: [],
    state: { kind: 'waiting', periodId: PERIOD },
    stateNumber: 2,
  };
}

const NOTHING = money(0, 'SEK');
/** Whatever is compared comes out so. */
const RESULT: CloseResult = {
  root: 'TransactionDetails',
  meta: { resellerId: null, terminalId: null, transactionPeriodId: null, generatedAt: null },
  sales: { count: 0, total: NOTHING },
  returns: { count: 0, total: NOTHING },
  comparison: { kind: 'details', both: [], differs: [], tillOnly: [], seqrOnly: [], lost: [], elsewhere: { count: 0, total: NOTHING } },
  resolutions: [],
};

/** What happens to a close for which SEQR has this report. */
async function afterReport(
  scope: 'terminal' | 'shop',
  meta: Partial<ReportMeta>,
  { result, sinceMarkMs, asked }: { readonly result: CloseResult; readonly sinceMarkMs: number; readonly asked: Asked } = {
    result: RESULT,
    sinceMarkMs: 3_000,
    asked: 'over',
  },
): Promise<readonly CloseEvent[]> {
  const events: CloseEvent[] = [];
  const report: Report = {
    root: 'TransactionDetails',
    shape: 'details',
    rows: [],
    meta: { resellerId: null, terminalId: null, transactionPeriodId: null, generatedAt: null, ...meta },
  };
  // Nothing but executeReport is asked of it here.
  const service: Pick<SeqrService, 'executeReport'> = {
    executeReport: () =>
      Promise.resolve({
        kind: 'answered',
        resultCode: 0,
        resultDescription: '',
        ersReference: null,
        value: { report: { title: null, mimeType: null, content: '' } },
        serverDateMs: null,
        tookMs: 5,
      }),
  };
  const asking = createCloseAsking({
    clock: createVirtualClock(),
    books: { mark: () => waiting(scope).mark, lastMark: () => null, reconcile: () => result, openAt: () => [], formerTerminals: () => [] },
    key: GIVEN_KEY,
    service: () => Promise.resolve(service as SeqrService),
    clientReference: () => 'K1',
    readReport: () => ({ ok: true, report }),
    happened: (event) => events.push(event),
    stopped: () => false,
  });
  expect(await asking.report(waiting(scope), false, sinceMarkMs)).toBe(asked);
  return events;
}

describe('a report (PF-17)', () => {
  test.each<['terminal' | 'shop', Partial<ReportMeta>]>([
    ['terminal', { transactionPeriodId: PERIOD, terminalId: TERMINAL }],
    ['terminal', {}],
    ['shop', { transactionPeriodId: PERIOD, terminalId: 't2' }],
  ])('of the %s that says it is of %o is compared', async (scope, meta) => {
    expect(await afterReport(scope, meta)).toEqual([{ kind: 'matched', result: RESULT }]);
  });

  test.each<['terminal' | 'shop', Partial<ReportMeta>, string]>([
    ['terminal', { transactionPeriodId: PERIOD, terminalId: 't2' }, 't2'],
    ['terminal', { terminalId: 't2' }, 't2'],
    ['terminal', { transactionPeriodId: '4710', terminalId: TERMINAL }, '4710'],
    ['shop', { transactionPeriodId: '4710' }, '4710'],
  ])('of the %s that says it is of %o is compared with nothing: the close is held', async (scope, meta, detail) => {
    expect(await afterReport(scope, meta)).toEqual([{ kind: 'noReport', problem: { code: 'day.report-of-another', params: { detail } } }]);
  });

  const stays = { subject: 'payment', id: 'p', correlationId: 'K', amount: NOTHING, was: 'orphan', verdict: 'notPaid' } as const;
  const row = { terminalId: TERMINAL, cashierId: null, amount: NOTHING, ersReference: 'r1' };
  const comparison = RESULT.comparison.kind === 'details' ? { ...RESULT.comparison, seqrOnly: [row] } : RESULT.comparison;
  test.each([
    ['something open', { ...RESULT, resolutions: [stays] }],
    ['a row that nothing explains', { ...RESULT, comparison }],
  ])('that leaves %s settles nothing before 25 s have passed since the mark: it is fetched once more then', async (_, result) => {
    const early = { result, sinceMarkMs: SETTLES_AFTER_MS - 1, asked: 'later' } as const;
    expect(await afterReport('terminal', {}, early)).toEqual([]);
    const late = { result, sinceMarkMs: SETTLES_AFTER_MS, asked: 'over' } as const;
    expect(await afterReport('terminal', {}, late)).toEqual([{ kind: 'matched', result }]);
  });
});
