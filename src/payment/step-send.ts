import { classify } from '../protocol/index.ts';
import type { Answer } from '../protocol/index.ts';
import { termsOf } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import type { StepContext } from './step-result.ts';

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
