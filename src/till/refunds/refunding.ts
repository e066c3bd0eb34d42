import type { RefundWishView } from '../../contract/disbursement-intents.ts';
import type { RefundSum, RefundView } from '../../contract/disbursement-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { refundable, refundPlan } from '../../disbursement/index.ts';
import type { RefundFacts, RefundPlanResult, RefundWish } from '../../disbursement/index.ts';
import { money } from '../../money/index.ts';
import { cleanText } from '../../plain-text/plain-text.ts';
import type { SaleReceipt } from '../../receipt/index.ts';
import type { Journal } from '../../records/index.ts';
import type { Problem } from '../../text/index.ts';
import { refuse, refused } from '../results.ts';
import { noPassword } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Sender } from './disbursement-sender.ts';
import { disbursementLine } from './disbursement-view.ts';

export interface RefundingDeps {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Journal;
  readonly sender: Sender;
}

/** What can be given back of a sale, and the giving back. */
export interface Refunding {
  /** Null: there is no such sale. */
  view(number: number): RefundView | null;
  sum(number: number, wish: RefundWishView): RefundSum;
  /** Whether it is worth looking at the owner's PIN. */
  ready(intent: IntentOf<'refund.send'>): Promise<IntentResult>;
  /** Once the PIN is known to be right: if it is still what the window was showing (PF-26). */
  send(intent: IntentOf<'refund.send'>): IntentResult;
  /** Once more, where SEQR can carry out only one of the two (PF-14). */
  sendAgain(intent: IntentOf<'refund.sendAgain'>): IntentResult;
}

/** A sale whose payment is known, so that it can be named to SEQR. */
interface Refundee {
  readonly receipt: SaleReceipt;
  readonly attemptId: string;
  readonly ersReference: string;
  readonly invoiceReference: string;
}

export function createRefunding(deps: RefundingDeps): Refunding {
  const { journal, sender } = deps;

  /** The sale, or why its money cannot be given back here (PF-14, PF-24). */
  function refundee(number: number): Refundee | Problem {
    const record = journal.receipt(number);
    if (record?.receipt.kind !== 'sale') return { code: 'refund.no-sale' };
    const { state, facts } = journal.attempt(record.attemptId) ?? {};
    if (!state || !facts) return { code: 'journal.damaged' };
    if (state.kind === 'reversed') return { code: 'refund.reversed' };
    if (state.kind !== 'completed' || state.payment.ersReference === null) return { code: 'refund.not-confirmed' };
    const { endpoint, terminal } = deps.settings.profile.get();
    if (endpoint !== facts.endpoint) return { code: 'refund.other-endpoint' };
    if (terminal?.terminalId == null) return { code: 'refund.no-terminal' };
    const at = { endpoint, terminalId: terminal.terminalId };
    if (deps.services.credentials(at) === null) return { code: noPassword(deps.services, at) };
    const { ersReference } = state.payment;
    return { receipt: record.receipt, attemptId: facts.id, ersReference, invoiceReference: state.invoiceReference };
  }

  function planOf(receipt: SaleReceipt, wish: RefundWishView): RefundPlanResult {
    return refundPlan(receipt, refundable(receipt, journal.refundsOf(receipt.number)), inMoney(wish, receipt));
  }

  function begin({ number, wish, minor, reason }: IntentOf<'refund.send'>): IntentResult {
    const words = cleanText(reason);
    if (words === '') return refuse('refund.reason-missing');
    const sale = refundee(number);
    if ('code' in sale) return refused(sale);
    const planned = planOf(sale.receipt, wish);
    if (!planned.ok) return refuse(`refund.${planned.problem}`);
    if (planned.plan.amount.minor !== minor) return refuse('stale');
    const common = sender.commonFacts(words);
    if ('code' in common) return refused(common);
    const { attemptId, ersReference, invoiceReference, receipt } = sale;
    const facts: RefundFacts = {
      kind: 'refund',
      ...common,
      receiptNumber: number,
      soldAt: receipt.issuedAt,
      attemptId,
      ersReference,
      invoiceReference,
      ...planned.plan,
    };
    return sender.sent(facts);
  }

  return {
    view(number) {
      const receipt = journal.receipt(number)?.receipt;
      if (receipt?.kind !== 'sale') return null;
      const records = journal.refundsOf(number);
      const left = refundable(receipt, records);
      const sale = refundee(number);
      return {
        receiptNumber: number,
        problem: 'code' in sale ? sale : left.amount.minor <= 0 ? { code: 'refund.nothing-left' } : null,
        paid: receipt.total,
        refundable: left.amount,
        rows: left.rows.map(({ index, quantityMilli, amount }) => {
          const row = receipt.rows[index];
          return {
            index,
            name: row?.name ?? '',
            unit: row?.unit ?? 'EA',
            soldMilli: row?.quantityMilli ?? 0,
            leftMilli: quantityMilli,
            leftAmount: amount,
          };
        }),
        refunds: records.map(disbursementLine),
      };
    },
    sum(number, wish) {
      const receipt = journal.receipt(number)?.receipt;
      if (receipt?.kind !== 'sale') return { ok: false, problem: { code: 'refund.no-sale' } };
      const planned = planOf(receipt, wish);
      return planned.ok ? { ok: true, amount: planned.plan.amount } : { ok: false, problem: { code: `refund.${planned.problem}` } };
    },
    ready: (intent) => sender.ready(intent),
    send: (intent) => sender.unlessStale(intent, () => begin(intent)),
    sendAgain: ({ id, stateNumber }) => sender.again(id, stateNumber),
  };
}

function inMoney(wish: RefundWishView, { total }: SaleReceipt): RefundWish {
  return wish.kind === 'amount' ? { kind: 'amount', amount: money(wish.minor, total.currency) } : wish;
}
