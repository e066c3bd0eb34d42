import type { PaymentActions, PaymentScreen } from '../../contract/payment-view.ts';
import {
  canCapture,
  canChange,
  canClaim,
  canSetAside,
  isClaimUnanswered,
  isForAnotherAmount,
  isInDoubt,
  isQuestionUp,
  returnInMs,
  silenceMs,
  TIMING,
} from '../../payment/index.ts';
import type { AttemptState, Live, Reserved, Watch } from '../../payment/index.ts';
import { classify } from '../../protocol/index.ts';

/** What the screen needs to know beside the attempt itself. */
export interface ScreenContext {
  readonly watch: Watch;
  readonly nowMs: number;
  readonly receiptNumber: number | null;
  /** The last change is on disk (PF-02). */
  readonly recorded: boolean;
  /** A print job of this receipt was under way when the till stopped (PF-15). */
  readonly askIfPrinted: boolean;
  /** What SEQR named at PAID that is not ours: an amount or an invoice; null: nothing. */
  readonly seqrSaid: string | null;
  /** Its terminal's password is lost: nobody can ask, and nothing can be told to SEQR about it. */
  readonly isLost: boolean;
}

/** Which screen an attempt has: a pure function of the state and of the silence (payment-rules, screen table). */
export function paymentScreen(state: AttemptState, context: ScreenContext): PaymentScreen {
  switch (state.kind) {
    case 'sending':
      return { kind: 'sending', slow: context.nowMs - context.watch.sinceMs >= TIMING.sendSlowMs };
    case 'sendUnknown':
      return { kind: 'sendUnknown', returnInMs: returnInMs(state, context.watch, context.nowMs) };
    case 'live':
      return context.isLost ? { kind: 'unknown', resultCode: null } : liveScreen(state, context.watch, context.nowMs);
    case 'reserved':
      return reservedScreen(state, context);
    case 'paid':
    case 'completed':
      return {
        kind: 'paid',
        lastSix: state.payment.ersReference?.slice(-6) ?? null,
        receiptNumber: context.receiptNumber,
        recorded: context.recorded,
        afterRestart: state.payment.afterRestart,
        wonAgainstCancel: state.payment.wonAgainstCancel,
        askIfPrinted: context.askIfPrinted,
        unconfirmed: state.kind === 'paid' && state.unconfirmed === true,
        seqrSaid: context.seqrSaid,
      };
    case 'cancelled':
      return { kind: 'cancelled', contactLost: state.contactLost, askedHere: state.askedHere };
    case 'refused':
      return {
        kind: 'refused',
        resultCode: state.resultCode,
        registration: classify('sendInvoice', state.resultCode) === 'registration',
      };
    case 'orphan':
      return { kind: 'sendUnknown', returnInMs: null };
    case 'reversed':
    case 'failed':
    case 'expired':
    case 'notSent':
    case 'notPaid':
      return { kind: state.kind };
  }
}

function liveScreen(state: Live, watch: Watch, nowMs: number): PaymentScreen {
  if (state.unanswerable !== null) return { kind: 'unknown', resultCode: state.unanswerable };
  if (silenceMs(watch, nowMs) >= TIMING.contactLostMs) return { kind: 'unknown', resultCode: watch.lastCode };
  const question = isQuestionUp(state, watch, nowMs);
  switch (state.status) {
    case 'ISSUED':
    // In a payment that asked for no reservation, a stage on the way (PF-07).
    case 'RESERVED':
      if (watch.customerConfirming && state.cancelWished) return { kind: 'confirming', question: false };
      return state.cancelWished ? { kind: 'cancelling' } : { kind: 'waiting', question };
    case 'PENDING_ISSUER_ACKNOWLEDGE':
      return state.cancelWished ? { kind: 'cancelling' } : { kind: 'confirming', question };
    default:
      return { kind: 'oddStatus', status: state.status };
  }
}

/** While the money may be ours already, silence is as uncertain as with any payment (PF-04); at rest nothing is asked. */
function reservedScreen(state: Reserved, { watch, nowMs, isLost }: ScreenContext): PaymentScreen {
  const mayBePaid = state.phase === 'committing' || state.phase === 'committed' || state.phase === 'unsure';
  if (mayBePaid && state.unanswerable !== null) return { kind: 'unknown', resultCode: state.unanswerable };
  if (mayBePaid && isLost) return { kind: 'unknown', resultCode: null };
  if (mayBePaid && silenceMs(watch, nowMs) >= TIMING.contactLostMs) return { kind: 'unknown', resultCode: watch.lastCode };
  return { kind: 'reserved', phase: state.phase, inDoubt: isInDoubt(state) };
}

const NOTHING: PaymentActions = {
  cancel: false,
  keepWaiting: false,
  sendAgain: false,
  giveUp: false,
  customerSaysPaid: false,
  setAside: false,
  change: false,
  capture: false,
  dismiss: false,
};

/** Which buttons can be pressed now. The core asks this too before it obeys, so a button and its effect never differ. */
export function paymentActions(state: AttemptState, context: ScreenContext): PaymentActions {
  const screen = paymentScreen(state, context);
  switch (state.kind) {
    case 'sending': {
      const slow = screen.kind === 'sending' && screen.slow;
      return { ...NOTHING, sendAgain: slow, giveUp: slow, customerSaysPaid: slow };
    }
    case 'sendUnknown': {
      const returnLeftMs = returnInMs(state, context.watch, context.nowMs);
      return { ...NOTHING, sendAgain: returnLeftMs === null || returnLeftMs === 0, giveUp: true, customerSaysPaid: !state.saysPaid };
    }
    case 'live': {
      const outcomeUnknown = screen.kind === 'unknown' || screen.kind === 'oddStatus';
      const question = 'question' in screen && screen.question;
      return {
        ...NOTHING,
        cancel: !state.cancelWished && !context.isLost,
        keepWaiting: (state.cancelWished || question) && !context.isLost,
        customerSaysPaid: !isClaimUnanswered(context.watch),
        setAside: outcomeUnknown || canSetAside(state, context.watch, context.nowMs),
        change: canChange(state) && !outcomeUnknown,
      };
    }
    case 'reserved': {
      const atRest = state.phase === 'held' || state.phase === 'lapsed';
      const customerSaysPaid = canClaim(state) && !isClaimUnanswered(context.watch);
      if (context.isLost) return { ...NOTHING, customerSaysPaid, dismiss: true };
      const callUnderWay = state.phase === 'updating' || (state.phase === 'committing' && state.doubt === undefined);
      return {
        ...NOTHING,
        cancel: state.phase !== 'releasing' && !callUnderWay,
        keepWaiting: state.phase === 'releasing' && state.freed !== true,
        customerSaysPaid,
        change: state.phase === 'held' || isForAnotherAmount(state),
        // The answer to a change under way would be taken for the answer to the resolving's own.
        capture: canCapture(state, state.draft),
        setAside: state.setAside !== true && canSetAside(state, context.watch, context.nowMs),
        // What is asked about goes on being asked about in the list of tabs.
        dismiss: atRest || state.phase === 'releasing' || screen.kind === 'unknown' || isForAnotherAmount(state),
      };
    }
    case 'paid':
    case 'completed':
      return { ...NOTHING, dismiss: context.recorded };
    case 'reversed':
    case 'cancelled':
    case 'failed':
    case 'expired':
    case 'notSent':
    case 'refused':
    case 'orphan':
    case 'notPaid':
      return { ...NOTHING, dismiss: true };
  }
}
