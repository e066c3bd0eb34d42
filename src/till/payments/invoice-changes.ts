import type { IntentResult } from '../../contract/ipc.ts';
import { cardFromScan, swipedToken, termsOf, termsOfSale } from '../../payment/index.ts';
import type { AttemptState, Live, LoyaltyRules } from '../../payment/index.ts';
import type { AttemptRecord, Journal } from '../../records/index.ts';
import type { Sale } from '../../sale/index.ts';
import { writeOrRefuse } from '../durable.ts';
import { OK, refuse } from '../results.ts';
import type { SaleDesk } from '../sales/sale-desk.ts';
import type { Desk } from './desk.ts';
import { wished } from './wished.ts';

/** What a window names: the attempt and the state it was showing (PF-26). */
export interface Shown {
  readonly attemptId: string;
  readonly stateNumber: number;
}

export interface InvoiceChangesDeps {
  readonly journal: Journal;
  readonly desk: () => Desk;
  readonly sales: () => SaleDesk;
  readonly rules: () => LoyaltyRules;
}

/**
 * The cashier's hands on a sale that SEQR has an invoice for: changing it while the customer has not scanned, and adding
 * to a tab. The sale lies in the sale desk meanwhile, like any other; what SEQR holds changes only when it is told.
 */
export interface InvoiceChanges {
  isChanging(attemptId: string): boolean;
  /** After a restart nobody is changing anything: the sale on the counter is what SEQR has. */
  start(): void;
  /** The sale of this open attempt may be changed just now. */
  mayChange(record: AttemptRecord): boolean;
  begin(shown: Shown): IntentResult;
  /** Back to the code, with the sale as SEQR has it. */
  leave(shown: Shown): IntentResult;
  /** Tells SEQR what the sale is now. */
  send(shown: Shown, revision: number): IntentResult;
  /** A card swiped while the customer is waited for (protocol §5). */
  swipe(shown: Shown, code: string): IntentResult;
  editTab(shown: Shown): IntentResult;
  /** What has been rung up stays with the tab; the till is free. */
  keepTab(shown: Shown, revision: number): IntentResult;
  /** @param revision of the open sale if that is the tab's; null: what the tab has kept */
  settleTab(shown: Shown, revision: number | null): IntentResult;
  /** An attempt has come to an end, or has become a tab: nobody changes it any more. */
  ended(record: AttemptRecord): void;
}

function isLive(record: AttemptRecord): record is AttemptRecord & { readonly state: Live } {
  return record.state.kind === 'live';
}

function isTabAtHand(state: AttemptState): boolean {
  return state.kind === 'reserved' && (state.phase === 'kept' || state.phase === 'lapsed');
}

export function createInvoiceChanges(deps: InvoiceChangesDeps): InvoiceChanges {
  let changing: string | null = null;

  /** Puts a sale on the counter, or an empty one; durable before it shows. */
  function putOpen(sale: Sale | null, kind: string, subject: string): IntentResult {
    const put = writeOrRefuse(() => deps.journal.write({ entries: [{ kind, subject, body: {} }], kept: deps.sales().replacedBy(sale) }));
    if (put.ok) deps.sales().reload();
    return put;
  }

  const find = ({ attemptId }: Shown): AttemptRecord | null =>
    deps
      .desk()
      .inPlay()
      .find((record) => record.facts.id === attemptId) ?? null;

  /** The open sale, if it is this attempt's and still the one the window was showing. */
  function openSaleOf(record: AttemptRecord, revision: number): Sale | null {
    const view = deps.sales().view();
    return view.sale.id === record.facts.sale.id && view.revision === revision ? view.sale : null;
  }

  /** The waiting sale as SEQR has it; but after a change that SEQR did not take, the cashier goes on from there. */
  function asSeqrHasIt(record: AttemptRecord & { readonly state: Live }): IntentResult {
    const { terms, lastUpdate } = record.state;
    const open = deps.sales().view().sale;
    const keepsEdits = open.id === terms.sale.id && lastUpdate !== null && lastUpdate.kind !== 'taken';
    if (keepsEdits || JSON.stringify(open) === JSON.stringify(terms.sale)) return OK;
    return putOpen(terms.sale, 'sale.takenUp', terms.sale.id);
  }

  return {
    start() {
      const open = deps.sales().view().sale.id;
      const record = deps
        .desk()
        .inPlay()
        .find(({ facts, state }) => facts.sale.id === open && state.kind === 'live');
      if (record && isLive(record)) asSeqrHasIt(record);
    },
    isChanging: (attemptId) => changing === attemptId,
    mayChange: ({ facts, state }) => isTabAtHand(state) || (state.kind === 'live' && changing === facts.id),
    begin(shown) {
      const record = deps.desk().allows('change', shown.attemptId, shown.stateNumber);
      if (!record || !isLive(record)) return refuse('stale');
      if (record.facts.test) return refuse('payment.test-unchanged');
      const open = deps.sales().view().sale;
      if (open.id !== record.facts.sale.id && open.rows.length > 0) return refuse('tab.sale-open');
      const taken = asSeqrHasIt(record);
      if (taken.ok) changing = record.facts.id;
      return taken;
    },
    leave(shown) {
      const record = find(shown);
      if (!record || changing !== shown.attemptId) return refuse('stale');
      const put = putOpen(termsOf(record.facts, record.state).sale, 'sale.leftUnchanged', record.facts.sale.id);
      if (put.ok) changing = null;
      return put;
    },
    send(shown, revision) {
      const record = find(shown);
      const sale = record && openSaleOf(record, revision);
      if (record?.state.kind !== 'live' || !sale || changing !== shown.attemptId) return refuse('stale');
      if (sale.rows.length === 0) return refuse('sale.empty');
      const terms = termsOfSale(sale, record.state.terms.tokens);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      const sent = wished(deps.desk().change('update', shown.attemptId, shown.stateNumber, terms));
      if (sent.ok) changing = null;
      return sent;
    },
    swipe(shown, code) {
      const member = cardFromScan(code, deps.rules());
      if (member === null) return refuse('scan.no-card', { code });
      if (member === 'blocked') return refuse('scan.card-blocked', { code });
      const record = find(shown);
      if (record?.state.kind !== 'live') return refuse('stale');
      const { sale, tokens } = record.state.terms;
      const others = tokens.filter((token) => token.value !== member.card);
      const terms = termsOfSale({ ...sale, member }, [...others, swipedToken(member)]);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      return wished(deps.desk().change('update', shown.attemptId, shown.stateNumber, terms));
    },
    editTab(shown) {
      const record = deps.desk().allows('change', shown.attemptId, shown.stateNumber);
      if (record?.state.kind !== 'reserved') return refuse('stale');
      const { sale: open } = deps.sales().view();
      if (open.id === record.facts.sale.id) return OK;
      if (open.rows.length > 0) return refuse('tab.sale-open');
      const put = putOpen(record.state.draft.sale, 'tab.opened', record.facts.sale.id);
      if (!put.ok) return put;
      if (record.onScreen) deps.desk().wish('dismiss', shown.attemptId, shown.stateNumber);
      deps.desk().checkTab(shown.attemptId);
      return OK;
    },
    keepTab(shown, revision) {
      const record = find(shown);
      const sale = record && openSaleOf(record, revision);
      if (record?.state.kind !== 'reserved' || !sale) return refuse('stale');
      const kept = wished(deps.desk().change('draft', shown.attemptId, shown.stateNumber, termsOfSale(sale, record.state.terms.tokens)));
      return kept.ok ? putOpen(null, 'tab.kept', record.facts.sale.id) : kept;
    },
    settleTab(shown, revision) {
      const record = find(shown);
      if (record?.state.kind !== 'reserved') return refuse('stale');
      const sale = revision === null ? record.state.draft.sale : openSaleOf(record, revision);
      if (!sale) return refuse('stale');
      if (sale.rows.length === 0) return refuse('tab.empty');
      const terms = termsOfSale(sale, record.state.terms.tokens);
      if (terms.amount.minor <= 0) return refuse('sale.total-not-positive');
      const settled = wished(deps.desk().change('settle', shown.attemptId, shown.stateNumber, terms));
      if (settled.ok && revision !== null) putOpen(null, 'tab.settling', record.facts.sale.id);
      return settled;
    },
    ended({ facts, state }) {
      if (changing === facts.id && state.kind !== 'live') changing = null;
    },
  };
}
