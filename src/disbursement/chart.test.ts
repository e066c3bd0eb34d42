import { expect, test } from 'vitest';
import { PUBLISHED_CODES } from '../protocol/index.ts';
import type { Answer } from '../protocol/index.ts';
import { walkEverywhere } from '../state-chart/testing/walk-everywhere.ts';
import { DISBURSEMENT_CHART } from './chart.ts';
import type { DisbursementState } from './disbursement.ts';
import { stepDisbursement } from './step.ts';
import type { DisbursementEvent } from './step.ts';

const ANSWERS: readonly Answer<unknown>[] = [
  { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 15_000 },
  { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 },
  ...[...PUBLISHED_CODES, 4_711].map(
    (resultCode) =>
      ({ kind: 'answered', resultCode, resultDescription: '', ersReference: null, value: {}, serverDateMs: null, tookMs: 1 }) as const,
  ),
];

const EVENTS: readonly DisbursementEvent[] = [
  ...ANSWERS.flatMap((answer) => [{ kind: 'answered', answer } as const, { kind: 'answered', answer, othersAnswered: true } as const]),
  { kind: 'restarted' },
  { kind: 'sentAgain' },
  { kind: 'reopened' },
  ...(['report', 'supervisor'] as const).flatMap((by) => [
    { kind: 'resolved', verdict: { kind: 'done', ersReference: null }, by, reference: null } as const,
    { kind: 'resolved', verdict: { kind: 'notDone' }, by, reference: null } as const,
  ]),
];

test('the state chart of a refund or a pay-out has each arrow that the machine can take, once, and no other (PF-14)', () => {
  for (const kind of ['refund', 'credit'] as const) {
    const taken = walkEverywhere<DisbursementState, DisbursementEvent>({
      begin: { kind: 'sending' },
      events: EVENTS,
      step: (state, event) => stepDisbursement(state, event, kind),
      traits: (state) => JSON.stringify([state.kind, 'again' in state]),
      arrows: (before, event, after) => (before.kind === after.kind ? [] : [`${before.kind} ${event.kind} ${after.kind}`]),
    });
    const own = DISBURSEMENT_CHART.filter(({ by }) => kind === 'refund' || (by !== 'sentAgain' && by !== 'reopened'));
    expect(own.map(({ from, by, to }) => `${from} ${by} ${to}`).sort()).toEqual([...taken].sort());
  }
});
