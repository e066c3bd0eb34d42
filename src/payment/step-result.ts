import type { Alarm, AttemptFacts, AttemptState, GiveBackWhy } from './attempt.ts';

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
  /**
   * What has become of the rows of this attempt, asked when it turns out to be paid: why the money is to go back; `givenBack`:
   * the money of this very reference has gone back already; null: they wait for this payment. Absent: they do.
   */
  readonly elsewhere?: (ersReference: string | null) => Elsewhere | null;
}

export type Elsewhere = GiveBackWhy | 'givenBack';
