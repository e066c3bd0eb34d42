import { equals } from '../money/index.ts';
import { toDecimal } from '../money/index.ts';
import { classify } from '../protocol/index.ts';
import type { Answer, PaymentStatus } from '../protocol/index.ts';
import type { Alarm, AttemptFacts, AttemptState, Live, PaidFacts } from './attempt.ts';

export type SendAnswer = Answer<{ readonly invoiceReference: string | null; readonly invoiceQRCode: string | null }>;

/** What can happen to an attempt. */
export type AttemptEvent =
  | { readonly kind: 'sendAnswered'; readonly answer: SendAnswer }
  | { readonly kind: 'statusAnswered'; readonly answer: Answer<PaymentStatus> }
  /** 20 s without a good answer have passed, on the monotonic clock or over a restart. */
  | { readonly kind: 'contactLost' }
  /** The till starts and finds this attempt. */
  | { readonly kind: 'restarted' }
  // What a cashier may wish.
  | { readonly kind: 'cancel' }
  | { readonly kind: 'keepWaiting' }
  | { readonly kind: 'setAside' }
  | { readonly kind: 'customerSaysPaid' }
  /** Give up, or send again: the cashier has chosen; a late answer no longer resumes (PF-10). */
  | { readonly kind: 'giveUp' };

export interface StepResult {
  /** The very same object when nothing changed, so that nothing is written. */
  readonly state: AttemptState;
  readonly alarms: readonly Alarm[];
}

export interface StepContext {
  readonly facts: AttemptFacts;
  /** This run of the till began after the attempt did (PF-15). */
  readonly restarted: boolean;
}

const same = (state: AttemptState): StepResult => ({ state, alarms: [] });
const to = (state: AttemptState): StepResult => ({ state, alarms: [] });

/** One step of the machine: pure, total, and the only place where an attempt changes. */
export function step(state: AttemptState, event: AttemptEvent, context: StepContext): StepResult {
  switch (event.kind) {
    case 'sendAnswered':
      return onSendAnswer(state, event.answer);
    case 'statusAnswered':
      return onStatusAnswer(state, event.answer, context);
    case 'contactLost':
      return state.kind === 'live' && !state.contactLost ? to({ ...state, contactLost: true }) : same(state);
    case 'restarted':
      // A sendInvoice found half-done is never repeated (PF-15).
      return state.kind === 'sending' ? to({ kind: 'sendUnknown', saysPaid: false }) : same(state);
    case 'cancel':
      return state.kind === 'live' && !state.cancelWished ? to({ ...state, cancelWished: true }) : same(state);
    case 'keepWaiting':
      return state.kind === 'live' && state.cancelWished && !state.setAside ? to({ ...state, cancelWished: false }) : same(state);
    case 'setAside':
      return state.kind === 'live' && !state.setAside ? to(cancelIfFoundIssued({ ...state, setAside: true })) : same(state);
    case 'customerSaysPaid':
      return state.kind === 'sendUnknown' && !state.saysPaid ? to({ ...state, saysPaid: true }) : same(state);
    case 'giveUp':
      return state.kind === 'sending' || state.kind === 'sendUnknown' ? to({ kind: 'orphan', lateReference: null }) : same(state);
  }
}

/** PF-16: an invoice set aside and found ISSUED is cancelled. What was last seen before the silence does not count. */
function cancelIfFoundIssued(state: Live, foundIssued = false): Live {
  return state.setAside && foundIssued ? { ...state, cancelWished: true } : state;
}

function onSendAnswer(state: AttemptState, answer: SendAnswer): StepResult {
  const reference = answer.kind === 'answered' ? answer.value.invoiceReference : null;
  if (state.kind === 'orphan') return reference === null ? same(state) : to({ ...state, lateReference: reference });
  if (state.kind !== 'sending' && state.kind !== 'sendUnknown') return same(state);
  if (answer.kind === 'notSent') return to({ kind: 'notSent' });
  if (answer.kind === 'noAnswer') return toSendUnknown(state);
  const meaning = classify('sendInvoice', answer.resultCode);
  if (meaning === 'noInformation') return toSendUnknown(state);
  if (meaning !== 'ok') return to({ kind: 'refused', resultCode: answer.resultCode });
  if (reference === null) return toSendUnknown(state);
  return to({
    kind: 'live',
    invoiceReference: reference,
    invoiceQRCode: answer.value.invoiceQRCode,
    version: 0,
    status: 'ISSUED',
    cancelWished: false,
    setAside: false,
    contactLost: false,
    unanswerable: null,
  });
}

function toSendUnknown(state: AttemptState): StepResult {
  return state.kind === 'sendUnknown' ? same(state) : to({ kind: 'sendUnknown', saysPaid: false });
}

function onStatusAnswer(state: AttemptState, answer: Answer<PaymentStatus>, context: StepContext): StepResult {
  if (answer.kind !== 'answered') return same(state);
  const { value } = answer;
  const meaning = classify('getPaymentStatus', answer.resultCode);
  const saysPaid = meaning === 'ok' && value.status === 'PAID';
  switch (state.kind) {
    case 'live':
      if (meaning === 'cancelled') return to(cancelled(state));
      if (meaning === 'expired') return to({ kind: 'expired', invoiceReference: state.invoiceReference });
      if (meaning === 'unanswerable') return state.unanswerable === answer.resultCode ? same(state) : to({ ...state, unanswerable: answer.resultCode });
      if (meaning !== 'ok') return same(state);
      if (saysPaid) return onPaid(state, answer.ersReference, value, context);
      return value.version < state.version ? same(state) : onUnpaid(state, value);
    case 'paid':
      return meaning === 'ok' ? onReadAfterPaid(state, answer.ersReference, value) : same(state);
    case 'cancelled':
    case 'failed':
    case 'expired':
    case 'refused':
    case 'notSent':
    case 'orphan':
    case 'reversed':
      return saysPaid ? { state, alarms: [{ kind: 'paidAfterEnd', seqrSaid: answer.ersReference ?? '' }] } : same(state);
    case 'sending':
    case 'sendUnknown':
    case 'completed':
      return same(state);
  }
}

function cancelled(state: Live): AttemptState {
  return {
    kind: 'cancelled',
    invoiceReference: state.invoiceReference,
    contactLost: state.contactLost,
    askedHere: state.cancelWished,
  };
}

/** PF-08. The reference is the answer's, or else the receipt's; a receipt that names something else is an alarm. */
function onPaid(state: Live, ersReference: string | null, value: PaymentStatus, context: StepContext): StepResult {
  const payment: PaidFacts = {
    ersReference: ersReference ?? value.receipt?.paymentReference ?? null,
    afterRestart: context.restarted,
    wonAgainstCancel: state.cancelWished,
  };
  const alarms = receiptAlarms(state.invoiceReference, value, context.facts);
  if (state.setAside) alarms.push({ kind: 'completedLoudly', seqrSaid: payment.ersReference ?? '' });
  return {
    state: { kind: 'paid', invoiceReference: state.invoiceReference, version: Math.max(value.version, state.version), payment },
    alarms,
  };
}

function receiptAlarms(reference: string, value: PaymentStatus, facts: AttemptFacts): Alarm[] {
  const { receipt } = value;
  const alarms: Alarm[] = [];
  if (receipt?.invoiceReference !== undefined && receipt.invoiceReference !== reference)
    alarms.push({ kind: 'otherInvoice', seqrSaid: receipt.invoiceReference });
  const amount = receipt?.totalAmount;
  if (amount !== undefined && (amount === 'unreadable' || !equals(amount, facts.amount)))
    alarms.push({ kind: 'otherAmount', seqrSaid: amount === 'unreadable' ? 'unreadable' : `${toDecimal(amount)} ${amount.currency}` });
  return alarms;
}

function onUnpaid(state: Live, value: PaymentStatus): StepResult {
  const status = value.status ?? state.status;
  switch (status) {
    case 'CANCELED':
      return to(cancelled(state));
    case 'FAILED':
      return to({ kind: 'failed', invoiceReference: state.invoiceReference });
    case 'EXPIRED':
      return to({ kind: 'expired', invoiceReference: state.invoiceReference });
    default: {
      const next = cancelIfFoundIssued({ ...state, status, version: value.version, unanswerable: null }, status === 'ISSUED');
      return sameLive(state, next) ? same(state) : to(next);
    }
  }
}

function sameLive(a: Live, b: Live): boolean {
  return a.status === b.status && a.version === b.version && a.unanswerable === b.unanswerable && a.cancelWished === b.cancelWished;
}

/** The one more read of PF-08: PAID with a known reference closes the attempt; anything final but PAID is a reversal. */
function onReadAfterPaid(
  state: Extract<AttemptState, { kind: 'paid' }>,
  ersReference: string | null,
  value: PaymentStatus,
): StepResult {
  const { invoiceReference } = state;
  switch (value.status) {
    case 'PAID': {
      const known = state.payment.ersReference ?? ersReference ?? value.receipt?.paymentReference ?? null;
      if (known === null) return same(state);
      return to({ kind: 'completed', invoiceReference, payment: { ...state.payment, ersReference: known } });
    }
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
      if (value.version < state.version) return same(state);
      return {
        state: { kind: 'reversed', invoiceReference, payment: state.payment },
        alarms: [{ kind: 'reversedAfterPaid', seqrSaid: value.status }],
      };
    default:
      return same(state);
  }
}
