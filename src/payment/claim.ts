import { isAtRest } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import { isClaimUnanswered } from './watch.ts';
import type { Watch } from './watch.ts';

/*
 * "The customer says it is paid": SEQR is asked at once, and the screen says what it answers. A claim changes nothing else:
 * only SEQR's answer makes a payment paid (B1), and a phone may show another purchase.
 */

/** What has been found out since the claim. */
export type Finding =
  /** No question that began after the claim has come back yet. */
  | { readonly kind: 'asking' }
  /** SEQR answers that the customer has paid nothing yet. */
  | { readonly kind: 'notPaidYet' }
  /** SEQR answers that the customer, or the customer's bank, is confirming. */
  | { readonly kind: 'confirming' }
  /** SEQR answers that the money is reserved, and not ours yet. */
  | { readonly kind: 'reserved' }
  /** SEQR answers with a status that Kassa does not know. */
  | { readonly kind: 'oddStatus'; readonly status: string }
  /** SEQR does not say how this payment stands. `resultCode`: what it says instead; null: it gave no answer. */
  | { readonly kind: 'noWord'; readonly resultCode: number | null };

/** A good code beside an older version, which is dropped and tells nothing (PF-06). */
const OUTDATED = 0;

/** Somebody can say so: of everything that SEQR is asked about, but for a tab that nobody has tried to take. */
export function canClaim(state: AttemptState): boolean {
  return state.kind === 'live' || (state.kind === 'reserved' && !isAtRest(state));
}

/** The claim is made, and SEQR is asked now: a person waits for the answer. */
export function claimed(watch: Watch, nowMs: number): Watch {
  return { ...watch, claimedMs: nowMs, nextPollMs: Math.min(watch.nextPollMs, nowMs) };
}

/** What SEQR says about a claim; null: nobody has made one, or there is nothing to ask any more. */
export function findingOf(state: AttemptState, watch: Watch): Finding | null {
  if (watch.claimedMs === null || (state.kind !== 'live' && state.kind !== 'reserved') || !canClaim(state)) return null;
  if (isClaimUnanswered(watch)) return { kind: 'asking' };
  if (state.unanswerable !== null || watch.failuresInARow > 0)
    return { kind: 'noWord', resultCode: watch.lastCode === OUTDATED ? null : watch.lastCode };
  if (state.kind === 'reserved') return { kind: 'reserved' };
  switch (state.status) {
    case 'ISSUED':
      // SEQR has refused a cancel because the customer is confirming (PF-12).
      return { kind: state.cancelWished && watch.customerConfirming ? 'confirming' : 'notPaidYet' };
    case 'PENDING_ISSUER_ACKNOWLEDGE':
      return { kind: 'confirming' };
    case 'RESERVED':
      return { kind: 'reserved' };
    default:
      return { kind: 'oddStatus', status: state.status };
  }
}
