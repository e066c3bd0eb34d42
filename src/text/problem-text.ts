import type { Language } from '../money/index.ts';
import { wordsOfCode } from './seqr-problem.ts';
import { isTextKey, translator } from './translate.ts';
import type { ProblemCode, TextParams } from './translate.ts';

/** The sentences of a stable code from the core; an unknown code is shown itself, never hidden. */
export function problemText(language: Language, problem: { readonly code: ProblemCode; readonly params?: TextParams }): string {
  const answer = wordsOfCode(language, problem.code);
  if (answer !== null) return `${answer.happened} ${answer.means} ${answer.step}`;
  const key = `problem.${problem.code}`;
  return isTextKey(key) ? translator(language)(key, problem.params) : problem.code;
}
