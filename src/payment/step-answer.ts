import { classify } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import { termsOf } from './attempt-traits.ts';
import type { AttemptState, Live, Reserved } from './attempt.ts';
import { onPaid, onPaidAfterEnd, onReadAfterPaid, takenBack } from './step-paid.ts';
import type { StepContext, StepResult } from './step-result.ts';
import { reserved, stillReserved } from './step-tab.ts';
import { changedTerms, endAlarms, unpaidOf } from './unpaid.ts';

/* What SEQR's answers make of a payment: to the invoice that it began with, and to each question how it stands. */

export type SendAnswer = Answer<{ readonly invoiceReference: string | null; readonly invoiceQRCode: string | null }>;

/** PF-10: only a good answer with a reference makes the attempt live; only a failure before the first byte says that nothing was sent. */
export function onSendAnswer(state: AttemptState, answer: SendAnswer, { facts }: StepContext): AttemptState {
  const reference = answer.kind === 'answered' ? answer.value.invoiceReference : null;
  if (state.kind === 'orphan') return reference === null ? state : { ...state, lateReference: reference };
  // Closed while its answer was on the way: every reference that SEQR gives is kept (PF-02).
  if (state.kind === 'notPaid' && state.invoiceReference === null)
    return reference === null ? state : { ...state, invoiceReference: reference };
  if (state.kind !== 'sending' && state.kind !== 'sendUnknown') return state;
  if (answer.kind === 'notSent') return { kind: 'notSent' };
  if (answer.kind === 'noAnswer') return sendUnknown(state);
  const meaning = classify('sendInvoice', answer.resultCode);
  if (meaning === 'noInformation') return sendUnknown(state);
  if (meaning !== 'ok') return { kind: 'refused', resultCode: answer.resultCode };
  if (reference === null) return sendUnknown(state);
  return {
    kind: 'live',
    invoiceReference: reference,
    invoiceQRCode: answer.value.invoiceQRCode,
    version: 0,
    status: 'ISSUED',
    terms: termsOf(facts, state),
    asked: null,
    doubts: [],
    lastUpdate: null,
    cancelWished: false,
    setAside: false,
    contactLost: false,
    unanswerable: null,
  };
}

function sendUnknown(state: AttemptState): AttemptState {
  return state.kind === 'sendUnknown' ? state : { kind: 'sendUnknown', saysPaid: false };
}

/** An answer of getPaymentStatus, and what it can be believed about. */
export interface StatusRead {
  readonly answer: Answer<PaymentStatus>;
  /**
   * The read began after every call that changes, takes or releases what SEQR holds had ended. One that began earlier says
   * nothing about such a call (PF-29).
   */
  readonly afterCalls: boolean;
  /** SEQR has said the same older thing for so long that it must have been restored: it is believed (PF-06). */
  readonly restored?: boolean;
}

/** PF-06: what speaks of an older version than the last one is dropped, but never a PAID: its read may have taken the money. */
export function isOutdated(state: AttemptState, answer: Answer<PaymentStatus>): boolean {
  if (answer.kind !== 'answered' || !('version' in state)) return false;
  const ok = classify('getPaymentStatus', answer.resultCode) === 'ok';
  return ok && answer.value.status !== 'PAID' && answer.value.version < state.version;
}

/** What a status answer makes of an attempt (PF-05, 06, 07). */
export function onStatusAnswer(state: AttemptState, read: StatusRead, context: StepContext): StepResult {
  const { answer } = read;
  const unchanged = { state, alarms: [] };
  if (answer.kind !== 'answered') return unchanged;
  if (isOutdated(state, answer) && (read.restored !== true || state.kind === 'paid')) return unchanged;
  const { value } = answer;
  const meaning = classify('getPaymentStatus', answer.resultCode);
  const saysPaid = meaning === 'ok' && value.status === 'PAID';
  switch (state.kind) {
    case 'live':
    case 'reserved':
      if (meaning === 'cancelled') return ended(state, 'CANCELED', context);
      if (meaning === 'expired') return ended(state, 'EXPIRED', context);
      if (meaning === 'unanswerable')
        return state.unanswerable === answer.resultCode ? unchanged : { state: { ...state, unanswerable: answer.resultCode }, alarms: [] };
      if (meaning !== 'ok') return unchanged;
      if (saysPaid) return onPaid(state, answer.ersReference, value, context);
      return state.kind === 'live'
        ? onUnpaid(state, value, context, answer.serverDateMs)
        : onUntaken(state, value, read.afterCalls, context);
    case 'paid':
      if (meaning === 'cancelled') return takenBack(state, 'CANCELED');
      if (meaning === 'expired') return takenBack(state, 'EXPIRED');
      return meaning === 'ok' ? onReadAfterPaid(state, answer.ersReference, value) : unchanged;
    case 'cancelled':
    case 'failed':
    case 'expired':
    case 'notPaid':
    case 'reversed':
      return saysPaid ? onPaidAfterEnd(state, answer.ersReference, value, context) : unchanged;
    // None of these is ever asked about: there is no invoice that could have been paid, or nobody knew of it.
    case 'refused':
    case 'notSent':
    case 'orphan':
      return saysPaid ? { state, alarms: [{ kind: 'paidAfterEnd', seqrSaid: answer.ersReference ?? '' }] } : unchanged;
    case 'sending':
    case 'sendUnknown':
    case 'completed':
      return unchanged;
  }
}

/** The three ends without money. A tab that ends unasked is an alarm: somebody believes the money is reserved (PF-29). */
function ended(state: Live | Reserved, status: 'CANCELED' | 'FAILED' | 'EXPIRED', { facts }: StepContext): StepResult {
  const { contactLost } = state;
  const base = { invoiceReference: state.invoiceReference, ...unpaidOf(state), ...changedTerms(state, facts) };
  const askedHere = state.kind === 'live' ? state.cancelWished : state.phase === 'releasing';
  const alarms = endAlarms(state, askedHere, status);
  switch (status) {
    case 'CANCELED':
      return { state: { kind: 'cancelled', ...base, contactLost, askedHere }, alarms };
    case 'FAILED':
      return { state: { kind: 'failed', ...base }, alarms };
    case 'EXPIRED':
      return { state: { kind: 'expired', ...base }, alarms };
  }
}

function onUnpaid(state: Live, value: PaymentStatus, context: StepContext, serverDateMs: number | null): StepResult {
  const status = value.status ?? state.status;
  const { nowIso } = context;
  const { reservation } = context.facts;
  switch (status) {
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
      return ended(state, status, context);
    case 'RESERVED':
      // Where no reservation was asked for it is a stage on the way to PAID, and asked about like any other (PF-07).
      if (reservation !== undefined) {
        // Its time runs by SEQR's clock, if the answer told that.
        const fromMs = serverDateMs ?? Date.parse(nowIso);
        const lapsesAt = new Date(fromMs + reservation.timeoutS * 1_000).toISOString();
        return { state: reserved(state, value.version, nowIso, lapsesAt), alarms: [] };
      }
  }
  const unpaid = status === 'ISSUED' || status === 'PENDING_ISSUER_ACKNOWLEDGE' || status === 'RESERVED';
  const next = cancelIfFoundUnpaid({ ...state, status, version: value.version, unanswerable: null }, unpaid);
  return { state: sameLive(state, next) ? state : next, alarms: [] };
}

/** PF-16: an invoice set aside and found unpaid is cancelled. What was last seen before the silence does not count. */
function cancelIfFoundUnpaid(state: Live, foundUnpaid: boolean): Live {
  return state.setAside && foundUnpaid ? { ...state, cancelWished: true } : state;
}

function sameLive(a: Live, b: Live): boolean {
  return a.status === b.status && a.version === b.version && a.unanswerable === b.unanswerable && a.cancelWished === b.cancelWished;
}

/** A tab whose money is not taken yet. */
function onUntaken(state: Reserved, value: PaymentStatus, afterCalls: boolean, context: StepContext): StepResult {
  switch (value.status) {
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
      return ended(state, value.status, context);
    case 'RESERVED':
      return { state: stillReserved(state, value.version, afterCalls), alarms: [] };
    default:
      return { state, alarms: [] };
  }
}
