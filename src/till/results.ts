import type { IntentResult } from '../contract/ipc.ts';
import type { Problem, ProblemCode } from '../text/index.ts';

/** What became of an intent, in short. */
export const OK: IntentResult = { ok: true };

export function refuse(code: ProblemCode, params?: Problem['params']): IntentResult {
  return { ok: false, problem: params ? { code, params } : { code } };
}

export function refused(problem: Problem): IntentResult {
  return { ok: false, problem };
}
