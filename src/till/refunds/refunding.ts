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
import type { Desk } from '../payments/desk.ts';
import { refuse, refused } from '../results.ts';
import type { Sender } from './disbursement-sender.ts';
import { disbursementLine } from './disbursement-view.ts';
import type { Refundees } from './refundees.ts';

export interface RefundingDeps {
  readonly journal: Journal;
  readonly desk: Pick<Desk, 'makeReturnable' | 'toGiveBack'>;
  readonly refundees: Refundees;
  readonly sender: Sender;
}

/** What can be given back of a sale, and the giving back. */
export interface Refunding {
  /** Null: there is no such sale. */
  view(number: number): RefundView | null;
  sum(number: number, wish: RefundWishView): RefundSum;
  /** Whether it is worth looking at the owner's PIN. */
  ready(intent: IntentOf<'refund.send' | 'payment.giveBack'>): Promise<IntentResult>;
  /** Once the PIN is known to be right: if it is still what the window was showing (PF-26). */
  send(intent: IntentOf<'refund.send'>): IntentResult;
  /** The same of a payment that sold nothing: its receipt is made, and then all of it goes back (PF-06). */
  giveBack(intent: IntentOf<'payment.giveBack'>): IntentResult;
  /** Once more, where SEQR can carry out only one of the two (PF-14). */
  sendAgain(intent: IntentOf<'refund.sendAgain'>): IntentResult;
}

export function createRefunding(deps: RefundingDeps): Refunding {
  const { journal, desk, refundees, sender } = deps;

  function planOf(receipt: SaleReceipt, wish: RefundWishView): RefundPlanResult {
    return refundPlan(receipt, refundable(receipt, journal.refundsOf(receipt.number)), inMoney(wish, receipt));
  }

  /** Everything that can be known to be in the way is asked first, so that no receipt is made for a refund that cannot be. */
  function giveBack({ attemptId, stateNumber, reason }: IntentOf<'payment.giveBack'>): IntentResult {
    const record = desk.toGiveBack(attemptId, stateNumber);
    if (record === null) return refuse('stale');
    if (cleanText(reason) === '') return refuse('refund.reason-missing');
    const named = refundees.ofPayment(record);
    if ('code' in named) return refused(named);
    const wait = sender.wait();
    if (wait !== null) return refuse(wait);
    const number = desk.makeReturnable(attemptId, stateNumber);
    const receipt = number === null ? undefined : journal.receipt(number)?.receipt;
    if (number === null || receipt?.kind !== 'sale') return refuse('refund.disk-full');
    return begin({ number, wish: { kind: 'whole' }, minor: refundable(receipt, journal.refundsOf(number)).amount.minor, reason });
  }

  function begin({ number, wish, minor, reason }: Pick<IntentOf<'refund.send'>, 'number' | 'wish' | 'minor' | 'reason'>): IntentResult {
    const words = cleanText(reason);
    if (words === '') return refuse('refund.reason-missing');
    const sale = refundees.ofReceipt(number);
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
      const sale = refundees.ofReceipt(number);
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
    giveBack: (intent) => sender.unlessStale(intent, () => giveBack(intent)),
    sendAgain: ({ id, stateNumber }) => sender.again(id, stateNumber),
  };
}

function inMoney(wish: RefundWishView, { total }: SaleReceipt): RefundWish {
  return wish.kind === 'amount' ? { kind: 'amount', amount: money(wish.minor, total.currency) } : wish;
}
