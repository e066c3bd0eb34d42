import { useEffect, useState } from 'react';
import type { Receipt } from '../../../src/receipt/index.ts';
import { bridge } from '../../store/index.ts';

/** `loading` while the journal is asked, `missing` if it has no such receipt. */
export type LoadedReceipt =
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'found'; readonly receipt: Receipt };

interface Held {
  readonly number: number;
  readonly receipt: Receipt | null;
}

/** One receipt as it was kept. */
export function useReceipt(number: number): LoadedReceipt {
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const receipt = await bridge().call('receipt', number);
      if (current) setHeld({ number, receipt });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [number]);
  if (held?.number !== number) return { kind: 'loading' };
  return held.receipt === null ? { kind: 'missing' } : { kind: 'found', receipt: held.receipt };
}
