import type { IntentResult } from '../../contract/ipc.ts';
import { cardFromScan, swipedToken, termsOf, termsOfSale } from '../../payment/index.ts';
import type { Live, LoyaltyRules } from '../../payment/index.ts';
import type { AttemptRecord } from '../../records/index.ts';
import { OK, refuse } from '../results.ts';
import type { Counter } from '../sales/counter.ts';
import type { Desk } from './desk.ts';
import { findShown, openSaleOf } from './shown.ts';
import type { Shown } from './shown.ts';
import { wished } from './wished.ts';

export interface InvoiceChangesDeps {
  readonly desk: Desk;
  readonly counter: Counter;
  readonly rules: () => LoyaltyRules;
}

/**
 * The cashier's hands on a sale that SEQR has an invoice for, while the customer has not scanned (PF-25). The sale lies on
 * the counter meanwhile, like any other; what SEQR holds changes only when it is told.
 */
export interface InvoiceChanges {
  /** A sale that was being changed when the till stopped is being changed still: no row that was rung up vanishes with a crash. */
  start(): void;
  begin(shown: Shown): IntentResult;
  /** Back to the code, with the sale as SEQR has it. */
  leave(shown: Shown): IntentResult;
  /** Tells SEQR what the sale is now. */
  send(shown: Shown, revision: number): IntentResult;
  /** A card swiped while the customer is waited for (protocol §5). */
  swipe(shown: Shown, code: string): IntentResult;
}

function isLive(record: AttemptRecord): record is AttemptRecord & { readonly state: Live } {
  return record.state.kind === 'live';
}

export function createInvoiceChanges({ desk, counter, rules }: InvoiceChangesDeps): InvoiceChanges {
  /** The waiting sale as SEQR has it; but after a change that SEQR did not take, the cashier goes on from there. */
  function asSeqrHasIt(record: AttemptRecord & { readonly state: Live }): IntentResult {
    const { terms, lastUpdate } = record.state;
    const open = counter.open().sale;
    const keepsEdits = open.id === terms.sale.id && lastUpdate !== null && lastUpdate.kind !== 'taken';
    if (keepsEdits || JSON.stringify(open) === JSON.stringify(terms.sale)) return OK;
    return counter.put(terms.sale, 'sale.takenUp', terms.sale.id);
  }

  return {
    start() {
      const open = counter.open().sale;
      const record = desk.inPlay().find(({ facts, state }) => facts.sale.id === open.id && state.kind === 'live');
      if (!record || !isLive(record)) return;
      if (JSON.stringify(open.rows) === JSON.stringify(record.state.terms.sale.rows)) asSeqrHasIt(record);
      else counter.setChanging(record.facts.id);
    },
    begin(shown) {
      const record = desk.allows('change', shown.attemptId, shown.stateNumber);
      if (!record || !isLive(record)) return refuse('stale');
      if (record.facts.test) return refuse('payment.test-unchanged');
      // Pressed twice: what has been rung up since the first press stays.
      if (counter.changing() === record.facts.id) return OK;
      const open = counter.open().sale;
      if (open.id !== record.facts.sale.id && open.rows.length > 0) return refuse('tab.sale-open');
      const taken = asSeqrHasIt(record);
      if (taken.ok) counter.setChanging(record.facts.id);
      return taken;
    },
    leave(shown) {
      const record = findShown(desk, shown);
      if (!record || counter.changing() !== shown.attemptId) return refuse('stale');
      const put = counter.put(termsOf(record.facts, record.state).sale, 'sale.leftUnchanged', record.facts.sale.id);
      if (put.ok) counter.setChanging(null);
      return put;
    },
    send(shown, revision) {
      const record = findShown(desk, shown);
      const sale = record && openSaleOf(counter, record, revision);
      if (record?.state.kind !== 'live' || !sale || counter.changing() !== shown.attemptId) return refuse('stale');
      if (sale.rows.length === 0) return refuse('sale.empty');
      const terms = termsOfSale(sale, record.state.terms.tokens);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      const sent = wished(desk.change('update', shown.attemptId, shown.stateNumber, terms));
      if (sent.ok) counter.setChanging(null);
      return sent;
    },
    swipe(shown, code) {
      const member = cardFromScan(code, rules());
      if (member === null) return refuse('scan.no-card', { code });
      if (member === 'blocked') return refuse('scan.card-blocked', { code });
      const record = findShown(desk, shown);
      if (record?.state.kind !== 'live') return refuse('stale');
      const { sale, tokens } = record.state.terms;
      const others = tokens.filter((token) => token.value !== member.card);
      const terms = termsOfSale({ ...sale, member }, [...others, swipedToken(member)]);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      return wished(desk.change('update', shown.attemptId, shown.stateNumber, terms));
    },
  };
}
