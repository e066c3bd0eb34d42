import { classify } from '../protocol/result-codes.ts';
import type { Answer } from '../protocol/service.ts';
import type { DisbursementFacts, DisbursementState } from './disbursement.ts';

/** What somebody found out about money whose outcome was unknown. */
export type Verdict = { readonly kind: 'done'; readonly ersReference: string | null } | { readonly kind: 'notDone' };

export type DisbursementEvent =
  /** The one call came to its end. */
  | { readonly kind: 'answered'; readonly answer: Answer<unknown> }
  /** The till found it half-done when it started (PF-15). */
  | { readonly kind: 'restarted' }
  /** By SEQR's report, or by its written answer with its reference (PF-14). */
  | { readonly kind: 'resolved'; readonly verdict: Verdict; readonly by: 'report' | 'supervisor'; readonly reference: string | null };

/** The state after an event; the very same object if the event changes nothing. */
export function stepDisbursement(state: DisbursementState, event: DisbursementEvent, kind: DisbursementFacts['kind']): DisbursementState {
  switch (event.kind) {
    case 'answered':
      return state.kind === 'sending' ? afterAnswer(event.answer, kind) : state;
    case 'restarted':
      return state.kind === 'sending' ? { kind: 'unknown' } : state;
    case 'resolved':
      return state.kind === 'unknown' ? afterVerdict(event) : state;
  }
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
