import type { AttemptState } from '../attempt.ts';
import { allowsStep } from '../chart.ts';
import type { StepContext, StepResult } from '../step-result.ts';
import { step as bareStep } from '../step.ts';
import type { AttemptEvent } from '../step.ts';

/** `step` for tests: the same. @throws if it takes an arrow that no chart has */
export function step(state: AttemptState, event: AttemptEvent, context: StepContext): StepResult {
  const result = bareStep(state, event, context);
  if (allowsStep(state, event.kind, result.state)) return result;
  throw new Error(`chart.ts has no arrow for ${event.kind} from ${JSON.stringify(state)} to ${JSON.stringify(result.state)}`);
}
