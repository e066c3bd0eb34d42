import { allows } from '../../state-chart/index.ts';
import { OUTGOING_CHART } from '../chart.ts';
import type { OutgoingFacts, OutgoingState } from '../outgoing.ts';
import { stepOutgoing as bareStep } from '../step.ts';
import type { OutgoingEvent } from '../step.ts';

/** `stepOutgoing` for tests: the same. @throws if it takes an arrow that the chart does not have */
export function stepOutgoing(state: OutgoingState, event: OutgoingEvent, kind: OutgoingFacts['kind']): OutgoingState {
  const after = bareStep(state, event, kind);
  if (allows(OUTGOING_CHART, state.kind, event.kind, after.kind)) return after;
  throw new Error(`chart.ts has no arrow for ${event.kind} from ${state.kind} to ${after.kind}`);
}
