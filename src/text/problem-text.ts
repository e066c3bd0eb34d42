import type { Language } from '../language/language.ts';
import type { Problem } from './problem.ts';
import { wordsOfCode } from './seqr-problem.ts';
import { isTextKey, translator } from './translate.ts';

/** The sentences of a problem; an unknown code is shown itself, never hidden. */
export function problemText(language: Language, problem: Problem): string {
  const answer = wordsOfCode(language, problem.code);
  if (answer !== null) return `${answer.happened} ${answer.means} ${answer.step}`;
  const key = `problem.${problem.code}`;
  return isTextKey(key) ? translator(language)(key, problem.params) : problem.code;
}
