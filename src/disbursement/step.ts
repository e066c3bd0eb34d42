import { classify } from '../protocol/result-codes.ts';
import type { Answer } from '../protocol/service.ts';
import type { DisbursementFacts, DisbursementState } from './disbursement.ts';

/** What somebody found out about money whose outcome was unknown. */
export type Verdict = { readonly kind: 'done'; readonly ersReference: string | null } | { readonly kind: 'notDone' };

export type DisbursementEvent =
  /** The call came to its end. `othersAnswered`: SEQR itself answered every other refund of that payment. */
  | { readonly kind: 'answered'; readonly answer: Answer<unknown>; readonly othersAnswered?: boolean }
  /** A supervisor sends a refund once more that SEQR can carry out only once (PF-14). */
  | { readonly kind: 'sentAgain' }
  /** SEQR has refused another refund of that payment because of its sum: this one may have been done after all (PF-14). */
  | { readonly kind: 'reopened' }
  /** The till found it half-done when it started (PF-15). */
  | { readonly kind: 'restarted' }
  /** By SEQR's report, or by its written answer with its reference (PF-14). */
  | { readonly kind: 'resolved'; readonly verdict: Verdict; readonly by: 'report' | 'supervisor'; readonly reference: string | null };

/** The state after an event; the very same object if the event changes nothing. */
export function stepDisbursement(state: DisbursementState, event: DisbursementEvent, kind: DisbursementFacts['kind']): DisbursementState {
  switch (event.kind) {
    case 'answered':
      if (state.kind !== 'sending') return state;
      return state.again === true ? afterSecond(event.answer, event.othersAnswered === true) : afterAnswer(event.answer, kind);
    case 'sentAgain':
      return state.kind === 'unknown' && kind === 'refund' ? { kind: 'sending', again: true } : state;
    case 'reopened':
      return state.kind === 'notDone' && kind === 'refund' ? { kind: 'unknown' } : state;
    case 'restarted':
      return state.kind === 'sending' ? { kind: 'unknown' } : state;
    case 'resolved':
      return state.kind === 'unknown' ? afterVerdict(event) : state;
  }
}

/** More than the payment was: the sum of its refunds would be too large. */
export const SUM_TOO_LARGE = 98;

/**
 * The answer to a second sending. A yes is a yes, since SEQR carries out one at most. That the sum would be too large says that
 * the first was done, if no other refund can be the reason; whatever else it says, it says nothing of the first.
 */
function afterSecond(answer: Answer<unknown>, others: boolean): DisbursementState {
  if (answer.kind !== 'answered') return { kind: 'unknown' };
  const { resultCode, ersReference } = answer;
  if (classify('refundPayment', resultCode) === 'ok') return { kind: 'done', ersReference, resolvedBy: 'answer' };
  return resultCode === SUM_TOO_LARGE && others ? { kind: 'done', ersReference: null, resolvedBy: 'answer' } : { kind: 'unknown' };
}

function afterAnswer(answer: Answer<unknown>, kind: DisbursementFacts['kind']): DisbursementState {
  switch (answer.kind) {
    case 'notSent':
      return { kind: 'notSent' };
    case 'noAnswer':
      return { kind: 'unknown' };
    case 'answered':
      return afterCode(answer.resultCode, answer.ersReference, kind);
  }
}

/** Only a code that says so is a yes, only one that says so is a no; whatever lies between is unknown (PF-05, PF-14). */
function afterCode(resultCode: number, ersReference: string | null, kind: DisbursementFacts['kind']): DisbursementState {
  switch (classify(kind === 'refund' ? 'refundPayment' : 'creditUser', resultCode)) {
    case 'ok':
      return { kind: 'done', ersReference, resolvedBy: 'answer' };
    case 'refused':
    case 'registration':
    case 'inProgress':
      return { kind: 'refused', resultCode };
    case 'noInformation':
    case 'cancelled':
    case 'expired':
    case 'paid':
    case 'unanswerable':
      return { kind: 'unknown' };
  }
}

function afterVerdict({ verdict, by, reference }: Extract<DisbursementEvent, { kind: 'resolved' }>): DisbursementState {
  return verdict.kind === 'done'
    ? { kind: 'done', ersReference: verdict.ersReference, resolvedBy: by }
    : { kind: 'notDone', resolvedBy: by, reference };
}
