import type { IntentResult } from '../contract/ipc.ts';
import type { Problem } from '../text/index.ts';
import type { ProblemCode } from '../text/index.ts';
import type { PrintOutcome } from './ports.ts';

/** What became of an intent, in short. */
export const OK: IntentResult = { ok: true };

export function refuse(code: ProblemCode, params?: Problem['params']): IntentResult {
  return { ok: false, problem: params ? { code, params } : { code } };
}

export function refused(problem: Problem): IntentResult {
  return { ok: false, problem };
}

/** What became of a file that somebody asked for; whoever thought better of it has got what they wanted. */
export function saved(outcome: PrintOutcome | { readonly ok: false; readonly cancelled: true }): IntentResult {
  if (outcome.ok) return { ok: true, detail: 'saved' };
  return 'cancelled' in outcome ? { ok: true, detail: 'cancelled' } : refused(outcome.problem);
}
