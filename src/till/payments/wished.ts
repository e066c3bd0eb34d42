import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';
import type { WishResult } from './desk.ts';

/** The result of an action on a payment, as the window that asked for it is told. */
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
