import type { Close } from './close.ts';
import { endOf } from './period.ts';
import { ABSENCE_PERIODS } from './resolve.ts';
import type { Sent } from './resolve.ts';
import { CLOSES_AFTER_MS, closesThatFound, firstSeqrMs, wasRead, whyNotYet } from './waited.ts';
import type { NotYet } from './waited.ts';

/*
 * When something unresolved can be settled at the earliest without an answer of SEQR's, to be told to a person. It decides
 * nothing: `whyNotYet` and the comparison of a close do. Hours are SEQR's own.
 */

/** What has to come first. */
export interface Earliest {
  /** So many closes more, at least. */
  readonly closes: number;
  /**
   * SEQR's time, ms since 1970; null: it is counted from the first close that finds it open, which has not come yet, or SEQR has
   * told no time. Without a close that is still needed: now.
   */
  readonly atMs: number | null;
}

export interface Settling {
  /** A supervisor's word without a letter of SEQR's (PF-30). */
  readonly supervisor: Earliest;
  /** Its absence from the reports up to one of a period that opened then or later (PF-14); null: a period is lost. */
  readonly absence: Earliest | null;
}

export interface Unsettled {
  readonly id: string;
  /** Null: nobody wrote down when it was sent. */
  readonly sent: Sent | null;
  /** Closes of its service, oldest first, back to before the sending: those that are done, and those that were tried in vain. */
  readonly closes: readonly Close[];
  /** SEQR's own time now, ms since 1970; null: not known. */
  readonly nowMs: number | null;
  readonly terminalId: string;
  /** The owner's hours of an absence, ms. */
  readonly absenceMs: number;
}

export function settlingOf(unsettled: Unsettled): Settling {
  const { id, sent, closes, terminalId, absenceMs } = unsettled;
  const since = closesThatFound(closes, id, sent);
  const own = since.filter(({ facts, state }) => facts.terminalId === terminalId && state.kind === 'done');
  const sentMs = firstSeqrMs(since, sent);
  const after = (ms: number): number | null => (sentMs === null ? null : sentMs + ms);
  return {
    supervisor: earliestWord(whyNotYet({ ...unsettled, absenceMs: null }), since, after(CLOSES_AFTER_MS)),
    absence: isCut(own.at(-1), id) ? null : { closes: closesToProve(own.length, own.at(-1), after(absenceMs)), atMs: after(absenceMs) },
  };
}

/** Where no close has asked SEQR, the hours have to lie before one. */
function earliestWord(why: NotYet | null, since: readonly Close[], atMs: number | null): Earliest {
  if (why === null) return { closes: 0, atMs };
  const isTimeEnough = why === 'hours' && wasRead(since) && atMs !== null;
  return { closes: isTimeEnough ? 0 : 1, atMs };
}

/** The period of the sending has to end, and as many as the rule asks for after it; the last of them has to open late enough. */
function closesToProve(ended: number, last: Close | undefined, lateMs: number | null): number {
  const openedMs = last === undefined ? null : (endOf(last)?.earliestMs ?? null);
  const isLate = openedMs !== null && lateMs !== null && openedMs >= lateMs;
  return Math.max(ABSENCE_PERIODS + 1 - ended, isLate ? 1 : 2);
}

/** The latest comparison found it in a period whose report nobody has. */
function isCut(close: Close | undefined, id: string): boolean {
  if (close?.state.kind !== 'done') return false;
  const resolution = close.state.result?.resolutions.find((each) => each.id === id);
  return resolution?.verdict === 'stays' && resolution.because === 'notCovered';
}
