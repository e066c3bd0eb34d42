import type { AnswerClass } from './answers.ts';
import type { KillPoint } from './messages.ts';
import type { Way } from './way.ts';

/** How a till is killed. */
export type Kill =
  | { readonly kind: 'step'; readonly point: KillPoint }
  /** So long after the way has begun, in real time: a share of what a way may take on this machine. */
  | { readonly kind: 'moment'; readonly share: number };

export interface KillPlan {
  readonly way: Way;
  readonly kill: Kill;
  readonly answers: AnswerClass;
  readonly seed: number;
}

export interface KillResult {
  /** False: the way came to its end first, or to where it could not go on. */
  readonly died: boolean;
  /** What kept the way from going on, if anything did. */
  readonly halted: string;
  /** From the start of the restarted process until its core had been put together; null: it was not started. */
  readonly startMs: number | null;
  /** From when the restarted till could ask until SEQR had its first question about an open payment; null: none was open. */
  readonly firstReadMs: number | null;
  /** What does not hold. */
  readonly problems: readonly string[];
}
