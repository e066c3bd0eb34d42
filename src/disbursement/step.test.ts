import { describe, expect, test } from 'vitest';
import type { Answer } from '../protocol/index.ts';
import { holdsMoney, isUnresolved } from './index.ts';
import type { DisbursementState } from './index.ts';
import { stepDisbursement } from './testing/charted-step.ts';

const ALL: readonly DisbursementState[] = [
  { kind: 'sending' },
  { kind: 'unknown' },
  { kind: 'notSent' },
  { kind: 'refused', resultCode: 98 },
  { kind: 'done', ersReference: '1', resolvedBy: 'answer' },
  { kind: 'notDone', resolvedBy: 'report', reference: null },
];
const said = (resultCode: number): Answer<unknown> => ({
  kind: 'answered',
  resultCode,
  resultDescription: '',
  ersReference: '2026112310184861801032678',
  value: {},
  serverDateMs: null,
  tookMs: 1,
});
const silent: Answer<unknown> = { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 15_000 };
const unsent: Answer<unknown> = { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 };
const after = (answer: Answer<unknown>, kind: 'refund' | 'credit' = 'refund') =>
  stepDisbursement({ kind: 'sending' }, { kind: 'answered', answer }, kind);

describe('money that leaves the shop (PF-14)', () => {
  test('is done only when SEQR says so, with the reference it gives', () => {
    expect(after(said(0))).toEqual({ kind: 'done', ersReference: '2026112310184861801032678', resolvedBy: 'answer' });
    expect(after(said(0), 'credit').kind).toBe('done');
  });

  test.each([98, 23, 97, 99, 64, 48, 11, 20, 21, 29, 33, 37, 91, 92, 777])('code %d is a no: the money is where it was', (code) => {
    expect(after(said(code))).toEqual({ kind: 'refused', resultCode: code });
  });

  test.each([said(90), said(93), said(94), said(1), silent])('an answer that says nothing leaves it unknown', (answer) => {
    expect(after(answer).kind).toBe('unknown');
    expect(after(answer, 'credit').kind).toBe('unknown');
  });

  test('failed before the first byte left: nothing was sent', () => {
    expect(after(unsent)).toEqual({ kind: 'notSent' });
  });

  test('found half-done at a start it is unknown (PF-15)', () => {
    expect(stepDisbursement({ kind: 'sending' }, { kind: 'restarted' }, 'refund')).toEqual({ kind: 'unknown' });
  });

  test('once it is known, nothing changes it; while it is unknown, only the report or a written answer does', () => {
    const resolved = { kind: 'resolved', verdict: { kind: 'notDone' }, by: 'supervisor', reference: 'SEQR-17' } as const;
    for (const state of ALL.filter(({ kind }) => kind !== 'sending')) {
      expect(stepDisbursement(state, { kind: 'answered', answer: said(0) }, 'refund')).toBe(state);
      expect(stepDisbursement(state, { kind: 'restarted' }, 'refund')).toBe(state);
      if (state.kind !== 'unknown') expect(stepDisbursement(state, resolved, 'refund')).toBe(state);
    }
    expect(stepDisbursement({ kind: 'unknown' }, resolved, 'refund')).toEqual({
      kind: 'notDone',
      resolvedBy: 'supervisor',
      reference: 'SEQR-17',
    });
    expect(
      stepDisbursement({ kind: 'unknown' }, { ...resolved, verdict: { kind: 'done', ersReference: '5' }, by: 'report' }, 'refund'),
    ).toEqual({
      kind: 'done',
      ersReference: '5',
      resolvedBy: 'report',
    });
  });

  test('sent again it is done by a yes, or by a 98 that no other refund explains; whatever else is said leaves it unknown', () => {
    const again = { kind: 'sending', again: true } as const;
    const second = (answer: Answer<unknown>, othersAnswered = true) =>
      stepDisbursement(again, { kind: 'answered', answer, othersAnswered }, 'refund').kind;
    expect(stepDisbursement({ kind: 'unknown' }, { kind: 'sentAgain' }, 'refund')).toEqual(again);
    expect(stepDisbursement({ kind: 'unknown' }, { kind: 'sentAgain' }, 'credit')).toEqual({ kind: 'unknown' });
    expect([second(said(0), false), second(said(98)), second(said(98), false)]).toEqual(['done', 'done', 'unknown']);
    const answered = (code: number) => stepDisbursement(again, { kind: 'answered', answer: said(code), othersAnswered: true }, 'refund');
    expect(answered(0)).toEqual({ kind: 'done', ersReference: '2026112310184861801032678', resolvedBy: 'answer' });
    // The reference beside a refusal is not that of the first one.
    expect(answered(98)).toEqual({ kind: 'done', ersReference: null, resolvedBy: 'answer' });
    for (const answer of [...[97, 99, 23, 1, 48, 11, 20, 90, 93, 94, 777].map(said), silent, unsent])
      expect(second(answer)).toBe('unknown');
  });

  test('a refund that was closed as not done is unknown again when another one is refused for its sum (98)', () => {
    const notDone = { kind: 'notDone', resolvedBy: 'report', reference: null } as const;
    expect(stepDisbursement(notDone, { kind: 'reopened' }, 'refund')).toEqual({ kind: 'unknown' });
    for (const state of ALL.filter(({ kind }) => kind !== 'notDone'))
      expect(stepDisbursement(state, { kind: 'reopened' }, 'refund')).toBe(state);
  });

  test('what nobody knows holds its money, and so does what is done', () => {
    expect(ALL.map((state) => [state.kind, isUnresolved(state), holdsMoney(state)])).toEqual([
      ['sending', true, true],
      ['unknown', true, true],
      ['notSent', false, false],
      ['refused', false, false],
      ['done', false, true],
      ['notDone', false, false],
    ]);
  });
});
