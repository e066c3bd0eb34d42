import { equals } from '../money/index.ts';
import type { Answer, Nothing } from '../protocol/index.ts';
import { canFree, canTakePart, isAtHand, isInDoubt, owesBack, termsOf } from './attempt-traits.ts';
import type { AttemptFacts, AttemptState, GiveBackSettled } from './attempt.ts';
import { onSendAnswer, onStatusAnswer } from './step-answer.ts';
import type { SendAnswer, StatusRead } from './step-answer.ts';
import { onCommitAnswer, onCapture, onUpdateAnswer, onUpdateAsked } from './step-change.ts';
import { onReport } from './step-report.ts';
import type { ReportVerdict } from './step-report.ts';
import { afterRestart } from './step-restart.ts';
import type { StepContext, StepResult } from './step-result.ts';
import { withTabDoubt } from './step-tab.ts';
import type { Terms } from './terms.ts';

/** What can happen to an attempt. */
export type AttemptEvent =
  | { readonly kind: 'sendAnswered'; readonly answer: SendAnswer }
  | ({ readonly kind: 'statusAnswered' } & StatusRead)
  | { readonly kind: 'updateAnswered'; readonly answer: Answer<Nothing> }
  | { readonly kind: 'commitAnswered'; readonly answer: Answer<Nothing> }
  /** 20 s without a good answer have passed, on the monotonic clock or over a restart. */
  | { readonly kind: 'contactLost' }
  /** The till starts and finds this attempt. */
  | { readonly kind: 'restarted' }
  /** A reservation's time is up by our clock. */
  | { readonly kind: 'lapsed' }
  /** It has been up for so long that SEQR should have said so (PF-29). */
  | { readonly kind: 'lapsedUnknown' }
  /** For 25 s SEQR has neither said PAID again nor named an end (PF-08). */
  | { readonly kind: 'unconfirmed' }
  /** The day's report has spoken (PF-17). */
  | { readonly kind: 'reportSays'; readonly verdict: ReportVerdict; /** SEQR cannot be asked. */ readonly nobodyAnswers?: boolean }
  /** The invoice is to ask for something else: the cashier changed the sale, or the customer has a card. */
  | { readonly kind: 'update'; readonly terms: Terms }
  // What a cashier may wish.
  | { readonly kind: 'cancel' }
  /** `cancelLeft`: a cancelInvoice may have reached SEQR. */
  | { readonly kind: 'keepWaiting'; readonly cancelLeft: boolean }
  | { readonly kind: 'setAside' }
  /** A supervisor gives the rows back, to be charged another way (PF-16). */
  | { readonly kind: 'free' }
  /** The customer has the money of a payment that sold nothing (PF-06). */
  | { readonly kind: 'givenBack'; readonly settled: GiveBackSettled }
  /** A supervisor takes the smaller amount that SEQR named as a part of the sale: it has paid for these terms (PF-08). */
  | { readonly kind: 'takePart'; readonly terms: Terms }
  /** What was left to pay of its sale has been voided: the part is the customer's again (PF-06). */
  | { readonly kind: 'restVoided' }
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
    case 'statusAnswered':
      return onStatusAnswer(state, event, context);
    case 'reportSays':
      return onReport(state, event.verdict, context, event.nobodyAnswers);
    default:
      return { state: stateAfter(state, event, context), alarms: [] };
  }
}

/** What SEQR says of the outcome, and the report, can alarm; nothing else does. */
type QuietEvent = Exclude<AttemptEvent, { readonly kind: 'statusAnswered' | 'reportSays' }>;

function stateAfter(state: AttemptState, event: QuietEvent, context: StepContext): AttemptState {
  switch (event.kind) {
    case 'sendAnswered':
      return onSendAnswer(state, event.answer, context);
    case 'update':
      return onUpdateAsked(state, event.terms);
    case 'updateAnswered':
      return onUpdateAnswer(state, event.answer);
    case 'capture':
      return onCapture(state, event.terms);
    case 'commitAnswered':
      return onCommitAnswer(state, event.answer);
    case 'restarted':
      return afterRestart(state, context.facts);
    case 'contactLost':
      return isWatched(state) && !state.contactLost ? { ...state, contactLost: true } : state;
    case 'lapsed':
      return state.kind === 'reserved' && state.phase === 'held' ? { ...state, phase: 'lapsed' } : state;
    case 'lapsedUnknown':
      return state.kind === 'reserved' && state.phase !== 'held' && state.setAside !== true ? { ...state, setAside: true } : state;
    case 'unconfirmed':
      return state.kind === 'paid' && state.unconfirmed !== true ? { ...state, unconfirmed: true } : state;
    case 'draft':
      return state.kind === 'reserved' && isAtHand(state) ? { ...state, draft: event.terms } : state;
    case 'cancel':
      return onCancel(state);
    case 'keepWaiting':
      return onKeepWaiting(state, event.cancelLeft);
    case 'setAside':
      return onSetAside(state);
    case 'free':
      return onFree(state);
    case 'givenBack':
      return onGivenBack(state, event.settled);
    case 'takePart':
      return onTakePart(state, event.terms, context.facts);
    case 'restVoided':
      return onRestVoided(state);
    case 'customerSaysPaid':
      return onCustomerSaysPaid(state);
    case 'giveUp':
      return state.kind === 'sending' || state.kind === 'sendUnknown' ? { kind: 'orphan', lateReference: null } : state;
  }
}

function isWatched(state: AttemptState): state is Extract<AttemptState, { kind: 'live' | 'reserved' }> {
  return state.kind === 'live' || state.kind === 'reserved';
}

/** Said while SEQR is slow, it begins the wait of PF-10; an answer that comes yet goes on with the payment all the same. */
function onCustomerSaysPaid(state: AttemptState): AttemptState {
  if (state.kind === 'sending') return { kind: 'sendUnknown', saysPaid: true };
  return state.kind === 'sendUnknown' && !state.saysPaid ? { ...state, saysPaid: true } : state;
}

/** Releasing a tab ends the repeats of its commit; what that may have done stays in doubt (PF-29). */
function onCancel(state: AttemptState): AttemptState {
  if (state.kind === 'live' && !state.cancelWished) return { ...state, cancelWished: true };
  if (state.kind !== 'reserved' || state.phase === 'releasing' || state.phase === 'updating') return state;
  const committed = state.phase === 'committing' || state.phase === 'committed';
  return committed ? { ...withTabDoubt(state, 'commit'), phase: 'releasing' } : { ...state, phase: 'releasing' };
}

/** A tab whose release may have reached SEQR is not at rest again: SEQR may let go of it at any moment (PF-29). */
function onKeepWaiting(state: AttemptState, cancelLeft: boolean): AttemptState {
  if (state.kind === 'live' && state.cancelWished && !state.setAside) return { ...state, cancelWished: false };
  // What is charged another way is not kept (PF-29).
  if (state.kind !== 'reserved' || state.phase !== 'releasing' || state.freed === true) return state;
  const kept = cancelLeft ? withTabDoubt(state, 'release') : state;
  return { ...kept, phase: kept.doubt === undefined ? 'held' : 'unsure' };
}

/** From here on the invoice is only to go away: it is cancelled, and a tab's commit is not repeated any more (PF-16, PF-29). */
function onFree(state: AttemptState): AttemptState {
  if (!canFree(state)) return state;
  // Whatever an update on its way is answered, nothing is taken after it.
  const released: AttemptState =
    state.kind === 'reserved' && state.phase === 'updating' ? { ...state, phase: 'releasing' } : onCancel(state);
  return released.kind === 'live' || released.kind === 'reserved' ? { ...released, freed: true } : state;
}

function onGivenBack(state: AttemptState, settled: GiveBackSettled): AttemptState {
  if ((state.kind !== 'paid' && state.kind !== 'completed') || !owesBack(state) || state.payment.giveBack === undefined) return state;
  return { ...state, payment: { ...state.payment, giveBack: { ...state.payment.giveBack, settled } } };
}

function onTakePart(state: AttemptState, terms: Terms, facts: AttemptFacts): AttemptState {
  if (state.kind !== 'completed' || !canTakePart(facts, state)) return state;
  const { giveBack, ...payment } = state.payment;
  if (giveBack?.taken == null || !equals(giveBack.taken, terms.amount)) return state;
  return { ...state, payment: { ...payment, terms, partOf: termsOf(facts, state) } };
}

function onRestVoided(state: AttemptState): AttemptState {
  if (state.kind !== 'completed' || state.payment.partOf === undefined || state.payment.giveBack !== undefined) return state;
  return { ...state, payment: { ...state.payment, giveBack: { why: 'voided' } } };
}

function onSetAside(state: AttemptState): AttemptState {
  if (state.kind === 'live') return state.setAside ? state : { ...state, setAside: true };
  return isInDoubt(state) && state.kind === 'reserved' && state.setAside !== true ? { ...state, setAside: true } : state;
}
