import { isUnresolved } from '../../disbursement/index.ts';
import { isOpen, termsOf } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import { restOf } from '../../sale/index.ts';
import type { Sale } from '../../sale/index.ts';
import type { Counter } from '../sales/counter.ts';

export interface RestDeps {
  readonly counter: Pick<Counter, 'open'>;
  readonly journal: Pick<Journal, 'slot'>;
  readonly attemptsInPlay: () => readonly AttemptRecord[];
}

/** What is left to pay of the sale of which this receipt is a part is on the counter, waits for it, or is being charged (PF-08). */
export function isRestOpen(receiptNumber: number, { counter, journal, attemptsInPlay }: RestDeps): boolean {
  const waiting = Object.values(journal.slot('unpaid-rows') ?? {});
  const charged = attemptsInPlay().flatMap(({ facts, state }) => (isOpen(state) ? [facts.sale, termsOf(facts, state).sale] : []));
  return [counter.open().sale, ...waiting, ...charged].some((sale) => restOf(sale).includes(receiptNumber));
}

/** A part of what this is the rest of has gone back to the customer, or may have: the goods must not go for the rest alone. */
export function isPartGone(sale: Sale, journal: Pick<Journal, 'refundsOf'>): boolean {
  return restOf(sale).some((number) => journal.refundsOf(number).some(({ state }) => state.kind === 'done' || isUnresolved(state)));
}
