import { ATTEMPT_CHART, TAB_CHART } from '../../../payment/index.ts';
import { attemptOf } from './books.ts';
import type { Books, OnStep } from './books.ts';
import type { SeenCall } from './model-network.ts';
import type { Fail } from './rules.ts';

const SENDING = new Set(['sendInvoice', 'refundPayment', 'creditUser']);

/** Nothing that moves money is sent twice, or before it is on disk; and nothing is asked about that a crash would lose (PF-02, PF-03). */
export function createCallRules(books: () => Books, fail: Fail): (call: SeenCall) => void {
  const sent = new Map<string, number>();

  /** Once, but for a refund that a supervisor has sent again (PF-14): as often as its record says. */
  function mostSendings(id: string): number {
    const records = [books().practice, books().live].flatMap(({ disbursements }) => [...disbursements.values()]);
    return records.find(({ facts }) => facts.clientInvoiceId === id)?.sendings?.length ?? 1;
  }

  function isOnDisk(id: string): boolean {
    return [books().practice, books().live].some(
      ({ attempts, disbursements }) =>
        attempts.has(id) || [...disbursements.values()].some(({ facts }) => facts.clientInvoiceId === id || facts.correlationId === id),
    );
  }

  return ({ operation, about, clientInvoiceId }) => {
    // '0' is asked about to see whether the password is accepted (PF-11).
    if (operation === 'getPaymentStatus' && about !== null && about !== '0' && attemptOf(books(), about) === undefined)
      fail('read-before-disk', `a read of ${about}, which is not on disk`);
    if (clientInvoiceId === null || !SENDING.has(operation)) return;
    const times = (sent.get(clientInvoiceId) ?? 0) + 1;
    if (times > mostSendings(clientInvoiceId)) fail('sent-twice', `${operation} ${clientInvoiceId}`);
    sent.set(clientInvoiceId, times);
    if (!isOnDisk(clientInvoiceId)) fail('sent-before-disk', `${operation} ${clientInvoiceId}`);
  };
}

/** Steps are arrows of the state charts. */
export function stepRule(fail: Fail): OnStep {
  return ({ machine, from, to, by }) => {
    if (from === '-' || by === '' || (machine !== 'attempt' && machine !== 'tab')) return;
    const arrows: readonly { readonly from: string; readonly to: string; readonly by: string }[] =
      machine === 'attempt' ? ATTEMPT_CHART : TAB_CHART;
    if (!arrows.some((arrow) => arrow.from === from && arrow.to === to && arrow.by === by))
      fail('chart', `${machine}: ${from} to ${to} by ${by}`);
  };
}
