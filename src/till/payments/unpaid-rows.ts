import type { IntentResult } from '../../contract/ipc.ts';
import { termsOf } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { OK, refuse } from '../results.ts';
import type { SaleDesk } from '../sales/sale-desk.ts';

export interface UnpaidRowsDeps {
  readonly journal: Journal;
  readonly sales: SaleDesk;
  readonly newId: () => string;
}

/**
 * What has to be charged again: the rows of a payment that SEQR took back (PF-33), or of a tab whose money it no longer
 * keeps (PF-29). They come to the counter at once if it is free, or else when somebody reads the alarm.
 */
export interface UnpaidRows {
  ended(record: AttemptRecord): void;
  /** The alarm of this attempt is being read. Refused while another sale is in the way: the rows must not be lost. */
  takeUp(attemptId: string): IntentResult;
}

/** Where the rows wait, by the attempt that did not pay for them. */
const WAITING = 'unpaid-rows';
type Waiting = Readonly<Record<string, Sale>>;

/** Null: it is paid, or whoever sits at the till has let go of the money. */
function toChargeAgain({ state, facts }: AttemptRecord): Sale | null {
  if (state.kind === 'reversed') return termsOf(facts, state).sale;
  if (!('unpaid' in state) || (state.kind === 'cancelled' && state.askedHere)) return null;
  return state.unpaid.sale;
}

export function createUnpaidRows({ journal, sales, newId }: UnpaidRowsDeps): UnpaidRows {
  const waiting = (): Waiting => (journal.kept(WAITING) as Waiting | undefined) ?? {};

  /** Under a name of its own: the attempt's sale has ended. */
  function putOnCounter(sale: Sale, stillWaiting: Waiting): void {
    const kept = { ...sales.replacedBy({ ...sale, id: newId() }), [WAITING]: stillWaiting };
    journal.write({ entries: [{ kind: 'sale.restored', subject: sale.id, body: {} }], kept });
    sales.reload();
  }

  return {
    ended(record) {
      const sale = toChargeAgain(record);
      const open = sales.view().sale;
      // A tab that was on the counter when it ended is there still.
      if (sale === null || sale.rows.length === 0 || open.id === sale.id) return;
      if (open.rows.length === 0) putOnCounter(sale, waiting());
      else
        journal.write({
          entries: [{ kind: 'sale.waiting', subject: sale.id, body: {} }],
          kept: { [WAITING]: { ...waiting(), [record.facts.id]: sale } },
        });
    },
    takeUp(attemptId) {
      const { [attemptId]: sale, ...others } = waiting();
      if (sale === undefined) return OK;
      if (sales.view().sale.rows.length > 0) return refuse('tab.rows-wait');
      return writeOrRefuse(() => putOnCounter(sale, others));
    },
  };
}
