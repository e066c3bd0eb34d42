import { resultName } from '../protocol/result-codes.ts';
import type { ProblemCode, TextParams } from './translate.ts';

/** The codes whose own sentence says more than the general one (PF-21). */
const OWN_SENTENCE = [11, 20, 21, 29, 33, 37, 49, 53, 90, 91, 92, 93, 94] as const;

/** What to tell a person about a result code that is no plain yes. */
export function seqrProblem(resultCode: number): { readonly code: ProblemCode; readonly params?: TextParams } {
  const own = OWN_SENTENCE.find((code) => code === resultCode);
  if (own !== undefined) return { code: `seqr.${own}` };
  return { code: 'seqr.code', params: { code: resultCode, name: resultName(resultCode) ?? 'UNKNOWN' } };
}
