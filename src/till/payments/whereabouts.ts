import { givenBackMinor } from '../../disbursement/index.ts';
import { isOpen } from '../../payment/index.ts';
import type { Elsewhere } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Counter } from '../sales/counter.ts';
import type { UnpaidRows } from './unpaid-rows.ts';

export interface WhereaboutsDeps {
  readonly journal: Pick<Journal, 'attempt' | 'receiptsWithReference' | 'refundsOf'>;
  readonly counter: Pick<Counter, 'holds' | 'open'>;
  readonly unpaidRows: Pick<UnpaidRows, 'whereAre'>;
  readonly attemptsInPlay: () => readonly AttemptRecord[];
}

/** Where the rows of an attempt are by the time SEQR says PAID, so that the same goods are never paid twice (PF-06). */
export interface Whereabouts {
  /** Null: they wait for this payment. */
  elsewhere(record: AttemptRecord, ersReference: string | null): Elsewhere | null;
  /** With the receipt that pays for these rows: the other attempts on them, as they are written with it. */
  othersPaidBy(record: AttemptRecord, receiptNumber: number): readonly AttemptRecord[];
}

export function createWhereabouts({ journal, counter, unpaidRows, attemptsInPlay }: WhereaboutsDeps): Whereabouts {
  /** The money of this reference has gone back to the customer. */
  function isGivenBack(ersReference: string | null): boolean {
    const sales = ersReference === null ? [] : journal.receiptsWithReference(ersReference).filter(({ receipt }) => receipt.kind === 'sale');
    return sales.some(({ receipt: { number, total } }) => total.minor > 0 && givenBackMinor(journal.refundsOf(number)) >= total.minor);
  }

  /** Another payment of the same rows is under way. */
  function isBeingCharged({ facts: { id, sale } }: AttemptRecord): boolean {
    const isOfSameRows = ({ facts }: AttemptRecord): boolean => facts.sale.id === sale.id || facts.unpaidBy?.includes(id) === true;
    return attemptsInPlay().some((other) => other.facts.id !== id && isOpen(other.state) && isOfSameRows(other));
  }

  return {
    elsewhere(record, ersReference) {
      const { facts, state, paidBy } = record;
      if (paidBy !== undefined) return 'paidOtherwise';
      // Its rows are with it; and the wizard's payment sells none.
      if (isOpen(state) || facts.test) return null;
      if (isGivenBack(ersReference)) return 'givenBack';
      if (isBeingCharged(record)) return 'paidOtherwise';
      if (counter.holds(facts)) return null;
      switch (unpaidRows.whereAre(facts.id)) {
        case 'here':
          return null;
        case 'withAnother':
          return 'paidOtherwise';
        case null:
          return 'voided';
      }
    },
    othersPaidBy(record, receiptNumber) {
      const { id, unpaidBy = [] } = record.facts;
      const onCounter = counter.holds(record.facts) ? (counter.open().unpaidBy ?? []) : [];
      const ids = [...new Set([...unpaidBy, ...onCounter])].filter((other) => other !== id);
      return ids.flatMap((other) => {
        const found = journal.attempt(other);
        return found === null || found.paidBy !== undefined
          ? []
          : [{ ...found, paidBy: receiptNumber, stateNumber: found.stateNumber + 1 }];
      });
    },
  };
}
