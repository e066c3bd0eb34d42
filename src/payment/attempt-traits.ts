import { equals } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { AttemptFacts, AttemptState, GiveBack, Live, Reserved } from './attempt.ts';
import type { Terms } from './terms.ts';

/* What a state of an attempt means to others: who has to wait, what it holds back, what can be done. */

/** States in which SEQR may still change the outcome, so that somebody has to ask or decide. */
export function isOpen(state: AttemptState): boolean {
  switch (state.kind) {
    case 'sending':
    case 'sendUnknown':
    case 'live':
    case 'reserved':
    case 'paid':
      return true;
    case 'completed':
    case 'reversed':
    case 'cancelled':
    case 'failed':
    case 'expired':
    case 'notSent':
    case 'refused':
    case 'orphan':
    case 'notPaid':
      return false;
  }
}

/** The states that say the customer's money is kept for this sale. */
export function isPaid(state: AttemptState): boolean {
  return state.kind === 'paid' || state.kind === 'completed';
}

/** It has paid for its sale; a payment that is to be given back has not (PF-06). */
export function sells(state: AttemptState): boolean {
  return isPaid(state) && giveBackOf(state) === undefined;
}

/** Why a payment is to be given back, and how it was; undefined: it is not. */
export function giveBackOf(state: AttemptState): GiveBack | undefined {
  return state.kind === 'paid' || state.kind === 'completed' ? state.payment.giveBack : undefined;
}

/** What SEQR took for something else than it was asked for: the goods are held (PF-08). */
export function isHeld(state: AttemptState): boolean {
  const why = giveBackOf(state)?.why;
  return why === 'otherAmount' || why === 'otherInvoice';
}

/** What SEQR has taken for it, as far as it said; null: not in words that can be read. */
export function takenFor(facts: AttemptFacts, state: AttemptState): Money | null {
  const taken = giveBackOf(state)?.taken;
  return taken === undefined ? termsOf(facts, state).amount : taken;
}

/** It has paid for a part of its sale (PF-08). */
export function isPart(state: AttemptState): boolean {
  return 'payment' in state && state.payment.partOf !== undefined;
}

/** SEQR took less than it was asked for, which a supervisor can take as a part of the sale, if nothing of it has gone back (PF-08). */
export function canTakePart(facts: AttemptFacts, state: AttemptState): boolean {
  if (state.kind !== 'completed' || facts.test || !owesBack(state)) return false;
  const { taken, why } = state.payment.giveBack ?? {};
  const { amount } = termsOf(facts, state);
  return why === 'otherAmount' && taken != null && taken.currency === amount.currency && taken.minor > 0 && taken.minor < amount.minor;
}

/** The shop holds money for nothing: an item until the customer has it back, or SEQR has taken it (PF-06). */
export function owesBack(state: AttemptState): boolean {
  const giveBack = giveBackOf(state);
  return giveBack !== undefined && giveBack.settled === undefined;
}

/** Set aside, and its rows may be given back to be charged another way (PF-16). */
export function canFree(state: AttemptState): boolean {
  return isSetAside(state) && !isFreed(state);
}

/** A supervisor has given its rows back to be charged another way (PF-16). */
export function isFreed(state: AttemptState): boolean {
  return (state.kind === 'live' || state.kind === 'reserved') && state.freed === true;
}

/** A tab at rest: nothing is under way, nobody has to ask, and the machine may sleep or be switched off (PF-29). */
export function isAtRest(state: AttemptState): boolean {
  return state.kind === 'reserved' && state.phase === 'held';
}

/** What SEQR holds for an attempt, as far as it has said; what was paid for, once it is paid. */
export function termsOf(facts: AttemptFacts, state: AttemptState): Terms {
  const told = 'terms' in state ? state.terms : 'payment' in state ? state.payment.terms : undefined;
  return told ?? { sale: facts.sale, figures: facts.figures, amount: facts.amount, tokens: facts.tokens ?? [] };
}

/**
 * A tab that nothing is under way with at SEQR, or whose amount SEQR has refused, so that it may be taken for another one: the
 * cashier may go on adding, and put away what was added (PF-29).
 */
export function isAtHand(state: AttemptState): boolean {
  return state.kind === 'reserved' && (state.phase === 'held' || state.phase === 'lapsed' || isForAnotherAmount(state));
}

/** SEQR has refused the amount of a commit in doubt: the tab may be taken for another amount (PF-29). */
export function isForAnotherAmount({ phase, doubt, freed }: Reserved): boolean {
  return phase === 'unsure' && doubt?.amountRefused === true && freed !== true;
}

/** Off the screen and on the unresolved list, while SEQR is asked on (PF-16, PF-29). */
export function isSetAside(state: AttemptState): boolean {
  return (state.kind === 'live' || state.kind === 'reserved') && state.setAside === true;
}

/** A tab that the terminal is kept for: SEQR may let another invoice cancel it (PF-29). One set aside is in nobody's way. */
export function keepsTerminal(state: AttemptState): boolean {
  return state.kind === 'reserved' && !isSetAside(state);
}

/** How a tab stands at SEQR is not known, and may change at any moment: a call about it has had no usable answer (PF-29). */
export function isInDoubt(state: AttemptState): boolean {
  if (state.kind !== 'reserved') return false;
  return state.doubt !== undefined || state.phase === 'committed' || state.phase === 'unsure' || state.phase === 'releasing';
}

/** States that hold back the next charge on the terminal: their outcome is not known, and they are on the screen. */
export function blocksNextCharge(state: AttemptState): boolean {
  return state.kind === 'sending' || state.kind === 'sendUnknown' || (state.kind === 'live' && !state.setAside);
}

/** The reference that SEQR gave, if it gave one. */
export function referenceOf(state: AttemptState): string | null {
  if ('invoiceReference' in state) return state.invoiceReference;
  return state.kind === 'orphan' ? state.lateReference : null;
}

/** SEQR takes changes before the customer has scanned, and while it waits for the till's word (protocol §3.11). */
export function canChange(state: Live): boolean {
  const waits = state.status === 'ISSUED' || state.status === 'PENDING_ISSUER_ACKNOWLEDGE';
  return waits && state.asked === null && !state.cancelWished && !state.setAside;
}

/** Whether a tab's money can be taken for these terms now. */
export function canCapture({ phase, asked, doubt, terms: held }: Reserved, terms: Terms): boolean {
  if (asked !== null) return false;
  if (doubt === undefined) return phase === 'held' || phase === 'lapsed';
  return (phase === 'unsure' || phase === 'lapsed') && (doubt.amountRefused || equals(terms.amount, held.amount));
}
