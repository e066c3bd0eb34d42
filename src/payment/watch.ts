import { classify } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import { isInDoubt } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import { isOutdated } from './step-answer.ts';
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
  /** A cancelInvoice about this attempt may have reached SEQR. */
  readonly cancelLeft: boolean;
  /** What is not final yet has been so since then: a cancel is wished, a tab is in doubt, PAID is not confirmed. */
  readonly unsettledFromMs: number;
  /** When a doubtful commit is sent again (PF-29). */
  readonly nextCommitMs: number;
  /** So many calls that change, take or release what SEQR holds have ended; a read that began before one says nothing about it. */
  readonly callsEnded: number;
  /** SEQR has refused the terminal itself since then, in every answer (PF-03); null: it does not. */
  readonly refusedFromMs: number | null;
  /** What SEQR has said of an older version, again and again (PF-06); null: the last answer was not of an older one. */
  readonly older: { readonly version: number; readonly status: string | null; readonly count: number; readonly fromMs: number } | null;
  /** The 30 s of PF-13 are counted from here. */
  readonly waitingFromMs: number;
  /** A cancel was answered 48 or 51: the customer is confirming now (PF-12). */
  readonly customerConfirming: boolean;
  /** The 25 s of PF-10 are counted from here, anew after a restart. */
  readonly saysPaidFromMs: number;
  /** When somebody last said that the customer has paid (B9); null: nobody has in this run. */
  readonly claimedMs: number | null;
  /** When the latest read that has ended began; null: none has. */
  readonly lastReadMs: number | null;
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
    cancelLeft: options.restarted,
    unsettledFromMs: nowMs,
    nextCommitMs: nowMs,
    callsEnded: 0,
    refusedFromMs: null,
    older: null,
    waitingFromMs: nowMs,
    customerConfirming: false,
    saysPaidFromMs: nowMs,
    claimedMs: null,
    lastReadMs: null,
    changeInFlight: false,
    wordsRefused: 0,
    checkWanted: false,
    lapsesMs: null,
  };
}

/** Asking begins anew, after a rest: what was silent meanwhile was so by our own will. */
export function restartWatch(watch: Watch, nowMs: number): Watch {
  const { lapsesMs, changeInFlight, pollInFlight, cancelInFlight, cancelLeft, callsEnded } = watch;
  const started = startWatch(nowMs, { restarted: watch.restarted, heardNow: false });
  return { ...started, lapsesMs, changeInFlight, pollInFlight, cancelInFlight, cancelLeft, callsEnded };
}

/** How long nobody here has had a good answer. */
export function silenceMs(watch: Watch, nowMs: number): number {
  return nowMs - (watch.lastGoodMs ?? watch.sinceMs);
}

/** Somebody has said that the customer has paid, and no read that began after that has ended (B9). */
export function isClaimUnanswered({ claimedMs, lastReadMs }: Watch): boolean {
  return claimedMs !== null && (lastReadMs === null || lastReadMs < claimedMs);
}

/**
 * How it is watched on after a read that began and ended then. An answer that was dropped for its version is no good one, and
 * neither is one that tells nothing (PF-04, PF-06).
 */
export function afterRead(
  before: Watch,
  state: AttemptState,
  answer: Answer<PaymentStatus>,
  { startedMs, endedMs }: { readonly startedMs: number; readonly endedMs: number },
): Watch {
  const good = isGoodAnswer(state, answer);
  const watch: Watch = {
    ...before,
    pollInFlight: false,
    lastReadMs: startedMs,
    lastGoodMs: good ? endedMs : before.lastGoodMs,
    failuresInARow: good ? 0 : before.failuresInARow + 1,
    lastCode: !good && answer.kind === 'answered' ? answer.resultCode : null,
    checkWanted: before.checkWanted && !good,
    refusedFromMs: refusedFrom(before, answer, endedMs),
    older: olderAfter(before, state, answer, endedMs),
  };
  // The customer was said to have paid while this read was on its way: it says nothing about that.
  const again = isClaimUnanswered(watch) ? endedMs : nextPollMs(watch, state, { startedMs, endedMs, failed: hasFailed(answer) });
  return { ...watch, nextPollMs: again };
}

/** Whether this answer says how the payment stands, as far as SEQR knows (PF-05, PF-06). */
export function isGoodAnswer(state: AttemptState, answer: Answer<PaymentStatus>): boolean {
  if (answer.kind !== 'answered' || isOutdated(state, answer)) return false;
  const meaning = classify('getPaymentStatus', answer.resultCode);
  return meaning === 'ok' || meaning === 'cancelled' || meaning === 'expired';
}

/** PF-03: no answer, or one that tells nothing, is asked for again at once. One that SEQR cannot give is not. */
function hasFailed(answer: Answer<PaymentStatus>): boolean {
  return answer.kind !== 'answered' || classify('getPaymentStatus', answer.resultCode) === 'noInformation';
}

/** PF-03: the codes of the terminal itself; what SEQR says of the reference (54) is another matter. No answer changes nothing. */
function refusedFrom(before: Watch, answer: Answer<PaymentStatus>, endedMs: number): number | null {
  if (answer.kind !== 'answered') return before.refusedFromMs;
  return classify('sendInvoice', answer.resultCode) === 'registration' ? (before.refusedFromMs ?? endedMs) : null;
}

function olderAfter(before: Watch, state: AttemptState, answer: Answer<PaymentStatus>, endedMs: number): Watch['older'] {
  if (answer.kind !== 'answered' || classify('getPaymentStatus', answer.resultCode) !== 'ok') return before.older;
  if (!isOutdated(state, answer)) return null;
  const { version, status } = answer.value;
  const same = before.older !== null && before.older.version === version && before.older.status === status;
  return same ? { ...before.older, count: before.older.count + 1 } : { version, status, count: 1, fromMs: endedMs };
}

/** SEQR has been restored to an older state: for 20 s every answer, ten of them at least, has said the same older thing (PF-06). */
export function wasRestored({ older }: Watch, nowMs: number): boolean {
  return older !== null && older.count >= TIMING.restoredAnswers && nowMs - older.fromMs >= TIMING.restoredAfterMs;
}

/** When the next poll starts (PF-03, PF-04): start to start, or shortly after one that took long or failed. */
export function nextPollMs(
  watch: Watch,
  state: AttemptState,
  call: { readonly startedMs: number; readonly endedMs: number; readonly failed: boolean },
): number {
  const intervalMs = pollIntervalMs(watch, state, call.endedMs);
  const onTime = call.startedMs + intervalMs;
  if (intervalMs > TIMING.pollIntervalMs) return onTime;
  return !call.failed && onTime >= call.endedMs ? onTime : call.endedMs + TIMING.pollAgainMs;
}

/** How often SEQR is asked: every second while money hangs on it, more rarely where it has been in vain for long. */
export function pollIntervalMs(watch: Watch, state: AttemptState, nowMs: number): number {
  const refusedMs = watch.refusedFromMs === null ? 0 : nowMs - watch.refusedFromMs;
  const silent = silenceMs(watch, nowMs) >= TIMING.pollRareAfterMs;
  // An account may be locked by asking (PF-03).
  const locks = watch.lastCode === 20 || watch.lastCode === 21;
  if (state.kind === 'live' && state.setAside && locks && refusedMs >= TIMING.pollRareAfterMs) return TIMING.pollLockedMs;
  if (silent || refusedMs >= TIMING.refusedFreshMs) return TIMING.pollRareMs;
  if (state.kind === 'paid' && state.unconfirmed === true) return TIMING.pollRareMs;
  // No money hangs on a tab that has run out.
  if (state.kind === 'reserved' && state.phase === 'lapsed') return TIMING.pollRareMs;
  if (isInDoubt(state) && nowMs - watch.unsettledFromMs >= TIMING.doubtFreshMs) return TIMING.pollRareMs;
  return TIMING.pollIntervalMs;
}
