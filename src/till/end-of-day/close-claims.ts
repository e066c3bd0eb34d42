import type { CloseFacts, ListedClaim, Sent } from '../../day/index.ts';
import { isUnresolved } from '../../disbursement/index.ts';
import type { DisbursementState } from '../../disbursement/index.ts';
import type { DisbursementRecord, Journal } from '../../records/index.ts';
import { isOf } from './close-entries.ts';

/*
 * Which refunds and pay-outs a row of a report may belong to (PF-14).
 */

/** Every record of this terminal of an amount of which one is unknown, whatever became of it. */
export function claimsOf(
  journal: Pick<Journal, 'unresolvedDisbursements' | 'disbursementsOfAmount'>,
  facts: CloseFacts,
): readonly ListedClaim[] {
  const unknown = journal.unresolvedDisbursements().filter((record) => isOf(record, facts));
  const amounts = [...new Set(unknown.map((record) => record.facts.amount.minor))];
  const records = amounts.flatMap((minor) => journal.disbursementsOfAmount(minor));
  return records.filter((record) => isOf(record, facts)).flatMap((record) => claimOf(record) ?? []);
}

/** Null: SEQR cannot have carried it out. */
function claimOf({ facts, state, changedAt, receiptNumber, sendings }: DisbursementRecord): ListedClaim | null {
  const payment = facts.kind === 'refund' ? facts.ersReference : null;
  const outcome = outcomeOf(state, payment);
  if (outcome === null) return null;
  const { id, correlationId, kind, amount } = facts;
  return { id, correlationId, kind, amount, outcome, payment, sent: sentOf(sendings), at: changedAt, receiptNumber };
}

function outcomeOf(state: DisbursementState, payment: string | null): ListedClaim['outcome'] | null {
  if (isUnresolved(state)) return 'unknown';
  if (state.kind === 'notDone') return 'notDone';
  if (state.kind !== 'done') return null;
  // SEQR may answer a refund with the reference of the payment, which is not the refund's own (protocol §9).
  return state.ersReference === null || state.ersReference === payment ? 'untold' : 'told';
}

/** When it was sent; null: nobody wrote it down. */
export function sentOf(sendings: DisbursementRecord['sendings']): Sent | null {
  const [first, last] = [sendings?.[0], sendings?.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { firstEntry: first.afterEntry, lastEntry: last.afterEntry, lastMs: last.seqrMs };
}

/** Whether a payment was made, or a refund or a pay-out done, under a reference that is its own. */
export function isOwnedIn(
  journal: Pick<Journal, 'disbursementsWithReferences' | 'receiptsWithReference'>,
): (ersReference: string, direction: 'in' | 'out') => boolean {
  return (ersReference, direction) =>
    direction === 'in'
      ? journal.receiptsWithReference(ersReference).some(({ receipt }) => receipt.kind === 'sale')
      : journal
          .disbursementsWithReferences([ersReference])
          .some(({ facts, state }) => outcomeOf(state, facts.kind === 'refund' ? facts.ersReference : null) === 'told');
}
