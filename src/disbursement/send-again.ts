import type { Money } from '../money/index.ts';
import { isUnresolved } from './disbursement.ts';
import type { Disbursement, DisbursementState } from './disbursement.ts';
import { givenBackMinor } from './refundable.ts';

/*
 * A refund of unknown outcome may be sent once more, by a supervisor, where SEQR can carry out only one of the two (PF-14).
 */

/** SEQR itself has said what became of it, or nothing of it has left this machine. */
function isAnswered(state: DisbursementState): boolean {
  switch (state.kind) {
    case 'done':
      return state.resolvedBy === 'answer';
    case 'refused':
    case 'notSent':
      return true;
    case 'sending':
    case 'unknown':
    case 'notDone':
      return false;
  }
}

/**
 * Whether it is larger than half of what is left when the refunds that SEQR itself answered with yes are taken from SEQR's
 * amount, and nothing else of that payment is unknown.
 *
 * @param paid what SEQR took for the sale
 * @param refunds every refund of that sale, this one among them
 */
export function maySendAgain(id: string, paid: Money, refunds: readonly Disbursement[]): boolean {
  const own = refunds.find(({ facts }) => facts.id === id);
  if (own?.facts.kind !== 'refund' || own.state.kind !== 'unknown') return false;
  const others = refunds.filter((each) => each !== own);
  if (others.some(({ state }) => isUnresolved(state))) return false;
  const left = paid.minor - givenBackMinor(others.filter(({ state }) => isAnswered(state)));
  return own.facts.amount.minor * 2 > left && own.facts.amount.minor <= left;
}

/** SEQR itself answered every other refund of that payment: only then 98 says that this one was done the first time. */
export function othersAnswered(id: string, refunds: readonly Disbursement[]): boolean {
  return refunds.every(({ facts, state }) => facts.id === id || isAnswered(state));
}
