import { equals, toRecordText } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { PaidRow, PaymentStatus } from '../protocol/index.ts';
import { invoiceRows } from '../sale/index.ts';
import { termsOf } from './attempt-traits.ts';
import type { Alarm, AttemptState, GiveBack, Live, Paid, PaidFacts, Reserved } from './attempt.ts';
import type { Elsewhere, StepContext, StepResult } from './step-result.ts';
import type { Terms } from './terms.ts';

/** PF-08. The reference is the answer's, or else the receipt's; a receipt that names something else is an alarm. */
export function onPaid(state: Live | Reserved, ersReference: string | null, value: PaymentStatus, context: StepContext): StepResult {
  const alarms: Alarm[] = [];
  const reference = ersReference ?? value.receipt?.paymentReference ?? null;
  const elsewhere = state.freed === true ? 'freed' : (context.elsewhere?.(reference) ?? null);
  const paid: PaidFacts = {
    ersReference: reference,
    afterRestart: context.restarted,
    wonAgainstCancel: state.kind === 'live' ? state.cancelWished : state.phase === 'releasing',
    terms: paidTerms(state, value, alarms),
  };
  alarms.push(...otherInvoice(state.invoiceReference, value));
  const { giveBack, told } = whatFollows(elsewhere, alarms, value);
  const payment: PaidFacts = { ...paid, ...(giveBack ? { giveBack } : {}) };
  const unseen = state.setAside === true || (state.kind === 'reserved' && state.contactLost);
  // What sells nothing has an item of its own, for as long as the customer's money is here.
  const loud: Alarm[] = unseen && giveBack === undefined ? [{ kind: 'completedLoudly', seqrSaid: reference ?? '' }] : [];
  // Its rows lie on no counter, and come there when somebody has read this.
  const isAway = state.kind === 'reserved' || state.setAside;
  if (isAway && (giveBack?.why === 'otherAmount' || giveBack?.why === 'otherInvoice'))
    loud.push({ kind: 'asideNotPaid', seqrSaid: giveBack.seqrSaid ?? '' });
  return {
    state: { kind: 'paid', invoiceReference: state.invoiceReference, version: Math.max(value.version, state.version), payment },
    alarms: [...told, ...loud],
  };
}

/** An end without money. */
type WithoutMoney = Extract<AttemptState, { kind: 'cancelled' | 'failed' | 'expired' | 'notPaid' | 'reversed' }>;

/**
 * PF-06: PAID after an end completes the sale after all, with an alarm; where its rows are sold, charged or voided by now, the
 * money goes back. A reference whose money went back already does neither.
 */
export function onPaidAfterEnd(state: WithoutMoney, ersReference: string | null, value: PaymentStatus, context: StepContext): StepResult {
  const { invoiceReference } = state;
  const reference = ersReference ?? value.receipt?.paymentReference ?? null;
  const late: Alarm = { kind: 'paidAfterEnd', seqrSaid: reference ?? '' };
  const elsewhere = context.elsewhere?.(reference) ?? null;
  if (invoiceReference === null || elsewhere === 'givenBack') return { state, alarms: [late] };
  // Of a tab that is what SEQR held, and not what had been rung up by then.
  const held = termsOf(context.facts, state);
  const alarms: Alarm[] = [];
  const terms = paidTerms({ terms: held, asked: null, doubts: [] }, value, alarms);
  alarms.push(...otherInvoice(invoiceReference, value));
  const { giveBack, told } = whatFollows(elsewhere, alarms, value);
  const paid: PaidFacts = { ersReference: reference, afterRestart: context.restarted, wonAgainstCancel: false, terms };
  return {
    state: { kind: 'paid', invoiceReference, version: value.version, payment: { ...paid, ...(giveBack ? { giveBack } : {}) } },
    alarms: giveBack === undefined ? [late, ...told] : told,
  };
}

/**
 * Whether the money goes back, and what is told beside. What SEQR names instead of ours sells nothing: a supervisor gives it
 * back, and never more than SEQR named (PF-08).
 */
function whatFollows(
  elsewhere: Elsewhere | null,
  alarms: readonly Alarm[],
  { receipt }: PaymentStatus,
): { readonly giveBack: GiveBack | undefined; readonly told: readonly Alarm[] } {
  const amount = alarms.find(({ kind }) => kind === 'otherAmount');
  const invoice = alarms.find(({ kind }) => kind === 'otherInvoice');
  const other = amount ?? invoice;
  const named = receipt?.totalAmount;
  const taken = amount === undefined ? {} : { taken: named === undefined || named === 'unreadable' ? null : named };
  const said = other === undefined ? {} : { seqrSaid: other.seqrSaid };
  const { giveBack = other === undefined ? undefined : { why: amount === undefined ? 'otherInvoice' : 'otherAmount' } } =
    toGiveBack(elsewhere);
  return {
    giveBack: giveBack && { ...giveBack, ...taken, ...said },
    told: alarms.filter((alarm) => alarm !== amount && alarm !== invoice),
  };
}

/** What becomes of the money, if the rows do not wait for it. */
export function toGiveBack(elsewhere: Elsewhere | null): { readonly giveBack?: GiveBack } {
  return elsewhere === null || elsewhere === 'givenBack' ? {} : { giveBack: { why: elsewhere } };
}

function otherInvoice(invoiceReference: string, { receipt }: Pick<PaymentStatus, 'receipt'>): readonly Alarm[] {
  const named = receipt?.invoiceReference;
  return named !== undefined && named !== invoiceReference ? [{ kind: 'otherInvoice', seqrSaid: named }] : [];
}

/**
 * What was paid for. After updates without an answer SEQR may hold any of several terms: the rows on its receipt tell which,
 * or else its amount (PF-08, PF-25). An amount that nobody here asked for is an alarm, and so is none where there was a doubt.
 */
function paidTerms(state: Pick<Live, 'terms' | 'asked' | 'doubts'>, value: PaymentStatus, alarms: Alarm[]): Terms {
  const { totalAmount: amount, rows } = value.receipt ?? {};
  const doubted = [...state.doubts, ...(state.asked === null ? [] : [state.asked])];
  const candidates = [...doubted.toReversed(), state.terms];
  const ofRows = rows === undefined ? undefined : candidates.find((terms) => hasRows(terms, rows));
  if (amount === undefined) {
    if (ofRows !== undefined) return ofRows;
    if (doubted.some((terms) => !equals(terms.amount, state.terms.amount))) alarms.push({ kind: 'amountUnknown', seqrSaid: '' });
    return state.terms;
  }
  const ofAmount = amount === 'unreadable' ? [] : candidates.filter((terms) => equals(terms.amount, amount));
  const paid = ofAmount.find((terms) => terms === ofRows) ?? ofAmount[0];
  if (paid !== undefined) return paid;
  alarms.push(otherAmount(amount));
  return state.terms;
}

/** Whether these are the rows that SEQR was told of it. A discount's words depend on the customer's language. */
function hasRows({ sale }: Terms, rows: readonly PaidRow[]): boolean {
  const told = invoiceRows(sale);
  return (
    told.length === rows.length &&
    told.every(({ itemDescription, itemTotalAmount }, index) => {
      const row = rows[index];
      if (row === undefined || !equals(row.totalAmount, itemTotalAmount)) return false;
      return itemTotalAmount.minor < 0 || row.description === itemDescription;
    })
  );
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
      return { state, alarms: [] };
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
  // The item says already what SEQR named instead of ours.
  if (payment.giveBack?.seqrSaid !== undefined) return alarms;
  alarms.push(...otherInvoice(invoiceReference, { receipt }));
  const amount = receipt?.totalAmount;
  if (amount !== undefined && payment.terms !== undefined && (amount === 'unreadable' || !equals(amount, payment.terms.amount)))
    alarms.push(otherAmount(amount));
  return alarms;
}

function otherAmount(amount: Money | 'unreadable'): Alarm {
  return { kind: 'otherAmount', seqrSaid: amount === 'unreadable' ? amount : toRecordText(amount) };
}
