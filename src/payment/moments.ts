import { isInDoubt } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import { TIMING } from './timing.ts';
import { silenceMs } from './watch.ts';
import type { Watch } from './watch.ts';

/* When something is due about an attempt: a question, a repeated call, another screen. All times are monotonic (PF-27). */

/** States about which SEQR is asked. A tab at rest is not, but for the one read when it is opened (PF-29). */
export function isPolled(state: AttemptState, watch: Watch): boolean {
  if (state.kind === 'reserved') return state.phase !== 'held' || watch.checkWanted;
  return state.kind === 'live' || state.kind === 'paid';
}

/** A cancel is wished. A tab's is repeated until a minute after it has run out (PF-29). */
export function isCancelling(state: AttemptState, watch: Watch, nowMs: number): boolean {
  if (state.kind === 'live') return state.cancelWished;
  return state.kind === 'reserved' && state.phase === 'releasing' && isRepeated(watch, nowMs);
}

/** A commit is wished, and this is the moment to send it: for the first time, or again while it is in doubt (PF-29). */
export function isCommitDue(state: AttemptState, watch: Watch, nowMs: number): boolean {
  if (state.kind !== 'reserved' || state.phase !== 'committing') return false;
  return state.doubt?.commit !== true || (isRepeated(watch, nowMs) && watch.nextCommitMs <= nowMs);
}

/** A tab's doubtful call is still sent again: until a minute after the tab has run out (PF-29). */
export function isRepeated({ lapsesMs }: Watch, nowMs: number): boolean {
  return lapsesMs === null || nowMs < lapsesMs + TIMING.lapsedUnknownMs;
}

/** How long until a tab's doubtful call is sent again (PF-29). */
export function repeatAfterMs(watch: Watch, nowMs: number): number {
  return nowMs - watch.unsettledFromMs < TIMING.doubtFreshMs ? TIMING.cancelAgainMs : TIMING.doubtAgainMs;
}

/** A cancel, or a tab in doubt, has brought no final answer for so long that the next customer comes first (PF-12, PF-29). */
export function canSetAside(state: AttemptState, watch: Watch, nowMs: number): boolean {
  const unsettled = (state.kind === 'live' && state.cancelWished) || isInDoubt(state);
  return unsettled && nowMs - watch.unsettledFromMs >= TIMING.setAsideAfterMs;
}

/** PAID, and for 25 s SEQR has neither said so again nor named an end (PF-08). */
export function isUnconfirmed(state: AttemptState, watch: Watch, nowMs: number): boolean {
  return state.kind === 'paid' && nowMs - watch.unsettledFromMs >= TIMING.unconfirmedAfterMs;
}

/** A tab at rest whose time is up. */
export function hasLapsed(state: AttemptState, watch: Watch, nowMs: number): boolean {
  return state.kind === 'reserved' && state.phase === 'held' && watch.lapsesMs !== null && watch.lapsesMs <= nowMs;
}

/**
 * A tab that ran out a minute ago, and SEQR has not said how it ended (PF-29). One whose time was found to be up long ago, after
 * a rest of the till or by SEQR's clock, is asked about first, for as long as any tab in doubt is before it can be set aside.
 */
export function isLapsedUnknown(state: AttemptState, watch: Watch, nowMs: number): boolean {
  if (state.kind !== 'reserved' || watch.lapsesMs === null) return false;
  return watch.lapsesMs + TIMING.lapsedUnknownMs <= nowMs && watch.unsettledFromMs + TIMING.setAsideAfterMs <= nowMs;
}

/** The payment has waited for so long that the cashier is asked whether to wait longer or to cancel (PF-13). */
export function isQuestionUp(state: AttemptState, watch: Watch, nowMs: number): boolean {
  return state.kind === 'live' && !state.cancelWished && nowMs - watch.waitingFromMs >= TIMING.questionAfterMs;
}

/** Milliseconds until sending again is safe; null if nobody said it is paid (PF-10). */
export function returnInMs(state: AttemptState, watch: Watch, nowMs: number): number | null {
  if (state.kind !== 'sendUnknown' || !state.saysPaid) return null;
  return Math.max(0, watch.saysPaidFromMs + TIMING.returnMs - nowMs);
}

/** The next moment after `nowMs` at which something is due or a screen changes by itself; null: nothing is to come. */
export function nextWakeMs(state: AttemptState, watch: Watch, nowMs: number): number | null {
  const moments: number[] = [];
  if (isPolled(state, watch) && !watch.pollInFlight) moments.push(watch.nextPollMs);
  if (isCancelling(state, watch, nowMs) && !watch.cancelInFlight) moments.push(watch.nextCancelMs);
  if (state.kind === 'reserved' && state.phase === 'committing' && isRepeated(watch, nowMs) && !watch.changeInFlight)
    moments.push(watch.nextCommitMs);
  const later: number[] = [];
  if (state.kind === 'live' || (state.kind === 'reserved' && isPolled(state, watch)))
    later.push(nowMs + TIMING.contactLostMs - silenceMs(watch, nowMs), watch.waitingFromMs + TIMING.questionAfterMs);
  later.push(watch.unsettledFromMs + (state.kind === 'paid' ? TIMING.unconfirmedAfterMs : TIMING.setAsideAfterMs));
  if (state.kind === 'reserved' && watch.lapsesMs !== null)
    later.push(...(state.phase === 'held' ? [watch.lapsesMs] : []), watch.lapsesMs + TIMING.lapsedUnknownMs);
  if (state.kind === 'sending') later.push(watch.sinceMs + TIMING.sendSlowMs);
  if (state.kind === 'live' || state.kind === 'reserved' || state.kind === 'paid' || state.kind === 'sending')
    moments.push(...later.filter((ms) => ms > nowMs));
  const returns = returnInMs(state, watch, nowMs);
  if (returns !== null && returns > 0) moments.push(nowMs + returns);
  return moments.length === 0 ? null : Math.max(nowMs, Math.min(...moments));
}
