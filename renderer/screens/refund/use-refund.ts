import type { RefundSum, RefundView, RefundWishView } from '../../../src/contract/index.ts';
import { useAnswer, useSnapshot } from '../../store/index.ts';
import type { Answered } from '../../store/index.ts';

/** What of a sale can be given back; `loading` until the core has answered, null if there is no such sale. */
export function useRefund(number: number): RefundView | null | 'loading' {
  const revision = useSnapshot((snapshot) => snapshot.disbursement.revision);
  const answer = useAnswer('refund', [number], revision);
  return answer?.fresh === true ? answer.value : 'loading';
}

/** What a wish comes to, computed in the core; null: nothing is wished yet. */
export function useRefundSum(number: number, wish: RefundWishView | null): Answered<RefundSum> | null {
  const revision = useSnapshot((snapshot) => snapshot.disbursement.revision);
  return useAnswer('refundSum', wish === null ? null : [number, wish], revision);
}
