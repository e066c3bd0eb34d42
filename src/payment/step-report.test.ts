import { describe, expect, test } from 'vitest';
import type { AttemptState } from './attempt.ts';
import { appliesTo } from './step-report.ts';
import type { ReportVerdict, Told } from './step-report.ts';
import type { StepContext } from './step-result.ts';
import { step } from './testing/charted-step.ts';
import { exampleTerms, FACTS as facts, LIVE as live, NOW as nowIso, RESERVED as tab } from './testing/example.ts';

const CONTEXT: StepContext = { facts, restarted: true, nowIso };
const LETTER: Told = { by: 'letter', letter: 'SEQR-2026-1', reason: 'SEQR wrote' };
const SUPERVISOR: Told = { by: 'supervisor', reason: 'Terminal lost' };
const first = exampleTerms(14_900);
const second = exampleTerms(12_900);

const notPaid = (told?: Told): ReportVerdict => ({ kind: 'notPaid', ...(told && { told }) });
const paid = (told?: Told): ReportVerdict => ({ kind: 'paid', ersReference: '77', ...(told && { told }) });
const after = (state: AttemptState, verdict: ReportVerdict, more: Partial<StepContext> = {}, nobodyAnswers = false) =>
  step(state, { kind: 'reportSays', verdict, nobodyAnswers }, { ...CONTEXT, ...more });

const payment = { ersReference: 'E', afterRestart: false, wonAgainstCancel: false };
const unanswered = { ...live, unanswerable: 54 };
const unconfirmed = { kind: 'paid', invoiceReference: '42', version: 1, payment, unconfirmed: true } as const;
const completed = { kind: 'completed', invoiceReference: '42', payment } as const;
const UNRESOLVED: readonly AttemptState[] = [
  { kind: 'sendUnknown', saysPaid: false },
  { kind: 'orphan', lateReference: '42' },
  unanswered,
  { ...tab, phase: 'unsure', unanswerable: 29 },
];

describe("the day's report (PF-17, PF-18)", () => {
  test.each(UNRESOLVED)('resolves %o', (state) => {
    expect(after(state, notPaid()).state).toMatchObject({ kind: 'notPaid', invoiceReference: state.kind === 'sendUnknown' ? null : '42' });
    expect(after(state, paid())).toEqual({
      state: {
        kind: 'completed',
        invoiceReference: state.kind === 'sendUnknown' ? '' : '42',
        payment: { ersReference: '77', afterRestart: true, wonAgainstCancel: false, terms: first, byReport: true },
      },
      alarms: [],
    });
  });

  test.each([live, tab, { kind: 'notSent' } as const])('does not resolve what SEQR answers for, or what has ended', (state) => {
    for (const verdict of [notPaid(), paid()]) {
      expect(after(state, verdict).state).toBe(state);
      expect(step(state, { kind: 'reportSays', verdict }, CONTEXT).state).toBe(state);
    }
  });

  test('resolves what nobody can be asked about (PF-24)', () => {
    for (const state of [live, tab]) {
      expect(after(state, notPaid(), {}, true).state.kind).toBe('notPaid');
      expect(after(state, paid(), {}, true).state.kind).toBe('completed');
    }
  });

  test('gives the rows back of what had been set aside or was a tab, with a word, and keeps what SEQR held (PF-16, PF-29)', () => {
    const changed = { ...unanswered, terms: second };
    expect(after(unanswered, notPaid())).toEqual({ state: { kind: 'notPaid', invoiceReference: '42' }, alarms: [] });
    expect(after(changed, notPaid()).state).toEqual({ kind: 'notPaid', invoiceReference: '42', terms: second });
    expect(after({ ...unanswered, setAside: true }, notPaid(LETTER))).toEqual({
      state: { kind: 'notPaid', invoiceReference: '42', unpaid: first, aside: true },
      alarms: [{ kind: 'asideNotPaid', seqrSaid: 'SEQR-2026-1' }],
    });
    expect(after({ ...tab, phase: 'unsure', unanswerable: 29, draft: second }, notPaid())).toEqual({
      state: { kind: 'notPaid', invoiceReference: '42', unpaid: second },
      alarms: [{ kind: 'reservationEnded', seqrSaid: '' }],
    });
  });

  test('gives the money back of what was freed, or whose rows were paid otherwise (PF-06, PF-16)', () => {
    const freed: AttemptState = { ...unanswered, setAside: true, freed: true };
    const elsewhere = (reference: string | null) => (reference === '77' ? ('voided' as const) : null);
    expect(after(freed, paid()).state).toMatchObject({ payment: { giveBack: { why: 'freed' } } });
    expect(after(unanswered, paid(), { elsewhere }).state).toMatchObject({ payment: { giveBack: { why: 'voided' } } });
    expect(after(freed, notPaid())).toEqual({ state: { kind: 'notPaid', invoiceReference: '42' }, alarms: [] });
  });

  test('confirms a PAID that SEQR has not confirmed, and never takes it back (PF-08)', () => {
    expect(after(unconfirmed, paid()).state).toEqual({ kind: 'completed', invoiceReference: '42', payment });
    const missing = { ...unconfirmed, payment: { ...payment, ersReference: null } };
    expect(after(missing, paid()).state).toMatchObject({ kind: 'completed', payment: { ersReference: '77' } });
    expect(after(unconfirmed, notPaid()).state).toBe(unconfirmed);
  });
});

describe('a supervisor (PF-18, PF-30)', () => {
  test('closes as not paid what has come to no end, and what has a receipt', () => {
    for (const told of [LETTER, SUPERVISOR]) {
      for (const state of [...UNRESOLVED, { ...live, setAside: true }, { ...live, contactLost: true }])
        expect(after(state, notPaid(told)).state.kind).toBe('notPaid');
      for (const state of [unconfirmed, completed])
        expect(after(state, notPaid(told))).toEqual({
          state: { kind: 'reversed', invoiceReference: '42', payment },
          alarms: [{ kind: 'reversedAfterPaid', seqrSaid: told === LETTER ? 'SEQR-2026-1' : '' }],
        });
      for (const state of [live, tab]) expect(after(state, notPaid(told)).state).toBe(state);
    }
  });

  test('closes as paid by the letter of SEQR alone, and nothing that has been paid for', () => {
    for (const state of [...UNRESOLVED, unconfirmed]) {
      expect(after(state, paid(LETTER)).state.kind).toBe('completed');
      expect(after(state, paid(SUPERVISOR)).state).toBe(state);
    }
    for (const state of [live, tab, completed]) expect(after(state, paid(LETTER)).state).toBe(state);
  });

  test('says by a letter that it is paid, which names no amount: after a change without an answer somebody has to look', () => {
    const alarms = [{ kind: 'amountUnknown', seqrSaid: '' }];
    for (const state of [unanswered, { ...tab, phase: 'unsure', unanswerable: 29 } as const]) {
      for (const unsure of [{ doubts: [second] }, { asked: second }]) {
        expect(after({ ...state, ...unsure }, paid(LETTER)).alarms).toEqual(alarms);
        expect(after({ ...state, ...unsure }, paid()).alarms).toEqual([]);
      }
      expect(after({ ...state, doubts: [first] }, paid(LETTER)).alarms).toEqual([]);
    }
  });

  test.each<[AttemptState, ReportVerdict, boolean]>([
    [unanswered, notPaid(), true],
    [unconfirmed, notPaid({ by: 'report' }), false],
    [unconfirmed, paid({ by: 'report' }), true],
    [live, notPaid(), false],
    [live, paid(LETTER), false],
    [completed, notPaid(), false],
    [completed, notPaid(SUPERVISOR), true],
  ])('is offered what follows: %o %o %s', (state, verdict, applies) => {
    expect(appliesTo(state, verdict)).toBe(applies);
  });
});
