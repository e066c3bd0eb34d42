import type { IntentResult } from '../../contract/ipc.ts';
import { canCapture, isAtHand, termsOfSale } from '../../payment/index.ts';
import { rungUpSince } from '../../sale/index.ts';
import type { ProblemCode } from '../../text/index.ts';
import { OK, refuse } from '../results.ts';
import type { Counter } from '../sales/counter.ts';
import type { Desk } from './desk.ts';
import { findShown, openSaleOf } from './shown.ts';
import type { Shown } from './shown.ts';
import { wished } from './wished.ts';

export interface TabsDeps {
  readonly desk: Pick<Desk, 'allows' | 'change' | 'checkTab' | 'inPlay' | 'wish'>;
  readonly counter: Counter;
  /** Why no money can begin to move now (PF-24); null: it can. */
  readonly moneyRefusal: () => ProblemCode | null;
  readonly newId: () => string;
}

/** The cashier's hands on a tab: its sale lies on the counter while it is added to (PF-29). */
export interface Tabs {
  edit(shown: Shown): IntentResult;
  /**
   * What has been rung up stays with the tab; the till is free. While SEQR may be taking or releasing the tab nothing is added to
   * it: what was rung up since stays on the counter, as a sale of its own.
   */
  keep(shown: Shown, revision: number): IntentResult;
  /** @param revision of the open sale if that is the tab's; null: what the tab has kept */
  capture(shown: Shown, revision: number | null): IntentResult;
}

export function createTabs({ desk, counter, moneyRefusal, newId }: TabsDeps): Tabs {
  return {
    edit(shown) {
      const record = desk.allows('change', shown.attemptId, shown.stateNumber);
      if (record?.state.kind !== 'reserved') return refuse('stale');
      const { sale: open } = counter.open();
      if (open.id === record.facts.sale.id) return OK;
      if (open.rows.length > 0) return refuse('tab.sale-open');
      const put = counter.put(record.state.draft.sale, 'tab.opened', record.facts.sale.id);
      if (!put.ok) return put;
      if (record.onScreen) desk.wish('dismiss', shown.attemptId, shown.stateNumber);
      desk.checkTab(shown.attemptId);
      return OK;
    },
    keep(shown, revision) {
      const record = findShown(desk, shown);
      const sale = record && openSaleOf(counter, record, revision);
      if (record?.state.kind !== 'reserved' || !sale || record.stateNumber !== shown.stateNumber) return refuse('stale');
      if (!isAtHand(record.state)) {
        const { rest } = rungUpSince(sale, record.state.draft.sale, newId());
        return counter.put(rest, 'tab.kept', record.facts.sale.id);
      }
      const kept = wished(desk.change('draft', shown.attemptId, shown.stateNumber, termsOfSale(sale, record.state.terms.tokens)));
      return kept.ok ? counter.put(null, 'tab.kept', record.facts.sale.id) : kept;
    },
    capture(shown, revision) {
      const record = findShown(desk, shown);
      if (record?.state.kind !== 'reserved') return refuse('stale');
      const sale = revision === null ? record.state.draft.sale : openSaleOf(counter, record, revision);
      if (!sale) return refuse('stale');
      if (sale.rows.length === 0) return refuse('tab.empty');
      const terms = termsOfSale(sale, record.state.terms.tokens);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      // SEQR may have taken it already, for what it holds (PF-29).
      if (canCapture(record.state, record.state.draft) && !canCapture(record.state, terms)) return refuse('tab.other-amount');
      const wait = moneyRefusal();
      if (wait !== null) return refuse(wait);
      const captured = wished(desk.change('capture', shown.attemptId, shown.stateNumber, terms));
      if (captured.ok && revision !== null) counter.put(null, 'tab.capturing', record.facts.sale.id);
      return captured;
    },
  };
}
