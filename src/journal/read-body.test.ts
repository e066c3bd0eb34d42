import { describe, expect, it } from 'vitest';
import { referenceOf } from '../payment/index.ts';
import { exampleTerms, FACTS, INVOICED, LIVE, NOW } from '../payment/testing/example.ts';
import type { DisbursementRecord } from '../records/index.ts';
import { readBody, STORED } from './read-body.ts';
import { CALL, exampleClose, WAITING } from './testing/examples.ts';
import { written } from './words/words.ts';

const PAYMENT = { ersReference: '2015102910184861801032678', afterRestart: false, wonAgainstCancel: false };

const attempt = (state: object, more: object = {}) => readBody(STORED.attempt, JSON.stringify({ ...WAITING, ...more, state }));
const stateOf = (state: object, more: object = {}) => {
  const read = attempt(state, more);
  return read.kind === 'salvaged' ? read.value.state : read.kind;
};

describe('a stored payment', () => {
  it('of version 1 is read: a tab at rest, and one that the report did not have', () => {
    const tab = {
      ...INVOICED,
      kind: 'reserved',
      phase: 'kept',
      draft: exampleTerms(100),
      lastCommit: null,
      reservedAt: NOW,
      lapsesAt: null,
    };
    expect(attempt(tab)).toMatchObject({ kind: 'read', value: { state: { kind: 'reserved', phase: 'held' } } });
    expect(attempt({ kind: 'notKept', invoiceReference: null })).toMatchObject({ kind: 'read', value: { state: { kind: 'notPaid' } } });
  });

  it('is read as it was written, and what a newer Kassa added to it stays in it', () => {
    expect(readBody(STORED.attempt, written(WAITING))).toEqual({ kind: 'read', value: WAITING });
    const more = { ...WAITING, colour: 'red' };
    expect(readBody(STORED.attempt, written(more))).toEqual({ kind: 'read', value: more });
  });

  it('in a state that nobody knows is live again under its reference, so that SEQR is asked (PF-03, PF-07)', () => {
    const live = { ...LIVE, contactLost: true };
    expect(stateOf({ ...LIVE, kind: 'somethingNew' })).toEqual(live);
    expect(stateOf({ kind: 'somethingNew', invoiceReference: '42' })).toEqual({ ...live, version: 0 });
    expect(stateOf({ ...LIVE, kind: 'somethingNew', cancelWished: true })).toMatchObject({ kind: 'live', cancelWished: true });
  });

  it('keeps what is in doubt about it: terms, and a change that was under way (PF-25)', () => {
    const [other, asked] = [exampleTerms(100), exampleTerms(200)];
    const state = { ...LIVE, kind: 'somethingNew', terms: other, asked };
    expect(stateOf(state)).toMatchObject({ terms: other, asked: null, doubts: [asked] });
  });

  it('is set aside where no screen shows it: it must not hold back the next sale without a word (PF-16)', () => {
    expect(stateOf({ ...LIVE, kind: 'somethingNew' }, { onScreen: false })).toMatchObject({ kind: 'live', setAside: true });
  });

  it.each([
    ['has no reference', { kind: 'somethingNew' }, {}, null],
    ['was listed', { kind: 'somethingNew', invoiceReference: '42' }, { listed: true }, '42'],
    ['was given up', { kind: 'somethingNew', lateReference: '42' }, {}, '42'],
    ['has no state at all', {}, { state: null }, null],
  ])('that %s is listed and never asked about: a read would make its payment stand (PF-10)', (_, state, more, lateReference) => {
    const read = attempt(state, more);
    expect(read).toMatchObject({ kind: 'salvaged', value: { state: { kind: 'orphan', lateReference }, listed: true, onScreen: false } });
  });

  it('with a receipt stays paid, and is read until SEQR confirms it or has taken it back (PF-08)', () => {
    const state = { kind: 'somethingNew', invoiceReference: '42', version: 3, payment: PAYMENT };
    expect(stateOf(state, { receiptNumber: 7 })).toEqual({ kind: 'paid', invoiceReference: '42', version: 3, payment: PAYMENT });
    expect(stateOf({ ...state, payment: 'lost' }, { receiptNumber: 7 })).toMatchObject({ kind: 'paid', payment: { ersReference: null } });
    expect(attempt({ kind: 'somethingNew' }, { receiptNumber: 7 }).kind).toBe('unreadable');
  });

  it('a tab in a phase that nobody knows is in doubt until SEQR says PAID or an end, with all that was rung up on it (PF-29)', () => {
    const facts = { ...FACTS, reservation: { mode: 'RESERVATION_REQUIRED', timeoutS: 60, name: 'Table 4' } } as const;
    const draft = exampleTerms(30_000);
    const state = { ...INVOICED, kind: 'reserved', phase: 'somethingNew', draft, lastCommit: null, reservedAt: NOW, lapsesAt: NOW };
    expect(stateOf(state, { facts })).toEqual({
      ...state,
      phase: 'unsure',
      doubt: { commit: true, release: true, amountRefused: false },
      contactLost: true,
    });
  });

  it('whose facts cannot be read is told, and nothing is made of it', () => {
    const read = readBody(STORED.attempt, JSON.stringify({ ...WAITING, facts: { ...FACTS, amount: '149.00' } }));
    expect(read).toEqual({ kind: 'unreadable', why: 'facts.amount: invalid_type' });
    for (const text of ['half of a li', '[]', '7', 'null']) expect(readBody(STORED.attempt, text).kind).toBe('unreadable');
  });

  it('names places of what is wrong, and no value of it', () => {
    const read = attempt({ ...LIVE, invoiceReference: 4711, status: 'secret' });
    expect(read.kind === 'read' ? '' : read.why).toBe('state.invoiceReference: invalid_type');
  });

  it('in a known state keeps its reference, whatever else of it is wrong', () => {
    for (const kind of ['cancelled', 'failed', 'expired', 'live', 'paid', 'completed', 'reversed'])
      expect(referenceOf(safe({ kind, invoiceReference: '42' })), kind).toBe('42');
    function safe(state: object) {
      const read = attempt(state);
      return read.kind === 'unreadable' ? LIVE : read.value.state;
    }
  });
});

const REFUND: DisbursementRecord = {
  facts: { ...CALL, kind: 'credit', reason: 'Prize', userId: 'u', description: 'Prize' },
  state: { kind: 'unknown' },
  stateNumber: 2,
  changedAt: NOW,
  receiptNumber: null,
};
const disbursement = (more: object) => readBody(STORED.disbursement, JSON.stringify({ ...REFUND, ...more }));

describe('stored money that went back', () => {
  it.each([{ kind: 'somethingNew' }, { kind: 'done', ersReference: null, resolvedBy: 'oracle' }, null])(
    'in state %j is unknown: not sent again, and its money held (PF-14)',
    (state) => {
      expect(disbursement({ state })).toMatchObject({ kind: 'salvaged', value: REFUND });
    },
  );

  it('that has its return receipt was done, and gets no second one', () => {
    const read = disbursement({ state: { kind: 'somethingNew', ersReference: '55' }, receiptNumber: 9 });
    expect(read).toMatchObject({ value: { state: { kind: 'done', ersReference: '55', resolvedBy: 'answer' }, receiptNumber: 9 } });
  });

  it('whose facts cannot be read is told', () => {
    expect(disbursement({ facts: { ...REFUND.facts, kind: 'gift' } }).kind).toBe('unreadable');
  });
});

const CLOSE = exampleClose('c');
const MARK = CLOSE.mark;
const close = (more: object) => readBody(STORED.close, JSON.stringify({ ...CLOSE, ...more }));

describe('a stored close of day', () => {
  it('of version 1 is read with every verdict, in the words of today', () => {
    const amount = { currency: 'SEK', minor: 100 } as const;
    const row = { terminalId: 't', cashierId: null, amount, ersReference: '5' };
    const till = {
      kind: 'return',
      id: 'o1',
      correlationId: 'K1',
      receiptNumber: 2,
      ersReference: '5',
      amount,
      at: NOW,
      reversed: false,
      mayBeLost: false,
    };
    const figure = { count: 0, total: amount };
    const [payment, refund] = [
      { subject: 'payment', id: 'a', correlationId: 'K', amount, was: 'orphan' },
      { id: 'o1', correlationId: 'K1', amount, was: 'refund' },
    ];
    const verdicts = (paidNot: string, gone: string) => [
      { ...payment, verdict: paidNot },
      { ...payment, verdict: 'offered', references: ['5'] },
      { ...payment, verdict: 'stays', because: 'answered' },
      { ...refund, subject: gone, verdict: 'done', ersReference: '5', row },
      { ...refund, subject: gone, verdict: 'notDone' },
      { ...refund, subject: gone, verdict: 'stays', because: 'ambiguous' },
    ];
    const lists = { differs: [], tillOnly: [till], seqrOnly: [row], lost: [], elsewhere: figure };
    const meta = { resellerId: null, terminalId: 't', transactionPeriodId: '7', generatedAt: null };
    const pair = { till, seqr: row, otherClose: false };
    const done = (comparison: object, resolved: object) => ({
      ...CLOSE,
      number: 1,
      state: {
        kind: 'done',
        periodId: '7',
        doneAt: NOW,
        result: { root: 'r', meta, sales: figure, returns: figure, comparison, ...resolved },
      },
    });
    const old = done({ kind: 'details', both: [{ ...pair, settled: true }], ...lists }, { settlements: verdicts('notKept', 'outgoing') });
    const today = done(
      { kind: 'details', both: [{ ...pair, resolved: true }], ...lists },
      { resolutions: verdicts('notPaid', 'disbursement') },
    );
    expect(readBody(STORED.close, JSON.stringify(old))).toEqual({ kind: 'read', value: today });
  });

  it('is read as it was written', () => {
    expect(readBody(STORED.close, written(CLOSE))).toEqual({ kind: 'read', value: CLOSE });
  });

  it('in a state that nobody knows waits for a person: with its period to ask again, without to mark again (PF-17)', () => {
    expect(close({ state: { kind: 'somethingNew', periodId: '7' } })).toMatchObject({ value: { state: { kind: 'held', periodId: '7' } } });
    expect(close({ state: { kind: 'somethingNew' } })).toMatchObject({ value: { state: { kind: 'markLost' }, lost: [MARK] } });
  });

  it('that is done stays done and proves nothing, as one without a report', () => {
    const read = close({ number: 4, state: { kind: 'somethingNew', periodId: '7', doneAt: NOW } });
    expect(read).toMatchObject({ value: { number: 4, state: { kind: 'done', periodId: '7', result: null, doneAt: NOW } } });
  });

  it('without a mark that can be read is told', () => {
    expect(close({ mark: null }).kind).toBe('unreadable');
  });
});
