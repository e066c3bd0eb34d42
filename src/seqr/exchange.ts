import type { NoAnswerReason, Operation } from '../protocol/index.ts';

/** One call as the log sees it: never a password, and messages only where the connector was told to show them. */
export interface Exchange {
  readonly operation: Operation;
  /** The `clientReference` the call went out with (PF-19); null for a call without a context. */
  readonly correlationId: string | null;
  readonly outcome: 'answered' | 'notSent' | 'noAnswer';
  /** With `answered`. */
  readonly resultCode: number | null;
  /** With the other two. */
  readonly reason: NoAnswerReason | null;
  /** With `answered` what was left out of the answer, if anything was. */
  readonly detail: string | null;
  readonly tookMs: number;
  /** The envelopes, passwords masked, as far as there were any; null unless `showMessages`. */
  readonly request: string | null;
  readonly answer: string | null;
}
