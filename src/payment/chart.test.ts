import { expect, test } from 'vitest';
import { walkEverywhere } from '../state-chart/testing/walk-everywhere.ts';
import type { AttemptFacts, AttemptState } from './attempt.ts';
import { ATTEMPT_CHART, TAB_CHART } from './chart.ts';
import { step } from './step.ts';
import type { AttemptEvent } from './step.ts';
import { allEvents } from './testing/all-events.ts';
import { exampleTerms, FACTS, NOW as nowIso, RESERVED } from './testing/example.ts';

const TAB = { ...FACTS, reservation: { mode: 'RESERVATION_REQUIRED', timeoutS: 3_600, name: 'Table 4' } } as const;

/** Figures, references and codes make no difference to what may become of an attempt. */
function traits(state: AttemptState): string {
  if (state.kind === 'paid') return JSON.stringify([state.kind, state.unconfirmed, state.payment.giveBack !== undefined]);
  if (state.kind === 'completed') return JSON.stringify([state.kind, state.payment.giveBack?.why, state.payment.partOf !== undefined]);
  if (state.kind !== 'live' && state.kind !== 'reserved') return state.kind;
  const { asked, doubts, terms, unanswerable, contactLost } = state;
  const own = state.kind === 'live' ? [state.status, state.cancelWished] : [state.phase, state.doubt];
  return JSON.stringify([
    state.kind,
    ...own,
    state.setAside === true,
    state.freed === true,
    asked?.amount.minor,
    doubts.length > 0,
    terms.amount.minor,
    unanswerable !== null,
    contactLost,
  ]);
}

function arrows(before: AttemptState, { kind: by }: AttemptEvent, after: AttemptState): readonly string[] {
  const kinds = before.kind === after.kind ? [] : [`${before.kind} ${by} ${after.kind}`];
  if (after.kind !== 'reserved') return kinds;
  const from = before.kind === 'reserved' ? before.phase : before.kind;
  return from === after.phase ? kinds : [...kinds, `tab: ${from} ${by} ${after.phase}`];
}

type Waiting = Extract<AttemptState, { kind: 'live' | 'reserved' }>;
const isWaiting = (state: AttemptState): state is Waiting => state.kind === 'live' || state.kind === 'reserved';

/**
 * What is set aside stays so until its end, and what was freed with it; a tab whose sale is charged another way is never taken,
 * nor left at rest (PF-16, PF-29). @throws
 */
function keepingItsWord(before: AttemptState, after: AttemptState): AttemptState {
  if (!isWaiting(before) || !isWaiting(after)) return after;
  if (before.setAside === true && after.setAside !== true) throw new Error(`no longer set aside: ${JSON.stringify([before, after])}`);
  if (before.freed === true && after.freed !== true) throw new Error(`no longer freed: ${JSON.stringify([before, after])}`);
  if (after.kind === 'reserved' && after.freed === true && after.phase !== 'releasing') throw new Error(`freed, and ${after.phase}`);
  return after;
}

const walkedFrom = (begin: AttemptState, facts: AttemptFacts) =>
  walkEverywhere<AttemptState, AttemptEvent>({
    begin,
    events: allEvents([exampleTerms(14_900), exampleTerms(12_900)]),
    step: (state, event) => keepingItsWord(state, step(state, event, { facts, restarted: false, nowIso }).state),
    traits,
    arrows,
  });

test('the state charts of a payment have each arrow that the machine can take, whatever SEQR answers and whoever wishes what, once, and no other', () => {
  // The second is a payment that an older Kassa took for a tab.
  const taken = new Set([...walkedFrom({ kind: 'sending' }, TAB), ...walkedFrom(RESERVED, FACTS)]);
  const drawn = [
    ...ATTEMPT_CHART.map(({ from, by, to }) => `${from} ${by} ${to}`),
    ...TAB_CHART.map(({ from, by, to }) => `tab: ${from} ${by} ${to}`),
  ];
  expect(drawn.sort()).toEqual([...taken].sort());
});
