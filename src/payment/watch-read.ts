import { classify } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import type { AttemptState } from './attempt.ts';
import { nextPollMs } from './moments.ts';
import { isOutdated } from './step-status.ts';
import { TIMING } from './timing.ts';
import { isClaimUnanswered } from './watch.ts';
import type { Watch } from './watch.ts';

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
