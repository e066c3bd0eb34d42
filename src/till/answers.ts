import type { Problem } from '../contract/setup-view.ts';
import { resultName } from '../protocol/index.ts';
import type { Answer } from '../protocol/index.ts';

/** The codes whose own sentence says more than the general one (PF-21). */
const OWN_SENTENCE = [11, 20, 21, 29, 33, 37, 49, 53, 90, 91, 92, 93, 94] as const;

/** What to tell a person about an answer that is not a plain yes. */
export function problemOfAnswer(answer: Answer<unknown>): Problem {
  switch (answer.kind) {
    case 'notSent':
      return { code: 'seqr.not-sent' };
    case 'noAnswer':
      return { code: 'seqr.unknown-outcome' };
    case 'answered':
      return problemOfCode(answer.resultCode);
  }
}

export function problemOfCode(resultCode: number): Problem {
  const own = OWN_SENTENCE.find((code) => code === resultCode);
  if (own !== undefined) return { code: `seqr.${own}` };
  return { code: 'seqr.code', params: { code: resultCode, name: resultName(resultCode) ?? 'UNKNOWN' } };
}
