import { hasPeriod } from './close.ts';
import type { Close } from './close.ts';
import { endOf } from './period.ts';
import { ABSENCE_PERIODS } from './resolve.ts';
import type { Sent } from './resolve.ts';

/*
 * When a supervisor may close without a letter of SEQR's what no evidence can settle (PF-30). Hours are SEQR's own. Where it
 * has said no time in this run, and ended no period at the latest close, the till's own count between two closes takes their
 * place: it is never more than has passed.
 */

/** So long nothing may have answered it. */
export const CLOSES_AFTER_MS = 24 * 60 * 60_000;

export interface Waiting {
  readonly id: string;
  /** Null: nobody wrote down when it was sent. */
  readonly sent: Sent | null;
  /**
   * Closes of this service, whatever their terminal, oldest first, back to before the sending: those that are done, and those
   * that were tried in vain.
   */
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
  const since = closesThatFound(closes, id, sent);
  if (since.length === 0) return 'close';
  const passed = passedSince(since, sent, nowMs);
  // A close without a report has asked nothing: then the hours have to lie before the last one, which still got none.
  if ((wasRead(since) ? passed.toNowMs : passed.toLastCloseMs) < CLOSES_AFTER_MS) return 'hours';
  if (absenceMs === null) return null;
  const times = new Set(since.map(({ facts }) => facts.id)).size;
  return times >= ABSENCE_PERIODS && passed.toLastCloseMs >= absenceMs ? null : 'absence';
}

/** Closes after the last sending, each of which has found it open and left it so. */
export function closesThatFound(closes: readonly Close[], id: string, sent: Sent | null): readonly Close[] {
  return closes.filter(({ mark }) => mark.open.includes(id) && mark.entry > (sent?.lastEntry ?? 0));
}

/** One of them had SEQR's report. */
export function wasRead(closes: readonly Close[]): boolean {
  return closes.some(({ state }) => state.kind === 'done' && state.result !== null);
}

/** SEQR's time of the last sending, ms since 1970: at the latest it was just before the first close that knew one; null: none did. */
export function firstSeqrMs(since: readonly Close[], sent: Sent | null): number | null {
  return sent?.lastMs ?? since.map(endOf).find((end) => end !== null)?.latestMs ?? null;
}

/**
 * A close that is not done, once for each time that it could not tell: SEQR refused to end the period, its answer was lost, or
 * its report did not come.
 */
export function triedInVain(close: Close): readonly Close[] {
  switch (close.state.kind) {
    case 'markLost':
      return close.lost.map((mark): Close => ({ ...close, mark }));
    case 'notMarked':
    case 'held':
      return [close];
    case 'marking':
    case 'waiting':
    case 'reported':
    case 'done':
      return [];
  }
}

/** Since the sending, ms, never more than has passed; below 0: nobody can say. */
interface Passed {
  readonly toLastCloseMs: number;
  readonly toNowMs: number;
}

const UNKNOWN: Passed = { toLastCloseMs: -1, toNowMs: -1 };

function passedSince(since: readonly Close[], sent: Sent | null, nowMs: number | null): Passed {
  const [seqr, counted] = [bySeqr(since, sent, nowMs), nowMs === null ? byCount(since) : UNKNOWN];
  return {
    toLastCloseMs: Math.max(seqr.toLastCloseMs, counted.toLastCloseMs),
    toNowMs: Math.max(seqr.toNowMs, counted.toNowMs),
  };
}

function bySeqr(since: readonly Close[], sent: Sent | null, nowMs: number | null): Passed {
  const sentMs = firstSeqrMs(since, sent);
  const last = since.at(-1);
  if (sentMs === null || last === undefined) return UNKNOWN;
  const lastMs = endOf(last)?.earliestMs ?? null;
  const after = (ms: number | null): number => (ms === null ? -1 : ms - sentMs);
  return { toLastCloseMs: after(lastMs), toNowMs: after(nowMs ?? lastMs) };
}

/** Only where SEQR has ended nothing at the latest close either. */
function byCount(since: readonly Close[]): Passed {
  const last = since.at(-1);
  if (last === undefined || hasPeriod(last)) return UNKNOWN;
  const first = since.find(({ mark }) => mark.countedMs !== undefined)?.mark.countedMs;
  const ms = first === undefined || last.mark.countedMs === undefined ? -1 : last.mark.countedMs - first;
  return { toLastCloseMs: ms, toNowMs: ms };
}
