import { isDeepStrictEqual } from 'node:util';
import type { IntentResult } from '../../contract/ipc.ts';
import { isFreed, isHeld, termsOf } from '../../payment/index.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import type { AttemptRecord, Batch, Journal, SlotChanges, UnpaidSales } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { OK, refuse } from '../results.ts';
import type { Counter } from '../sales/counter.ts';

export interface UnpaidRowsDeps {
  readonly journal: Pick<Journal, 'attempt' | 'slot' | 'write'>;
  readonly counter: Counter;
  readonly newId: () => string;
}

/** What is written with an attempt that ends, so that neither comes to disk without the other. */
export type WithTheEnd = Required<Pick<Batch, 'entries' | 'slots'>>;

/**
 * What has to be charged again: the rows of a payment that SEQR took back (PF-33), of a tab whose money it no longer keeps
 * (PF-29), or of a sale that a supervisor has freed (PF-16). They come to the counter at once if it is free, or else when
 * somebody reads the alarm, and remember which attempts have not paid for them.
 */
export interface UnpaidRows {
  /** For the transaction that ends this attempt or frees its sale; null: nothing of it is to be charged again. */
  withTheEndOf(record: AttemptRecord): WithTheEnd | null;
  /** The alarm of this attempt is being read. Refused while another sale is in the way: the rows must not be lost. */
  takeUp(attemptId: string): IntentResult;
  /**
   * What this attempt was to pay for lies just so on the counter, and nothing else; or waits for the counter, which is empty.
   * `waits`: something else lies there. `gone`: it was changed, or is nowhere any more.
   */
  asCharged(record: AttemptRecord): 'yes' | 'waits' | 'gone';
  /** Rows can come to the counter now: nothing else lies there. */
  canCome(): boolean;
  /** Where its rows are: on the counter or waiting for it; waiting as those of a later attempt; null: neither. */
  whereAre(attemptId: string): 'here' | 'withAnother' | null;
  /** What was rung up for a tab and was not in what SEQR took: nobody has charged it yet. For the transaction that completes the tab. */
  moreOf(attemptId: string, sale: Sale): SlotChanges;
  /** It is paid after all: what waits is not to be charged any more. For the transaction that completes its sale. */
  withoutThoseOf(attemptId: string): SlotChanges;
}

/** So many attempts on the same rows are remembered. */
const MAX_UNPAID_BY = 50;

/** The attempts that have not paid for its rows once this one has ended, oldest first. */
export function unpaidBy({ id, unpaidBy: before = [] }: Pick<AttemptFacts, 'id' | 'unpaidBy'>): readonly string[] {
  return [...before, id].slice(-MAX_UNPAID_BY);
}

/** Under which waits what was rung up for a tab beyond what SEQR took. */
const moreName = (attemptId: string): string => `${attemptId}.more`;

/** Null: it is paid, its rows are charged another way, or whoever sits at the till has let go of the money. */
function toChargeAgain({ state, facts }: AttemptRecord): Sale | null {
  // The wizard's payment of 1.00 sells nothing.
  if (facts.test) return null;
  // What sold nothing has its rows elsewhere.
  if (state.kind === 'reversed') return state.payment.giveBack === undefined ? termsOf(facts, state).sale : null;
  if (isHeld(state)) return termsOf(facts, state).sale;
  if (isFreed(state)) return state.kind === 'reserved' ? state.draft.sale : termsOf(facts, state).sale;
  if (!('unpaid' in state)) return null;
  const letGo = state.kind === 'cancelled' && state.askedHere && state.aside !== true;
  return letGo ? null : state.unpaid.sale;
}

export function createUnpaidRows({ journal, counter, newId }: UnpaidRowsDeps): UnpaidRows {
  const waiting = (): UnpaidSales => journal.slot('unpaid-rows') ?? {};

  /** Under a name of its own: the attempt's sale has ended. */
  function onCounter(sale: Sale, attempts: readonly string[], stillWaiting: UnpaidSales): WithTheEnd {
    const slots = { ...counter.replacedBy({ ...sale, id: newId() }, attempts), 'unpaid-rows': stillWaiting };
    return { entries: [{ kind: 'sale.restored', subject: sale.id, body: {} }], slots };
  }

  /** The attempts that have not paid for what waits under this one's name. */
  function attemptsOf(attemptId: string): readonly string[] {
    return unpaidBy(journal.attempt(attemptId)?.facts ?? { id: attemptId });
  }

  return {
    withTheEndOf(record) {
      const { facts } = record;
      const sale = toChargeAgain(record);
      const { sale: open } = counter.open();
      // SEQR took something else for it: what lies there is charged as another sale.
      if (open.id === facts.sale.id && isHeld(record.state)) return onCounter(open, unpaidBy(facts), waiting());
      // What was on the counter when it ended is there still.
      if (open.id === facts.sale.id && open.rows.length > 0) return { entries: [], slots: counter.unpaidBy(unpaidBy(facts)) };
      if (sale === null || sale.rows.length === 0) return null;
      if (open.rows.length === 0) return onCounter(sale, unpaidBy(facts), waiting());
      return {
        entries: [{ kind: 'sale.waiting', subject: sale.id, body: {} }],
        slots: { 'unpaid-rows': { ...waiting(), [facts.id]: sale } },
      };
    },
    takeUp(attemptId) {
      const name = attemptId in waiting() ? attemptId : moreName(attemptId);
      const { [name]: sale, ...others } = waiting();
      if (sale === undefined) return OK;
      if (counter.open().sale.rows.length > 0) return refuse('tab.rows-wait');
      const put = writeOrRefuse(() => journal.write(onCounter(sale, name === attemptId ? attemptsOf(attemptId) : [], others)));
      counter.takeOver();
      return put;
    },
    asCharged({ facts, state }) {
      const { sale } = termsOf(facts, state);
      const open = counter.open();
      if (waiting()[facts.id] !== undefined) return open.sale.rows.length === 0 ? 'yes' : 'waits';
      const isOpen = open.unpaidBy?.includes(facts.id) === true && isSameSale(open.sale, sale);
      return isOpen ? 'yes' : 'gone';
    },
    moreOf(attemptId, sale) {
      if (counter.open().sale.rows.length === 0) return counter.replacedBy(sale);
      return { 'unpaid-rows': { ...waiting(), [moreName(attemptId)]: sale } };
    },
    canCome: () => counter.open().sale.rows.length === 0,
    whereAre(attemptId) {
      const here = counter.open().unpaidBy?.includes(attemptId) === true || attemptId in waiting();
      if (here) return 'here';
      return Object.keys(waiting()).some((id) => attemptsOf(id).includes(attemptId)) ? 'withAnother' : null;
    },
    withoutThoseOf(attemptId) {
      const { [attemptId]: sale, ...others } = waiting();
      return sale === undefined ? {} : { 'unpaid-rows': others };
    },
  };
}

/** Another one in name only. */
function isSameSale(one: Sale, other: Sale): boolean {
  return isDeepStrictEqual({ ...one, id: '' }, { ...other, id: '' });
}
