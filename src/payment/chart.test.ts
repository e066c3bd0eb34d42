import { describe, expect, test } from 'vitest';
import type { AttemptState } from './attempt.ts';
import { ATTEMPT_CHART, TAB_CHART } from './chart.ts';
import { step } from './step.ts';
import { allEvents } from './testing/all-events.ts';
import { exampleTerms, FACTS as facts, NOW } from './testing/example.ts';

const first = exampleTerms(14_900);
const second = exampleTerms(12_900);
const EVENTS = allEvents([first, second]);
const CONTEXT = { facts, restarted: false, nowIso: NOW };

/** What a state may still become hangs on these; figures, references and codes make no difference. */
function traits(state: AttemptState): string {
  if (state.kind !== 'live' && state.kind !== 'reserved') return state.kind;
  const { asked, doubts, terms, unanswerable, contactLost } = state;
  const shared = [asked?.amount.minor, doubts.length > 0, terms.amount.minor, unanswerable !== null, contactLost];
  return JSON.stringify(
    state.kind === 'live'
      ? [state.kind, state.status, state.cancelWished, state.setAside, ...shared]
      : [state.kind, state.phase, ...shared],
  );
}

/** The arrows of one step as they would stand in the charts; none if it stays where it was. */
function arrowsOf(before: AttemptState, by: string, after: AttemptState): readonly string[] {
  const kinds = before.kind === after.kind ? [] : [`${before.kind} ${by} ${after.kind}`];
  if (after.kind !== 'reserved') return kinds;
  const from = before.kind === 'reserved' ? before.phase : before.kind;
  return from === after.phase ? kinds : [...kinds, `tab: ${from} ${by} ${after.phase}`];
}

/** Everything that can become of an attempt, from its first record on: the arrows that are taken on the way. */
function walkEverywhere(): ReadonlySet<string> {
  const taken = new Set<string>();
  const begin: AttemptState = { kind: 'sending' };
  const known = new Set([traits(begin)]);
  const toVisit: AttemptState[] = [begin];
  for (let state = toVisit.pop(); state !== undefined; state = toVisit.pop()) {
    for (const event of EVENTS) {
      const after: AttemptState = step(state, event, CONTEXT).state;
      if (after === state) continue;
      for (const arrow of arrowsOf(state, event.kind, after)) taken.add(arrow);
      if (known.has(traits(after))) continue;
      known.add(traits(after));
      toVisit.push(after);
    }
  }
  return taken;
}

const drawn = [
  ...ATTEMPT_CHART.map(({ from, by, to }) => `${from} ${by} ${to}`),
  ...TAB_CHART.map(({ from, by, to }) => `tab: ${from} ${by} ${to}`),
];

describe('the state charts of a payment', () => {
  const taken = walkEverywhere();

  test('have every arrow that the machine can take, whatever SEQR answers and whoever wishes what', () => {
    expect([...taken].filter((arrow) => !drawn.includes(arrow))).toEqual([]);
  });

  test('have no arrow that the machine never takes', () => {
    expect(drawn.filter((arrow) => !taken.has(arrow))).toEqual([]);
  });

  test('have each arrow once', () => {
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
