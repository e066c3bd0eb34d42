import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';

/** A button of the payment's screen. */
export type WishKind = 'cancel' | 'keepWaiting' | 'giveUp' | 'customerSaysPaid' | 'setAside' | 'dismiss';
/** What the invoice shall ask for: told to SEQR now, taken at the end of a tab, or only noted for it. */
export type ChangeKind = 'update' | 'capture' | 'draft';
/** `stale`: the window was showing something else. `write-failed`: the disk refused, and nothing has happened. */
export type WishResult = 'done' | 'stale' | 'write-failed';

/** What a desk made of a wish, in the words of the contract. */
export function wished(result: WishResult): IntentResult {
  switch (result) {
    case 'done':
      return OK;
    case 'stale':
      return refuse('stale');
    case 'write-failed':
      return refuse('journal.write-failed');
  }
}
