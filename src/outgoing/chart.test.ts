import { expect, test } from 'vitest';
import { PUBLISHED_CODES } from '../protocol/index.ts';
import type { Answer } from '../protocol/index.ts';
import { OUTGOING_CHART } from './chart.ts';
import type { OutgoingState } from './outgoing.ts';
import { stepOutgoing } from './step.ts';
import type { OutgoingEvent } from './step.ts';

const ANSWERS: readonly Answer<unknown>[] = [
  { kind: 'noAnswer', reason: 'timeout', detail: '', tookMs: 15_000 },
  { kind: 'notSent', reason: 'connection', detail: '', tookMs: 1 },
  ...[...PUBLISHED_CODES, 4_711].map(
    (resultCode) =>
      ({ kind: 'answered', resultCode, resultDescription: '', ersReference: null, value: {}, serverDateMs: null, tookMs: 1 }) as const,
  ),
];

const EVENTS: readonly OutgoingEvent[] = [
  ...ANSWERS.map((answer) => ({ kind: 'answered', answer }) as const),
  { kind: 'restarted' },
  ...(['report', 'supervisor'] as const).flatMap((by) => [
    { kind: 'settled', verdict: { kind: 'done', ersReference: null }, by, reference: null } as const,
    { kind: 'settled', verdict: { kind: 'notDone' }, by, reference: null } as const,
  ]),
];

/** Everything that can become of money that is sent, from its first record on: the arrows that are taken on the way. */
function walkEverywhere(): readonly string[] {
  const taken = new Set<string>();
  const begin: OutgoingState = { kind: 'sending' };
  const known = new Set<string>([begin.kind]);
  const toVisit: OutgoingState[] = [begin];
  for (let state = toVisit.pop(); state !== undefined; state = toVisit.pop()) {
    for (const event of EVENTS) {
      for (const kind of ['refund', 'credit'] as const) {
        const after = stepOutgoing(state, event, kind);
        if (after.kind === state.kind) continue;
        taken.add(`${state.kind} ${event.kind} ${after.kind}`);
        if (known.has(after.kind)) continue;
        known.add(after.kind);
        toVisit.push(after);
      }
    }
  }
  return [...taken];
}

test('the state chart of a refund or a pay-out has each arrow that the machine can take, once, and no other (PF-14)', () => {
  expect(OUTGOING_CHART.map(({ from, by, to }) => `${from} ${by} ${to}`).sort()).toEqual([...walkEverywhere()].sort());
});
