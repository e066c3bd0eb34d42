import { allows } from '../../state-chart/index.ts';
import { DISBURSEMENT_CHART } from '../chart.ts';
import type { DisbursementFacts, DisbursementState } from '../disbursement.ts';
import { stepDisbursement as bareStep } from '../step.ts';
import type { DisbursementEvent } from '../step.ts';

/** `stepDisbursement` for tests: the same. @throws if it takes an arrow that the chart does not have */
export function stepDisbursement(state: DisbursementState, event: DisbursementEvent, kind: DisbursementFacts['kind']): DisbursementState {
  const after = bareStep(state, event, kind);
  if (allows(DISBURSEMENT_CHART, state.kind, event.kind, after.kind)) return after;
  throw new Error(`chart.ts has no arrow for ${event.kind} from ${state.kind} to ${after.kind}`);
}
