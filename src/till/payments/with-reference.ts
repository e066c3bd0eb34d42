import type { AttemptRecord, Journal } from '../../records/index.ts';

/**
 * Whether a payment of the book has this reference of SEQR's already: on its receipt, or as one whose money is to go back and
 * that has no receipt yet. One row explains one payment only (PF-06, PF-17).
 *
 * @param named attempts that may have it, besides those with receipts: those in play have every one that has none
 * @param except this attempt does not count
 */
export function hasReference(
  ersReference: string,
  journal: Pick<Journal, 'receiptsWithReference'>,
  named: readonly AttemptRecord[],
  except: string | null = null,
): boolean {
  if (journal.receiptsWithReference(ersReference).some(({ attemptId }) => attemptId !== except)) return true;
  return named.some(({ facts, state }) => facts.id !== except && 'payment' in state && state.payment.ersReference === ersReference);
}
