import type { AttemptState } from './attempt.ts';
import { TIMING } from './timing.ts';

/**
 * What is known only while the till runs: when somebody last asked, and how it went. All times are on the monotonic
 * clock (PF-27). Nothing here decides an outcome; it decides when to ask next and what the screen says about the silence.
 */
export interface Watch {
  /** The till of this run has watched since then: the reference was learned, or the till started. */
  readonly sinceMs: number;
  /** This run found the attempt on disk. */
  readonly restarted: boolean;
  /** The last good answer; null: none in this run. */
  readonly lastGoodMs: number | null;
  readonly failuresInARow: number;
  /** What the latest read was answered with if that told nothing; null: it was no answer at all, or a good one. */
  readonly lastCode: number | null;
  readonly pollInFlight: boolean;
  /** When the next poll starts. */
  readonly nextPollMs: number;
  readonly cancelInFlight: boolean;
  readonly nextCancelMs: number;
  /** The 30 s of PF-13 are counted from here. */
  readonly waitingFromMs: number;
  /** A cancel was answered 48 or 51: the customer is confirming now (PF-12). */
  readonly customerConfirming: boolean;
  /** The 25 s of PF-10 are counted from here, anew after a restart. */
  readonly saysPaidFromMs: number;
  /** updateInvoice or commitReservation is on its way. */
  readonly changeInFlight: boolean;
  /** So often has SEQR refused our word about the customer's cards: the second time it is said without them. */
  readonly wordsRefused: number;
  /** A tab at rest is to be read once: somebody has opened it (PF-29). */
  readonly checkWanted: boolean;
  /** When SEQR lets go of a reservation; null: not known, or not reserved. */
  readonly lapsesMs: number | null;
}

export function startWatch(nowMs: number, options: { readonly restarted: boolean; readonly heardNow: boolean }): Watch {
  return {
    sinceMs: nowMs,
    restarted: options.restarted,
    lastGoodMs: options.heardNow ? nowMs : null,
    failuresInARow: 0,
    lastCode: null,
    pollInFlight: false,
    nextPollMs: nowMs,
    cancelInFlight: false,
    nextCancelMs: nowMs,
    waitingFromMs: nowMs,
    customerConfirming: false,
    saysPaidFromMs: nowMs,
    changeInFlight: false,
    wordsRefused: 0,
    checkWanted: false,
    lapsesMs: null,
  };
}

/** Asking begins anew, after a rest: what was silent meanwhile was so by our own will. */
export function restartWatch(watch: Watch, nowMs: number): Watch {
  const { lapsesMs, changeInFlight } = watch;
  return { ...startWatch(nowMs, { restarted: watch.restarted, heardNow: false }), lapsesMs, changeInFlight };
}

/** How long nobody here has had a good answer. */
export function silenceMs(watch: Watch, nowMs: number): number {
  return nowMs - (watch.lastGoodMs ?? watch.sinceMs);
}

/** When the next poll starts (PF-03, PF-04): start to start, or shortly after one that took long or failed. */
export function nextPollMs(
  watch: Watch,
  call: {
    readonly startedMs: number;
    readonly endedMs: number;
    readonly good: boolean;
    /** No money hangs on it. */ readonly unhurried?: boolean;
  },
): number {
  if (silenceMs(watch, call.endedMs) >= TIMING.pollRareAfterMs) return call.startedMs + TIMING.pollRareMs;
  const onTime = call.startedMs + TIMING.pollIntervalMs;
  if (call.unhurried) return call.startedMs + TIMING.pollRareMs;
  return call.good && onTime >= call.endedMs ? onTime : call.endedMs + TIMING.pollAgainMs;
}

/** States about which SEQR is asked. A tab at rest is not, but for the one read when it is opened (PF-29). */
export function isPolled(state: AttemptState, watch: Watch): boolean {
  if (state.kind === 'reserved') return state.phase !== 'held' || watch.checkWanted;
  return state.kind === 'live' || state.kind === 'paid';
}

export function isCancelling(state: AttemptState): boolean {
  return (state.kind === 'live' && state.cancelWished) || (state.kind === 'reserved' && state.phase === 'releasing');
}

/** A tab at rest whose time is up. */
export function hasLapsed(state: AttemptState, watch: Watch, nowMs: number): boolean {
  return state.kind === 'reserved' && state.phase === 'held' && watch.lapsesMs !== null && watch.lapsesMs <= nowMs;
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
  if (isCancelling(state) && !watch.cancelInFlight) moments.push(watch.nextCancelMs);
  if (state.kind === 'live' || (state.kind === 'reserved' && isPolled(state, watch))) {
    const later = [nowMs + TIMING.contactLostMs - silenceMs(watch, nowMs), watch.waitingFromMs + TIMING.questionAfterMs];
    moments.push(...later.filter((ms) => ms > nowMs));
  }
  if (state.kind === 'reserved' && state.phase === 'held' && watch.lapsesMs !== null) moments.push(watch.lapsesMs);
  if (state.kind === 'sending') {
    const slow = watch.sinceMs + TIMING.sendSlowMs;
    if (slow > nowMs) moments.push(slow);
  }
  const returns = returnInMs(state, watch, nowMs);
  if (returns !== null && returns > 0) moments.push(nowMs + returns);
  return moments.length === 0 ? null : Math.max(nowMs, Math.min(...moments));
}
