import type { ClosedAs, UnresolvedItem } from '../../../src/contract/index.ts';

type Closable = Pick<UnresolvedItem, 'closeAs' | 'receiptNumber'>;

/**
 * Only SEQR's letter can say so: that it is paid (PF-18), and of money that is to go back that SEQR has kept none. Without one
 * such money is closed as given back otherwise.
 */
export function needsLetter({ closeAs }: Closable, outcome: ClosedAs): boolean {
  return outcome === 'paid' || (outcome === 'notPaid' && closeAs.includes('givenBack'));
}

/** What an outcome means to the books: the word of its sentence. */
export function closedMeans({ closeAs, receiptNumber }: Closable, outcome: ClosedAs): ClosedAs | 'notPaidReceipt' | 'notPaidBack' {
  if (outcome !== 'notPaid') return outcome;
  if (closeAs.includes('givenBack')) return 'notPaidBack';
  return receiptNumber === null ? 'notPaid' : 'notPaidReceipt';
}
