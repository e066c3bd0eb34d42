import type { CloseDocument, CloseRow, CloseView, DayView, ReportDocumentView, Snapshot } from '../../src/contract/index.ts';
import type { Close, TillEntry } from '../../src/day/index.ts';
import { money } from '../../src/money/index.ts';
import { REPORT_IDS } from '../../src/protocol/index.ts';
import { BASE } from './sample-base.ts';

const PERIOD = '770012';
const DONE_AT = '2025-11-22T20:04:00.000+01:00';
const sek = (minor: number) => money(minor, 'SEK');

const day = (more: Partial<DayView>): Partial<Snapshot> => ({
  day: { ...BASE.day, lastNumber: 2, ...more },
});
const underWay = (state: CloseView['state'], more: Partial<CloseView> = {}): Partial<Snapshot> =>
  day({
    close: {
      closeId: 'close-3',
      stateNumber: 2,
      scope: 'terminal',
      startedAt: DONE_AT,
      state,
      forMs: 3_000,
      needsPassword: false,
      tries: 1,
      problem: null,
      canFinishWithout: state !== 'marking' && state !== 'reported',
      lostMarks: 0,
      former: null,
      ...more,
    },
  });

/** The close of day, by the name of the picture. */
export const DAY_SAMPLES: Readonly<Record<string, Partial<Snapshot>>> = {
  'day-closed': day({}),
  'day-marking': underWay('marking'),
  'day-mark-lost': underWay('markLost', { lostMarks: 1, needsPassword: true }),
  'day-not-marked': underWay('notMarked', { problem: { code: 'seqr.markTransactionPeriod.20' } }),
  'day-waiting': underWay('waiting', { tries: 3, forMs: 8_000 }),
  'day-held': underWay('held', { needsPassword: true, problem: { code: 'seqr.executeReport.33' } }),
  'day-report': day({
    report: { reportId: REPORT_IDS[5], periodId: PERIOD, state: 'ready', forMs: 0, tries: 1, problem: null, revision: 1 },
  }),
};

export const CLOSES: readonly CloseRow[] = [
  {
    number: 2,
    doneAt: DONE_AT,
    periodId: PERIOD,
    scope: 'terminal',
    verdict: 'differs',
    sales: { count: 4, total: sek(31_300) },
    returns: { count: 1, total: sek(-4_900) },
  },
  {
    number: 1,
    doneAt: '2025-11-21T20:01:00.000+01:00',
    periodId: '770011',
    scope: 'terminal',
    verdict: 'agrees',
    sales: { count: 9, total: sek(104_200) },
    returns: null,
  },
];

const entry = (id: string, minor: number, more: Partial<TillEntry> = {}): TillEntry => ({
  kind: minor < 0 ? 'return' : 'sale',
  id,
  correlationId: `K7-${id}`,
  receiptNumber: 1000 + Number(id),
  ersReference: `201511221432326${id}`,
  amount: sek(minor),
  at: '2025-11-22T14:32:00.000+01:00',
  reversed: false,
  mayBeLost: false,
  ...more,
});
const row = (id: string, minor: number) => ({
  terminalId: 'b1946ac9',
  cashierId: '1',
  amount: sek(minor),
  ersReference: `201511221432326${id}`,
});
const pair = (id: string, minor: number, seqr = minor) => ({
  till: entry(id, minor),
  seqr: row(id, seqr),
  otherClose: false,
  resolved: false,
});

const CLOSE: Close = {
  facts: {
    id: 'close-2',
    endpoint: 'simulator',
    terminalId: 'b1946ac9',
    register: 'Kassa 1',
    scope: 'terminal',
    cashier: { number: '1', name: 'Anna' },
    business: { name: 'Kafé Kastanjen AB', organisationNumber: '556677-8899', address: ['Storgatan 1', '111 22 Stockholm'] },
    currency: 'SEK',
    language: 'en',
    practice: true,
    startedAt: DONE_AT,
  },
  number: 2,
  from: null,
  mark: { at: DONE_AT, entry: 412, receipt: 1041, open: ['14'] },
  lost: [{ at: DONE_AT, entry: 400, receipt: 1039, open: [] }],
  recoveries: ['2025-11-22T11:20:00.000+01:00'],
  stateNumber: 5,
  state: {
    kind: 'done',
    periodId: PERIOD,
    doneAt: DONE_AT,
    result: {
      root: 'TransactionDetails',
      meta: { resellerId: 'reseller', terminalId: 'b1946ac9', transactionPeriodId: PERIOD, generatedAt: '2025-11-22 20:03' },
      sales: { count: 4, total: sek(31_300) },
      returns: { count: 1, total: sek(-4_900) },
      comparison: {
        kind: 'details',
        both: [pair('10', 14_900), pair('11', -4_900)],
        differs: [pair('12', 7_700, 7_900)],
        tillOnly: [entry('13', 4_200, { reversed: true }), entry('17', 5_400)],
        seqrOnly: [row('14', 7_700)],
        lost: [entry('15', 1_000, { mayBeLost: true })],
        elsewhere: { count: 0, total: sek(0) },
      },
      resolutions: [
        {
          subject: 'payment',
          id: '14',
          correlationId: 'K7-14',
          amount: sek(7_700),
          was: 'unknown',
          verdict: 'offered',
          references: ['20151122143232614'],
        },
        { subject: 'payment', id: '16', correlationId: 'K7-16', amount: sek(8_900), was: 'orphan', verdict: 'notPaid' },
      ],
    },
  },
};
export const CLOSE_DOCUMENT: CloseDocument = {
  close: CLOSE,
  offers: [
    { attemptId: '14', stateNumber: 3, correlationId: 'K7-14', amount: sek(7_700), startedAt: DONE_AT, references: ['20151122143232614'] },
  ],
  lines: [
    {
      kind: 'seqrOnly',
      id: 'C7.0',
      correlationId: null,
      receiptNumber: null,
      ersReference: '20151122143232614',
      amount: sek(7_700),
      at: DONE_AT,
      terminalId: null,
      notPaid: null,
    },
    {
      kind: 'tillOnly',
      id: '17',
      correlationId: 'K7-17',
      receiptNumber: 1017,
      ersReference: '20151122143232617',
      amount: sek(5_400),
      at: DONE_AT,
      terminalId: 'b1946ac9',
      notPaid: { stateNumber: 5 },
    },
  ],
};
export const REPORT_DOCUMENT: ReportDocumentView = {
  reportId: REPORT_IDS[5],
  periodId: PERIOD,
  report: {
    shape: 'details',
    rows: [row('10', 14_900), row('11', -4_900), row('14', 7_700)],
    root: 'TransactionDetails',
    meta: { resellerId: 'reseller', terminalId: 'b1946ac9', transactionPeriodId: PERIOD, generatedAt: '2025-11-22 20:03' },
  },
};
