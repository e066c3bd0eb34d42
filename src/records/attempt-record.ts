import type { Alarm, AttemptFacts, AttemptState } from '../payment/attempt.ts';

/** When each stage was reached, wall time ISO 8601; durable, for screen and journal. */
export interface StageTimes {
  readonly sent: string | null;
  readonly waiting: string | null;
  readonly confirming: string | null;
  readonly paid: string | null;
}

/** An alarm as a person sees it, until somebody says that it was read. */
export interface RaisedAlarm extends Alarm {
  readonly id: string;
  readonly at: string;
  readonly read: boolean;
}

/** All that is on disk of one attempt. Every change makes a new one; the journal keeps each (PF-02). */
export interface AttemptRecord {
  readonly facts: AttemptFacts;
  readonly state: AttemptState;
  /** Rises with every change; an intent names the one it was shown (PF-26). */
  readonly stateNumber: number;
  readonly stages: StageTimes;
  /** When the state last changed, wall time ISO 8601. */
  readonly changedAt: string;
  readonly receiptNumber: number | null;
  /** On the payment screen. At most one attempt is. */
  readonly onScreen: boolean;
  readonly alarms: readonly RaisedAlarm[];
  /** A possible orphan that the day's report has not cleared yet, and nobody has put away (PF-10). */
  readonly listed: boolean;
  /** The receipt by which its rows were paid otherwise: what SEQR takes for them now goes back (PF-06). Absent: there is none. */
  readonly paidBy?: number;
}
