import type { Alarm, AttemptFacts, AttemptState } from './attempt.ts';

export interface StepResult {
  /** The very same object when nothing changed, so that nothing is written. */
  readonly state: AttemptState;
  readonly alarms: readonly Alarm[];
}

export interface StepContext {
  readonly facts: AttemptFacts;
  /** This run of the till began after the attempt did (PF-15). */
  readonly restarted: boolean;
  /** Wall time, ISO 8601. */
  readonly nowIso: string;
}

/** This state, and no alarm. */
export const to = (state: AttemptState): StepResult => ({ state, alarms: [] });
