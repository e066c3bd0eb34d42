import { expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { createWorld } from './create-world.ts';
import { decodeState, header } from './state-form.ts';
import type { SnapshotStep } from './state-form.ts';

const sum = (body: string): string => `${body.length}`;
/** Two versions to come: one gives the terminals another name, the next puts practice time forward. */
const STEPS: readonly SnapshotStep[] = [
  { to: 2, change: ({ tills, ...rest }) => ({ ...rest, terminals: tills }) },
  { to: 3, change: (snapshot) => ({ ...snapshot, advancedMs: 5 }) },
];
const snapshot = createWorld({ clock: createVirtualClock() }).snapshot();

it('an older state goes forward step by step, one of today is read as it is, a newer one is told', () => {
  const { terminals, ...rest } = snapshot;
  const body = JSON.stringify({ ...rest, tills: terminals });
  const first = `${header(sum(body), [])}${body}`;
  expect(decodeState(first, sum, STEPS)).toEqual({ kind: 'found', snapshot: { ...snapshot, advancedMs: 5 } });
  const today = JSON.stringify(snapshot);
  const last = `${header(sum(today), STEPS)}${today}`;
  expect(decodeState(last, sum, STEPS)).toEqual({ kind: 'found', snapshot });
  expect(decodeState(last, sum, STEPS.slice(0, 1))).toEqual({ kind: 'newer', version: 3 });
});
