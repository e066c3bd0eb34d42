import { equals } from '../money/index.ts';
import { isFreed, owesBack, referenceOf, termsOf } from './attempt-traits.ts';
import type { AttemptState } from './attempt.ts';
import { takenBack, toGiveBack } from './step-paid.ts';
import type { StepContext, StepResult } from './step-result.ts';
import { changedTerms, endAlarms, unpaidOf } from './unpaid.ts';

/** Who says it. A supervisor closes what no evidence can settle any more (PF-30). */
export type Told =
  | { readonly by: 'report' }
  /** SEQR's written statement, and the reference that it bears. */
  | { readonly by: 'letter'; readonly letter: string; readonly reason: string }
  /** Nobody of SEQR's: a supervisor, after the time of PF-30. */
  | { readonly by: 'supervisor'; readonly reason: string };

/** What the day's report, or a supervisor, says of an attempt that nobody could answer for. Absent `told`: the report. */
export type ReportVerdict = { readonly told?: Told } &
  /** SEQR has kept no such payment. */
  (
    | { readonly kind: 'notPaid' }
    /** A reference that the report lists for this amount, or that SEQR's letter names (PF-18). */
    | { readonly kind: 'paid'; readonly ersReference: string }
  );

/**
 * States that a report may resolve: what SEQR still answers for, it answers for itself.
 *
 * @param nobodyAnswers the password of the terminal is lost, so that SEQR cannot be asked at all
 */
export function isForTheReport(state: AttemptState, nobodyAnswers = false): boolean {
  switch (state.kind) {
    case 'sendUnknown':
    case 'orphan':
      return true;
    case 'live':
    case 'reserved':
      return nobodyAnswers || state.unanswerable !== null;
    case 'paid':
      return state.unconfirmed === true;
    default:
      return false;
  }
}

/**
 * States that a supervisor may close, by SEQR's letter or after the time of PF-30: whatever is off the screen and has come to
 * no end, and a payment with a receipt, which SEQR may say not to have kept.
 */
export function isForASupervisor(state: AttemptState): boolean {
  switch (state.kind) {
    case 'live':
      return state.setAside || state.contactLost || state.unanswerable !== null;
    case 'reserved':
      return state.phase !== 'held' && (state.setAside === true || state.contactLost || state.unanswerable !== null);
    case 'completed':
      return true;
    case 'paid':
      // SEQR may say PAID for ever without naming the reference: only its letter does then.
      return isForTheReport(state) || state.payment.ersReference === null;
    default:
      return isForTheReport(state);
  }
}

/**
 * Every outcome that a supervisor can close it with, by SEQR's letter if not otherwise (PF-30). `givenBack`: its customer has
 * had the money back in another way than through SEQR.
 */
export function closableAs(state: AttemptState): readonly ('notPaid' | 'paid' | 'givenBack')[] {
  const told = { by: 'letter', letter: '', reason: '' } as const;
  const ways: ('notPaid' | 'paid' | 'givenBack')[] = [];
  if (appliesTo(state, { kind: 'notPaid', told })) ways.push('notPaid');
  if (appliesTo(state, { kind: 'paid', ersReference: '', told })) ways.push('paid');
  if (state.kind === 'completed' && owesBack(state)) ways.push('givenBack');
  return ways;
}

/** Whether anything follows from this verdict. That it is *paid* nobody says without the report or a letter (PF-18). */
export function appliesTo(state: AttemptState, { kind, told = { by: 'report' } }: ReportVerdict, nobodyAnswers = false): boolean {
  if (told.by === 'report') return isForTheReport(state, nobodyAnswers) && !(state.kind === 'paid' && kind === 'notPaid');
  if (kind === 'paid') return told.by === 'letter' && state.kind !== 'completed' && isForASupervisor(state);
  return isForASupervisor(state);
}

export function onReport(state: AttemptState, verdict: ReportVerdict, context: StepContext, nobodyAnswers = false): StepResult {
  if (!appliesTo(state, verdict, nobodyAnswers)) return { state, alarms: [] };
  return verdict.kind === 'notPaid' ? onNotPaid(state, wordOf(verdict), context) : onPaidByWord(state, verdict, context);
}

function onNotPaid(state: AttemptState, seqrSaid: string, { facts }: StepContext): StepResult {
  switch (state.kind) {
    // What was shown as PAID is taken back, with all that goes with that (PF-33).
    case 'paid':
    case 'completed':
      return takenBack(state, seqrSaid);
    case 'live':
    case 'reserved':
      return {
        state: { kind: 'notPaid', invoiceReference: state.invoiceReference, ...unpaidOf(state), ...changedTerms(state, facts) },
        alarms: endAlarms(state, false, seqrSaid),
      };
    default:
      return { state: { kind: 'notPaid', invoiceReference: referenceOf(state) }, alarms: [] };
  }
}

/** A report lists it with its amount. A letter names none: after a change without an answer nobody knows then which one it was (PF-08). */
function onPaidByWord(
  state: AttemptState,
  { told, ersReference }: Extract<ReportVerdict, { kind: 'paid' }>,
  context: StepContext,
): StepResult {
  const next = onPaid(state, ersReference, context);
  const isInDoubt = told?.by === 'letter' && hasOtherAmount(state);
  return { state: next, alarms: isInDoubt ? [{ kind: 'amountUnknown', seqrSaid: '' }] : [] };
}

function onPaid(state: AttemptState, ersReference: string, context: StepContext): AttemptState {
  const invoiceReference = referenceOf(state) ?? '';
  // It has its receipt already: this says what the confirming read should have (PF-08).
  if (state.kind === 'paid')
    return { kind: 'completed', invoiceReference, payment: { ...state.payment, ersReference: state.payment.ersReference ?? ersReference } };
  const terms = termsOf(context.facts, state);
  const elsewhere = isFreed(state) ? 'freed' : (context.elsewhere?.(ersReference) ?? null);
  const payment = {
    ersReference,
    afterRestart: context.restarted,
    wonAgainstCancel: false,
    terms,
    byReport: true,
    ...toGiveBack(elsewhere),
  };
  return { kind: 'completed', invoiceReference, payment };
}

/** A change without an answer has left another amount possible than ours. */
function hasOtherAmount(state: AttemptState): boolean {
  if (state.kind !== 'live' && state.kind !== 'reserved') return false;
  const doubted = [...state.doubts, ...(state.asked === null ? [] : [state.asked])];
  return doubted.some(({ amount }) => !equals(amount, state.terms.amount));
}

function wordOf({ told }: ReportVerdict): string {
  return told?.by === 'letter' ? told.letter : '';
}
