import type { Answer, Nothing, PaymentStatus } from '../protocol/index.ts';
import type { AttemptState, Live, Reserved } from './attempt.ts';
import { onCommitAnswer, onCapture, onUpdateAnswer, onUpdateAsked, withDoubt } from './step-change.ts';
import { onReport } from './step-report.ts';
import type { ReportVerdict } from './step-report.ts';
import { to } from './step-result.ts';
import type { StepContext, StepResult } from './step-result.ts';
import { onSendAnswer } from './step-send.ts';
import type { SendAnswer } from './step-send.ts';
import { cancelIfFoundUnpaid, onStatusAnswer } from './step-status.ts';
import type { Terms } from './terms.ts';

/** What can happen to an attempt. */
export type AttemptEvent =
  | { readonly kind: 'sendAnswered'; readonly answer: SendAnswer }
  | { readonly kind: 'statusAnswered'; readonly answer: Answer<PaymentStatus> }
  | { readonly kind: 'updateAnswered'; readonly answer: Answer<Nothing> }
  | { readonly kind: 'commitAnswered'; readonly answer: Answer<Nothing> }
  /** 20 s without a good answer have passed, on the monotonic clock or over a restart. */
  | { readonly kind: 'contactLost' }
  /** The till starts and finds this attempt. */
  | { readonly kind: 'restarted' }
  /** A reservation's time is up by our clock. */
  | { readonly kind: 'lapsed' }
  /** The day's report has spoken (PF-17). */
  | { readonly kind: 'reportSays'; readonly verdict: ReportVerdict }
  /** The invoice is to ask for something else: the cashier changed the sale, or the customer has a card. */
  | { readonly kind: 'update'; readonly terms: Terms }
  // What a cashier may wish.
  | { readonly kind: 'cancel' }
  | { readonly kind: 'keepWaiting' }
  | { readonly kind: 'setAside' }
  | { readonly kind: 'customerSaysPaid' }
  /** Give up, or send again: the cashier has chosen; a late answer no longer resumes (PF-10). */
  | { readonly kind: 'giveUp' }
  /** Of a tab: this has been rung up by now; nothing is sent. */
  | { readonly kind: 'draft'; readonly terms: Terms }
  /** Of a tab: take the money for this. */
  | { readonly kind: 'capture'; readonly terms: Terms };

/** One step of the machine: pure, total, and the only place where an attempt changes. */
export function step(state: AttemptState, event: AttemptEvent, context: StepContext): StepResult {
  switch (event.kind) {
    case 'sendAnswered':
      return onSendAnswer(state, event.answer, context);
    case 'statusAnswered':
      return onStatusAnswer(state, event.answer, context);
    case 'update':
      return to(onUpdateAsked(state, event.terms));
    case 'updateAnswered':
      return to(onUpdateAnswer(state, event.answer));
    case 'capture':
      return to(onCapture(state, event.terms));
    case 'commitAnswered':
      return to(onCommitAnswer(state, event.answer));
    case 'reportSays':
      return to(onReport(state, event.verdict, context));
    case 'restarted':
      return to(afterRestart(state));
    case 'contactLost':
      return to(isWatched(state) && !state.contactLost ? { ...state, contactLost: true } : state);
    case 'lapsed':
      return to(state.kind === 'reserved' && state.phase === 'held' ? { ...state, phase: 'lapsed' } : state);
    case 'draft':
      return to(
        state.kind === 'reserved' && (state.phase === 'held' || state.phase === 'lapsed') ? { ...state, draft: event.terms } : state,
      );
    case 'cancel':
      return to(onCancel(state));
    case 'keepWaiting':
      return to(onKeepWaiting(state));
    case 'setAside':
      return to(state.kind === 'live' && !state.setAside ? cancelIfFoundUnpaid({ ...state, setAside: true }) : state);
    case 'customerSaysPaid':
      return to(state.kind === 'sendUnknown' && !state.saysPaid ? { ...state, saysPaid: true } : state);
    case 'giveUp':
      return to(state.kind === 'sending' || state.kind === 'sendUnknown' ? { kind: 'orphan', lateReference: null } : state);
  }
}

function isWatched(state: AttemptState): state is Extract<AttemptState, { kind: 'live' | 'reserved' }> {
  return state.kind === 'live' || state.kind === 'reserved';
}

/** A call found half-done is never repeated (PF-15): what it asked for is in doubt until SEQR has been read. */
function afterRestart(state: AttemptState): AttemptState {
  switch (state.kind) {
    case 'sending':
      return { kind: 'sendUnknown', saysPaid: false };
    case 'live':
      return withoutAsked(state);
    case 'reserved': {
      if (state.phase === 'committing') return { ...state, phase: 'unsure', lastCommit: { kind: 'unsure' } };
      const phase = state.phase === 'updating' ? 'unsure' : state.phase;
      return state.asked === null ? state : { ...withoutAsked(state), phase };
    }
    default:
      return state;
  }
}

function withoutAsked<State extends Live | Reserved>(state: State): State {
  if (state.asked === null) return state;
  return { ...state, asked: null, doubts: withDoubt(state.doubts, state.asked), lastUpdate: { kind: 'unsure', resultCode: null } };
}

function onCancel(state: AttemptState): AttemptState {
  if (state.kind === 'live' && !state.cancelWished) return { ...state, cancelWished: true };
  if (state.kind === 'reserved' && (state.phase === 'held' || state.phase === 'lapsed')) return { ...state, phase: 'releasing' };
  return state;
}

function onKeepWaiting(state: AttemptState): AttemptState {
  if (state.kind === 'live' && state.cancelWished && !state.setAside) return { ...state, cancelWished: false };
  // Whether SEQR has let go already is not known: a read tells.
  if (state.kind === 'reserved' && state.phase === 'releasing') return { ...state, phase: 'unsure' };
  return state;
}
