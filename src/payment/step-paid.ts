import { equals, toDecimal } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { PaymentStatus } from '../protocol/index.ts';
import type { Alarm, Live, Paid, PaidFacts, Reserved } from './attempt.ts';
import { to } from './step-result.ts';
import type { StepContext, StepResult } from './step-result.ts';
import type { Terms } from './terms.ts';

/** PF-08. The reference is the answer's, or else the receipt's; a receipt that names something else is an alarm. */
export function onPaid(state: Live | Reserved, ersReference: string | null, value: PaymentStatus, context: StepContext): StepResult {
  const alarms: Alarm[] = [];
  const payment: PaidFacts = {
    ersReference: ersReference ?? value.receipt?.paymentReference ?? null,
    afterRestart: context.restarted,
    wonAgainstCancel: state.kind === 'live' ? state.cancelWished : state.phase === 'releasing',
    terms: paidTerms(state, value, alarms),
  };
  const named = value.receipt?.invoiceReference;
  if (named !== undefined && named !== state.invoiceReference) alarms.push({ kind: 'otherInvoice', seqrSaid: named });
  const unseen = state.setAside === true || (state.kind === 'reserved' && state.contactLost);
  if (unseen) alarms.push({ kind: 'completedLoudly', seqrSaid: payment.ersReference ?? '' });
  return {
    state: { kind: 'paid', invoiceReference: state.invoiceReference, version: Math.max(value.version, state.version), payment },
    alarms,
  };
}

/**
 * What was paid for. After updates without an answer SEQR may hold any of several terms: the amount on its receipt tells
 * which (PF-25). An amount that nobody here asked for is an alarm, and so is none where there was a doubt (PF-08).
 */
function paidTerms(state: Live | Reserved, value: PaymentStatus, alarms: Alarm[]): Terms {
  const amount = value.receipt?.totalAmount;
  const doubted = [...state.doubts, ...(state.asked === null ? [] : [state.asked])];
  if (amount === undefined) {
    if (doubted.some((terms) => !equals(terms.amount, state.terms.amount))) alarms.push({ kind: 'amountUnknown', seqrSaid: '' });
    return state.terms;
  }
  const candidates = [...doubted.toReversed(), state.terms];
  const paid = amount === 'unreadable' ? undefined : candidates.find((terms) => equals(terms.amount, amount));
  if (paid !== undefined) return paid;
  alarms.push(otherAmount(amount));
  return state.terms;
}

/** The one more read of PF-08: PAID with a known reference closes the attempt; anything final but PAID is a reversal. */
export function onReadAfterPaid(state: Paid, ersReference: string | null, value: PaymentStatus): StepResult {
  const { invoiceReference, payment } = state;
  switch (value.status) {
    case 'PAID': {
      const said = ersReference ?? value.receipt?.paymentReference ?? null;
      const alarms = differences(state, said, value);
      const known = payment.ersReference ?? said;
      if (known === null) return { state, alarms };
      return { state: { kind: 'completed', invoiceReference, payment: { ...payment, ersReference: known } }, alarms };
    }
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
      return takenBack(state, value.status);
    default:
      return to(state);
  }
}

/** SEQR said PAID, and then that it is not: no money is kept, and a person has to know (PF-07, PF-08). */
export function takenBack({ invoiceReference, payment }: Pick<Paid, 'invoiceReference' | 'payment'>, seqrSaid: string): StepResult {
  return { state: { kind: 'reversed', invoiceReference, payment }, alarms: [{ kind: 'reversedAfterPaid', seqrSaid }] };
}

/** PF-06: two PAID answers that differ in reference, invoice or amount. */
function differences({ invoiceReference, payment }: Paid, said: string | null, { receipt }: PaymentStatus): readonly Alarm[] {
  const alarms: Alarm[] = [];
  if (said !== null && payment.ersReference !== null && said !== payment.ersReference)
    alarms.push({ kind: 'otherReference', seqrSaid: said });
  const invoice = receipt?.invoiceReference;
  if (invoice !== undefined && invoice !== invoiceReference) alarms.push({ kind: 'otherInvoice', seqrSaid: invoice });
  const amount = receipt?.totalAmount;
  if (amount !== undefined && payment.terms !== undefined && (amount === 'unreadable' || !equals(amount, payment.terms.amount)))
    alarms.push(otherAmount(amount));
  return alarms;
}

function otherAmount(amount: Money | 'unreadable'): Alarm {
  return { kind: 'otherAmount', seqrSaid: amount === 'unreadable' ? 'unreadable' : `${toDecimal(amount)} ${amount.currency}` };
}
