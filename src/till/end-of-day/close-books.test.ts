import { afterEach, beforeEach, expect, test } from 'vitest';
import { seriesOf } from '../../day/index.ts';
import type { Close, DetailRow, Mark, Report } from '../../day/index.ts';
import { openJournal } from '../../journal/index.ts';
import { money } from '../../money/index.ts';
import type { DisbursementRecord, Journal } from '../../records/index.ts';
import { createBooks } from './close-books.ts';
import type { Books } from './close-books.ts';

const AT = '2026-11-23T17:00:00.000+01:00';
const TERMINAL = 't1';
let journal: Journal;
let books: Books;
beforeEach(() => {
  journal = openJournal({ file: ':memory:', nowIso: () => AT });
  books = createBooks({
    journal,
    nowIso: () => AT,
    seqrNowMs: () => null,
    countedMs: () => 0,
    attemptsInPlay: () => [],
    isForTheReport: () => false,
    absenceMs: () => 72 * 3_600_000,
  });
});
afterEach(() => {
  journal.close();
});

function payOut(id: string, state: DisbursementRecord['state']): void {
  const facts = {
    id,
    correlationId: id,
    clientReference: id,
    clientInvoiceId: id,
    endpoint: 'simulator',
    terminalId: TERMINAL,
    register: 'Till 1',
    cashier: { number: '1', name: 'Anna' },
    startedAt: AT,
    kind: 'credit',
    amount: money(1_000, 'SEK'),
    reason: 'Prize',
    userId: 'u1',
    description: 'Prize',
  } as const;
  const sendings = [{ afterEntry: journal.entryCount(), seqrMs: null }];
  const record = { facts, state: { kind: 'sending' }, stateNumber: 1, changedAt: AT, receiptNumber: null, sendings } as const;
  journal.write({ entries: [{ kind: 'credit.sending', subject: id, body: {} }], disbursements: [record] });
  journal.write({ entries: [{ kind: `credit.${state.kind}`, subject: id, body: {} }], disbursements: [{ ...record, state }] });
}

const row = (ersReference: string): DetailRow => ({ terminalId: TERMINAL, cashierId: null, amount: money(-1_000, 'SEK'), ersReference });

/** Written down as done, with what the report came to. */
function closed(rows: readonly DetailRow[]): Close {
  const number = journal.nextCloseNumber();
  const meta = { resellerId: null, terminalId: TERMINAL, transactionPeriodId: null, generatedAt: null };
  const report: Report = { shape: 'details', rows, root: 'TransactionDetails', meta };
  const mark: Mark = books.mark('simulator');
  const facts = { id: `c${number}`, endpoint: 'simulator', terminalId: TERMINAL, register: 'Till 1', scope: 'terminal' } as const;
  const close: Close = {
    facts: {
      ...facts,
      cashier: { number: '1', name: 'Anna' },
      business: { name: 'Shop', organisationNumber: '', address: [] },
      currency: 'SEK',
      language: 'en',
      practice: false,
      startedAt: AT,
    },
    number: null,
    from: null,
    mark,
    lost: [],
    state: { kind: 'waiting', periodId: `period ${number}` },
    stateNumber: 2,
  };
  const from = journal.closesOf(seriesOf(close.facts), 1)[0]?.mark ?? null;
  const result = books.reconcile({ ...close, from }, report);
  const done: Close = { ...close, from, number, state: { kind: 'done', periodId: `period ${number}`, result, doneAt: AT } };
  journal.write({ entries: [{ kind: 'close.done', subject: done.facts.id, body: {} }], closes: [done] });
  return done;
}

test('a pay-out that SEQR books a period later is found by its reference, and is no evidence for another pay-out (PF-14)', () => {
  payOut('K1', { kind: 'done', ersReference: 'r1', resolvedBy: 'answer' });
  expect(closed([]).state).toMatchObject({ result: { comparison: { tillOnly: [{ id: 'K1' }] } } });
  payOut('K2', { kind: 'unknown' });
  const second = closed([row('r1')]);
  expect(second.state).toMatchObject({
    result: {
      comparison: { both: [{ till: { id: 'K1' }, otherClose: true }], seqrOnly: [] },
      resolutions: [{ id: 'K2', verdict: 'stays', because: 'tooEarly' }],
    },
  });
});

test('a pay-out whose reference was never told owns the row as well as one that is unknown: neither is guessed (PF-14)', () => {
  payOut('K1', { kind: 'done', ersReference: null, resolvedBy: 'answer' });
  payOut('K2', { kind: 'unknown' });
  expect(closed([row('r1')]).state).toMatchObject({ result: { resolutions: [{ id: 'K2', because: 'ambiguous' }] } });
  // With the second row there is one for each, and the first is no longer missed.
  expect(closed([row('r2')]).state).toMatchObject({
    result: { resolutions: [{ id: 'K2', verdict: 'done', ersReference: null }], comparison: { tillOnly: [], seqrOnly: [] } },
  });
});

test('one that was closed as not done may own the row after all (PF-14)', () => {
  payOut('K1', { kind: 'notDone', resolvedBy: 'supervisor', reference: 'letter 1' });
  payOut('K2', { kind: 'unknown' });
  expect(closed([row('r1')]).state).toMatchObject({ result: { resolutions: [{ id: 'K2', because: 'ambiguous' }] } });
});
