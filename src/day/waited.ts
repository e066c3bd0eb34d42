import type { Close } from './close.ts';
import { endOf } from './period.ts';
import { ABSENCE_PERIODS } from './resolve.ts';
import type { Sent } from './resolve.ts';

/*
 * When a supervisor may close without a letter of SEQR's what no evidence can settle (PF-30). Hours are SEQR's own.
 */

/** So long nothing may have answered it. */
export const CLOSES_AFTER_MS = 24 * 60 * 60_000;

export interface Waiting {
  readonly id: string;
  /** Null: nobody wrote down when it was sent. */
  readonly sent: Sent | null;
  /** Done closes of this service, whatever their terminal, oldest first, back to before the sending. */
  readonly closes: readonly Close[];
  /** SEQR's own time now, ms since 1970; null: not known. */
  readonly nowMs: number | null;
  /** Null: a payment, or it is to be closed as done: no absence has to be proved. */
  readonly absenceMs: number | null;
}

/** What has to come first: `close`: one that could not tell; `hours`: a day; `absence`: the time after which SEQR books nothing more. */
export type NotYet = 'close' | 'hours' | 'absence';

/** Null: a supervisor may close it now. */
export function whyNotYet({ id, sent, closes, nowMs, absenceMs }: Waiting): NotYet | null {
  // Each of them has found it open, and left it so.
  const since = closes.filter(({ mark }) => mark.open.includes(id) && mark.entry > (sent?.lastEntry ?? 0));
  const [first, last] = [since[0], since.at(-1)];
  if (first === undefined || last === undefined) return 'close';
  const sentMs = sent?.lastMs ?? endOf(first)?.latestMs ?? null;
  const lastMs = endOf(last)?.earliestMs ?? null;
  const presentMs = nowMs ?? lastMs;
  if (sentMs === null || presentMs === null || presentMs < sentMs + CLOSES_AFTER_MS) return 'hours';
  if (absenceMs === null) return null;
  return since.length >= ABSENCE_PERIODS && lastMs !== null && lastMs >= sentMs + absenceMs ? null : 'absence';
}
