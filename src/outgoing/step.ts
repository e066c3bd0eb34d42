import { classify } from '../protocol/result-codes.ts';
import type { Answer } from '../protocol/service.ts';
import type { OutgoingFacts, OutgoingState } from './outgoing.ts';

/** What somebody found out about money whose outcome was unknown. */
export type Verdict = { readonly kind: 'done'; readonly ersReference: string | null } | { readonly kind: 'notDone' };

export type OutgoingEvent =
  /** The one call came to its end. */
  | { readonly kind: 'answered'; readonly answer: Answer<unknown> }
  /** The till found it half-done when it started (PF-15). */
  | { readonly kind: 'restarted' }
  /** By SEQR's report, or by its written answer with its reference (PF-14). */
  | { readonly kind: 'settled'; readonly verdict: Verdict; readonly by: 'report' | 'supervisor'; readonly reference: string | null };

/** The state after an event; the very same object if the event changes nothing. */
export function stepOutgoing(state: OutgoingState, event: OutgoingEvent, kind: OutgoingFacts['kind']): OutgoingState {
  switch (event.kind) {
    case 'answered':
      return state.kind === 'sending' ? afterAnswer(event.answer, kind) : state;
    case 'restarted':
      return state.kind === 'sending' ? { kind: 'unknown' } : state;
    case 'settled':
      return state.kind === 'unknown' ? afterVerdict(event) : state;
  }
}

function afterAnswer(answer: Answer<unknown>, kind: OutgoingFacts['kind']): OutgoingState {
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
function afterCode(resultCode: number, ersReference: string | null, kind: OutgoingFacts['kind']): OutgoingState {
  switch (classify(kind === 'refund' ? 'refundPayment' : 'creditUser', resultCode)) {
    case 'ok':
      return { kind: 'done', ersReference, settledBy: 'answer' };
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

function afterVerdict({ verdict, by, reference }: Extract<OutgoingEvent, { kind: 'settled' }>): OutgoingState {
  return verdict.kind === 'done'
    ? { kind: 'done', ersReference: verdict.ersReference, settledBy: by }
    : { kind: 'notDone', settledBy: by, reference };
}
