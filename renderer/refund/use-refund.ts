import { useEffect, useState } from 'react';
import type { RefundSum, RefundView, RefundWishView } from '../../src/contract/index.ts';
import { bridge, useSnapshot } from '../state/index.ts';

/** What of a sale can be given back; `loading` until the core has answered, null if there is no such sale. */
export function useRefund(number: number): RefundView | null | 'loading' {
  const revision = useSnapshot((snapshot) => snapshot.outgoing.revision);
  const [view, setView] = useState<RefundView | null | 'loading'>('loading');
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await bridge().call('refund', number);
      if (current) setView(answer);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [number, revision]);
  return view;
}

/** What a wish comes to, computed in the core; null: nothing is wished yet, or the answer is on its way. */
export function useRefundSum(number: number, wish: RefundWishView | null): RefundSum | null {
  const revision = useSnapshot((snapshot) => snapshot.outgoing.revision);
  const [sum, setSum] = useState<RefundSum | null>(null);
  const asked = wish === null ? null : JSON.stringify(wish);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = asked === null ? null : await bridge().call('refundSum', number, JSON.parse(asked) as RefundWishView);
      if (current) setSum(answer);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [number, asked, revision]);
  return wish === null ? null : sum;
}
