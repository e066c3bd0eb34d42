import type { Intent, IntentKind, IntentResult } from '../../src/contract/index.ts';
import { bridge } from './bridge.ts';
import { dismissMessage, tell } from './messages.ts';

/** Two of these in quick succession are meant as two: the second cortado, the second digit. All others are one press. */
const REPEATABLE: ReadonlySet<IntentKind> = new Set(['sale.scan', 'sale.addProduct', 'sale.addAmount', 'sale.addFree', 'sale.undo']);

/** A second press this soon after an accepted one was the same press, if it names the state it was shown. Milliseconds. */
const SAME_PRESS_MS = 1000;

const inFlight = new Map<string, Promise<IntentResult>>();

/** What names a state means one thing in that state, however often it is pressed; so does one print of a receipt. */
function isOnce(intent: Intent): boolean {
  return 'stateNumber' in intent || 'revision' in intent || intent.kind === 'receipt.print';
}

async function ask(intent: Intent): Promise<IntentResult> {
  try {
    return await bridge().call('intent', intent);
  } catch {
    return { ok: false, problem: { code: 'internal', params: { id: 'window-call' } } };
  }
}

/**
 * Sends an intent. The same one sent again while the first is under way is the same press (PF-26): both get its answer.
 * A refusal is shown in the message row, unless `quiet`: then the caller shows it where it belongs. What goes well
 * takes the message before it away.
 */
export async function sendIntent(intent: Intent, options: { readonly quiet?: boolean } = {}): Promise<IntentResult> {
  const key = REPEATABLE.has(intent.kind) ? null : JSON.stringify(intent);
  const running = key === null ? undefined : inFlight.get(key);
  if (running !== undefined) return running;
  const answer = ask(intent);
  if (key !== null) inFlight.set(key, answer);
  const result = await answer;
  if (key !== null) {
    if (result.ok && isOnce(intent)) setTimeout(() => inFlight.delete(key), SAME_PRESS_MS);
    else inFlight.delete(key);
  }
  if (result.ok) dismissMessage();
  else if (options.quiet !== true) tell({ kind: 'problem', problem: result.problem });
  return result;
}
