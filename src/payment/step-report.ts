import { referenceOf, termsOf } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import { takenBack } from './step-paid.ts';
import { to } from './step-result.ts';
import type { StepContext, StepResult } from './step-result.ts';
import { unpaidOf, endAlarms } from './unpaid.ts';

/** What the day's report says of an attempt that nobody could answer for. */
export type ReportVerdict =
  /** SEQR's report has no such payment. */
  | { readonly kind: 'notPaid' }
  /** A supervisor attaches a reference that the report lists for this amount (PF-18). */
  | { readonly kind: 'paid'; readonly ersReference: string };

/** States that a report may resolve: what SEQR still answers for, it answers for itself. */
export function isForTheReport(state: AttemptState): boolean {
  switch (state.kind) {
    case 'sendUnknown':
    case 'orphan':
      return true;
    case 'live':
    case 'reserved':
      return state.unanswerable !== null;
    case 'paid':
      return state.unconfirmed === true;
    default:
      return false;
  }
}

export function onReport(state: AttemptState, verdict: ReportVerdict, context: StepContext): StepResult {
  if (!isForTheReport(state)) return to(state);
  return verdict.kind === 'notPaid' ? onNotPaid(state) : to(onPaidByReport(state, verdict.ersReference, context));
}

function onNotPaid(state: AttemptState): StepResult {
  // What was shown as PAID is taken back, with all that goes with that (PF-08, PF-33).
  if (state.kind === 'paid') return takenBack(state, 'CANCELED');
  const invoiceReference = referenceOf(state);
  if (state.kind !== 'live' && state.kind !== 'reserved') return to({ kind: 'notPaid', invoiceReference });
  return { state: { kind: 'notPaid', invoiceReference, ...unpaidOf(state) }, alarms: endAlarms(state, false, 'not in the report') };
}

function onPaidByReport(state: AttemptState, ersReference: string, context: StepContext): AttemptState {
  const invoiceReference = referenceOf(state) ?? '';
  // It has its receipt already: the report says what the confirming read should have (PF-08).
  if (state.kind === 'paid')
    return { kind: 'completed', invoiceReference, payment: { ...state.payment, ersReference: state.payment.ersReference ?? ersReference } };
  const terms = termsOf(context.facts, state);
  const payment = { ersReference, afterRestart: context.restarted, wonAgainstCancel: false, terms, byReport: true };
  return { kind: 'completed', invoiceReference, payment };
}
