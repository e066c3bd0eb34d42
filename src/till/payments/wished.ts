import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';
import type { WishResult } from './desk.ts';

/** What the desk made of a wish, in the words of the contract. */
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
