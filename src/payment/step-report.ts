import { referenceOf, termsOf } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import type { StepContext } from './step-result.ts';

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

export function onReport(state: AttemptState, verdict: ReportVerdict, context: StepContext): AttemptState {
  if (!isForTheReport(state)) return state;
  if (verdict.kind === 'notPaid') return { kind: 'notPaid', invoiceReference: referenceOf(state) };
  return {
    kind: 'completed',
    invoiceReference: referenceOf(state) ?? '',
    payment: {
      ersReference: verdict.ersReference,
      afterRestart: context.restarted,
      wonAgainstCancel: false,
      terms: termsOf(context.facts, state),
      byReport: true,
    },
  };
}
