import type { IntentResult } from '../../contract/ipc.ts';
import { termsOf } from '../../payment/index.ts';
import type { AttemptRecord, Batch, Journal, UnpaidSales } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { OK, refuse } from '../results.ts';
import type { Counter } from '../sales/counter.ts';

export interface UnpaidRowsDeps {
  readonly journal: Pick<Journal, 'slot' | 'write'>;
  readonly counter: Counter;
  readonly newId: () => string;
}

/** What is written with an attempt that ends, so that neither comes to disk without the other. */
export type WithTheEnd = Required<Pick<Batch, 'entries' | 'slots'>>;

/**
 * What has to be charged again: the rows of a payment that SEQR took back (PF-33), or of a tab whose money it no longer
 * keeps (PF-29). They come to the counter at once if it is free, or else when somebody reads the alarm.
 */
export interface UnpaidRows {
  /** For the transaction that ends this attempt; null: nothing of it is to be charged again. */
  withTheEndOf(record: AttemptRecord): WithTheEnd | null;
  /** The alarm of this attempt is being read. Refused while another sale is in the way: the rows must not be lost. */
  takeUp(attemptId: string): IntentResult;
}

/** Null: it is paid, or whoever sits at the till has let go of the money. */
function toChargeAgain({ state, facts }: AttemptRecord): Sale | null {
  // The wizard's payment of 1.00 sells nothing.
  if (facts.test) return null;
  if (state.kind === 'reversed') return termsOf(facts, state).sale;
  if (!('unpaid' in state)) return null;
  const letGo = state.kind === 'cancelled' && state.askedHere && state.aside !== true;
  return letGo ? null : state.unpaid.sale;
}

export function createUnpaidRows({ journal, counter, newId }: UnpaidRowsDeps): UnpaidRows {
  const waiting = (): UnpaidSales => journal.slot('unpaid-rows') ?? {};

  /** Under a name of its own: the attempt's sale has ended. */
  function onCounter(sale: Sale, stillWaiting: UnpaidSales): WithTheEnd {
    const slots = { ...counter.replacedBy({ ...sale, id: newId() }), 'unpaid-rows': stillWaiting };
    return { entries: [{ kind: 'sale.restored', subject: sale.id, body: {} }], slots };
  }

  return {
    withTheEndOf(record) {
      const sale = toChargeAgain(record);
      const { sale: open } = counter.open();
      // A tab that was on the counter when it ended is there still.
      if (sale === null || sale.rows.length === 0 || open.id === sale.id) return null;
      if (open.rows.length === 0) return onCounter(sale, waiting());
      return {
        entries: [{ kind: 'sale.waiting', subject: sale.id, body: {} }],
        slots: { 'unpaid-rows': { ...waiting(), [record.facts.id]: sale } },
      };
    },
    takeUp(attemptId) {
      const { [attemptId]: sale, ...others } = waiting();
      if (sale === undefined) return OK;
      if (counter.open().sale.rows.length > 0) return refuse('tab.rows-wait');
      const put = writeOrRefuse(() => journal.write(onCounter(sale, others)));
      counter.takeOver();
      return put;
    },
  };
}
