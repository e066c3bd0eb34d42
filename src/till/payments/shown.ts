import type { AttemptRecord } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import type { Counter } from '../sales/counter.ts';
import type { Desk } from './desk.ts';

/** What a window names: the attempt and the state it was showing (PF-26). */
export interface Shown {
  readonly attemptId: string;
  readonly stateNumber: number;
}

/** The attempt that is named, in whatever state it now is. */
export function findShown(desk: Pick<Desk, 'inPlay'>, { attemptId }: Shown): AttemptRecord | null {
  return desk.inPlay().find((record) => record.facts.id === attemptId) ?? null;
}

/** The open sale, if it is this attempt's and still the one the window was showing. */
export function openSaleOf(counter: Pick<Counter, 'open'>, record: AttemptRecord, revision: number): Sale | null {
  const open = counter.open();
  return open.sale.id === record.facts.sale.id && open.revision === revision ? open.sale : null;
}
