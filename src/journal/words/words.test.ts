import { describe, expect, it } from 'vitest';
import type { WordStep } from './word-step.ts';
import { entryKindsOf, inTodaysWords, WORD_STEPS, WORDS_VERSION, written } from './words.ts';

const isTab = (state: unknown): state is { phase: string } => typeof state === 'object' && state !== null && 'phase' in state;

/** Two renamings, one after the other, as versions to come may make them. */
const STEPS: readonly WordStep[] = [
  {
    to: 2,
    bodies: {
      attempt: (body) => (isTab(body.state) && body.state.phase === 'kept' ? { ...body, state: { ...body.state, phase: 'saved' } } : body),
    },
    entryKinds: { 'attempt.notPaid': 'attempt.notKept' },
  },
  {
    to: 3,
    bodies: {
      attempt: (body) => (isTab(body.state) && body.state.phase === 'saved' ? { ...body, state: { ...body.state, phase: 'held' } } : body),
    },
    entryKinds: { 'attempt.unpaid': 'attempt.notPaid' },
  },
];
const tab = (phase: string, v?: number) => ({ ...(v === undefined ? {} : { v }), id: 't', state: { kind: 'reserved', phase } });

describe('old words', () => {
  it('are translated from the version that they were written in, step by step', () => {
    expect(inTodaysWords('attempt', tab('kept'), STEPS)).toEqual(tab('held'));
    expect(inTodaysWords('attempt', tab('kept', 1), STEPS)).toEqual(tab('held'));
    expect(inTodaysWords('attempt', tab('saved', 2), STEPS)).toEqual(tab('held'));
    expect(inTodaysWords('attempt', tab('held', 3), STEPS)).toEqual(tab('held'));
  });

  it('mean what they meant in their own version: a word of today is not taken for an old one', () => {
    expect(inTodaysWords('attempt', tab('kept', 3), STEPS)).toEqual(tab('kept'));
    expect(inTodaysWords('attempt', tab('kept', 9), STEPS)).toEqual(tab('kept'));
  });

  it('of another kind of body are left alone', () => {
    expect(inTodaysWords('close', tab('kept'), STEPS)).toEqual(tab('kept'));
  });

  it('of entries are looked for beside the word of today', () => {
    expect(entryKindsOf('attempt.unpaid', STEPS)).toEqual(['attempt.unpaid', 'attempt.notPaid', 'attempt.notKept']);
    expect(entryKindsOf('close.done', STEPS)).toEqual(['close.done']);
  });

  it('of version 1 are those of the field today', () => {
    const reference = { invoiceReference: 'i1' };
    expect(inTodaysWords('attempt', { state: { kind: 'reserved', phase: 'kept' } })).toEqual({
      state: { kind: 'reserved', phase: 'held' },
    });
    expect(inTodaysWords('attempt', { state: { kind: 'notKept', ...reference } })).toEqual({ state: { kind: 'notPaid', ...reference } });
    expect(inTodaysWords('disbursement', { state: { kind: 'notDone', settledBy: 'report' } })).toEqual({
      state: { kind: 'notDone', resolvedBy: 'report' },
    });
    const result = {
      comparison: { kind: 'details', both: [{ otherClose: false, settled: true }], tillOnly: [{ id: 't' }] },
      settlements: [
        { id: 'p', verdict: 'notKept' },
        { id: 'q', verdict: 'stays' },
      ],
    };
    expect(inTodaysWords('close', { state: { kind: 'done', result } })).toEqual({
      state: {
        kind: 'done',
        result: {
          comparison: { kind: 'details', both: [{ otherClose: false, resolved: true }], tillOnly: [{ id: 't' }] },
          resolutions: [
            { id: 'p', verdict: 'notPaid' },
            { id: 'q', verdict: 'stays' },
          ],
        },
      },
    });
    expect(entryKindsOf('tab.capturing')).toEqual(['tab.capturing', 'tab.settling']);
  });

  it('are written no more: every body bears the version of today', () => {
    expect(JSON.parse(written({ id: 1 }))).toEqual({ v: WORDS_VERSION, id: 1 });
    expect(WORD_STEPS.map(({ to }) => to)).toEqual(Array.from({ length: WORDS_VERSION - 1 }, (_, index) => index + 2));
  });

  it('of before invoices could change: a waiting one asks for what the attempt began with', () => {
    const facts = { sale: { id: 's' }, figures: {}, amount: { minor: 1 } };
    const state = { kind: 'live', invoiceReference: 'i1', version: 0 };
    const terms = { ...facts, tokens: [] };
    expect(inTodaysWords('attempt', { facts, state })).toEqual({
      facts,
      state: { ...state, terms, asked: null, doubts: [], lastUpdate: null },
    });
    const known = { facts, state: { ...state, terms: { amount: { minor: 2 } } } };
    expect(inTodaysWords('attempt', known)).toEqual(known);
  });
});
