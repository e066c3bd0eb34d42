import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { money } from '../money/index.ts';
import { walkEverywhere } from '../state-chart/testing/walk-everywhere.ts';
import { CLOSE_CHART } from './chart.ts';
import { closePaper } from './close-paper.ts';
import { isUnderWay, stepClose } from './close.ts';
import type { Close, CloseEvent, CloseResult } from './close.ts';
import { closeCsv, reportCsv } from './csv.ts';
import { entry, row } from './testing/examples.ts';

const mark = { at: '2026-11-23T17:00:00.000+01:00', entry: 90, receipt: 12, open: ['a'] };
const begun: Close = {
  facts: {
    id: 'c1',
    endpoint: 'simulator',
    terminalId: 't1',
    register: 'Till 1',
    scope: 'terminal',
    cashier: { number: '1', name: 'Anna' },
    business: { name: 'Fisk & Co', organisationNumber: '556016-0680', address: ['Kajen 1'] },
    currency: 'SEK',
    language: 'sv',
    practice: false,
    startedAt: mark.at,
  },
  number: null,
  from: null,
  mark,
  lost: [],
  state: { kind: 'marking' },
  stateNumber: 1,
};
const result: CloseResult = {
  root: 'TransactionDetails',
  meta: { resellerId: null, terminalId: null, transactionPeriodId: null, generatedAt: null },
  sales: { count: 2, total: money(35_000, 'SEK') },
  returns: { count: 0, total: money(0, 'SEK') },
  comparison: {
    kind: 'details',
    both: [{ till: entry('r1', 14_900), seqr: row('r1', 14_900), otherClose: false, resolved: false }],
    differs: [],
    tillOnly: [entry('r2', 20_100, { receiptNumber: 12, reversed: true })],
    seqrOnly: [row('=HYPERLINK("x")', -1_050)],
    lost: [],
    elsewhere: { count: 0, total: money(0, 'SEK') },
  },
  resolutions: [{ subject: 'payment', id: 'a', correlationId: 'K9', amount: money(100, 'SEK'), was: 'orphan', verdict: 'notPaid' }],
};
const problem = { code: 'day.report-late' } as const;
const after = (...events: readonly CloseEvent[]): Close => events.reduce(stepClose, begun);
const done = after(
  { kind: 'marked', periodId: '2015', seqrMs: null },
  { kind: 'matched', result },
  { kind: 'finished', number: 7, doneAt: mark.at, open: [] },
);

/** Whatever can happen to a close. */
const EVENTS: readonly CloseEvent[] = [
  { kind: 'marked', periodId: '1', seqrMs: null },
  { kind: 'markUnanswered' },
  { kind: 'notMarked', problem },
  { kind: 'markAgain', mark },
  { kind: 'noReport', problem },
  { kind: 'goOn' },
  { kind: 'matched', result },
  { kind: 'finished', number: 1, doneAt: mark.at, open: [] },
];

describe('a close', () => {
  test('keeps a lost mark whatever follows, and marks a new one in its own name', () => {
    const again = after({ kind: 'markUnanswered' }, { kind: 'markAgain', mark: { ...mark, receipt: 14 } });
    expect(again).toMatchObject({ lost: [mark], mark: { receipt: 14 }, state: { kind: 'marking' } });
    // Refused after a lost one, it is not forgotten with the refusal.
    expect(stepClose(again, { kind: 'notMarked', problem })).toMatchObject({ lost: [mark], state: { kind: 'markLost', problem } });
    expect(after({ kind: 'notMarked', problem }).state).toEqual({ kind: 'notMarked', problem });
  });

  test('takes each arrow of its state chart, and no other (PF-17)', () => {
    const taken = walkEverywhere<Close, CloseEvent>({
      begin: begun,
      events: EVENTS,
      step: stepClose,
      traits: ({ state, lost }) => JSON.stringify([state.kind, lost.length > 0]),
      arrows: ({ state: from }, { kind }, { state: to }) => (from.kind === to.kind ? [] : [`${from.kind} ${kind} ${to.kind}`]),
    });
    expect(CLOSE_CHART.map(({ from, by, to }) => `${from} ${by} ${to}`).sort()).toEqual([...taken].sort());
  });

  test('once done never changes, and only a done one has a number, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 }), (events) => {
        let close = begun;
        for (const next of events) {
          const before = close;
          close = stepClose(close, next);
          if (close !== before) expect(close.stateNumber).toBe(before.stateNumber + 1);
          // One that came to nothing can still be finished without SEQR; nobody goes on with it.
          if (!isUnderWay(before) && (before.state.kind === 'done' || next.kind !== 'finished')) expect(close).toBe(before);
          expect(close.lost.length).toBeGreaterThanOrEqual(before.lost.length);
          expect(close.number !== null).toBe(close.state.kind === 'done');
        }
      }),
    );
  });
});

describe('the table of a close', () => {
  test('is Swedish Excel’s: mark, semicolons, decimal commas; and holds no formula', () => {
    const lines = closeCsv(done).split('\r\n');
    expect(lines[0]).toMatch(/^\u{feff}Avslut;/u);
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe('7;2015;Bara i kassan;Betalning;12;2026-11-23T17:00:00.000+01:00;K1;r2;201,00;;SEK;;SEQR tog tillbaka den');
    expect(lines[2]).toContain(`;"'=HYPERLINK(""x"")";;-10,50;SEK;`);
    expect(lines[4]).toContain('Möjlig betalning K9: inga pengar behölls');
  });

  test('of a report in English has commas and points', () => {
    const report = { root: 'TransactionDetails', meta: result.meta, shape: 'details', rows: [row('r1', -1_050)] } as const;
    expect(reportCsv(report, 'en')).toBe('\u{feff}Terminal,Cashier,SEQR reference,Amount,Currency\r\nt1,,r1,-10.50,SEK\r\n');
  });

  test.each(['=', '+', '-', '@', '\t', '\r'])('marks a text from outside that begins with %j as text, and no other (security)', (start) => {
    const cellOf = (cashierId: string): unknown => {
      const report = { root: 'TransactionDetails', meta: result.meta, shape: 'details', rows: [{ ...row('r1', 100), cashierId }] } as const;
      return Papa.parse<readonly string[]>(reportCsv(report, 'sv').slice(1), { delimiter: ';', newline: '\r\n' }).data[1]?.[1];
    };
    expect(cellOf(`${start}1+1`)).toBe(`'${start}1+1`);
    expect(cellOf(`7${start}1`)).toBe(`7${start}1`);
  });
});

test('the paper of a close names what differs with both figures, and counts what agrees', () => {
  const text = JSON.stringify(closePaper(done));
  for (const words of [
    'Dagsavslut 7',
    'Kassan och SEQR skiljer sig',
    'Bara i kassan (1)',
    'Kvitto 12',
    '201,00',
    'SEQR tog tillbaka den',
    'Möjlig betalning K9',
    '350,00',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('"r1"');
});
