import type { Problem } from '../contract/setup-view.ts';
import type { Answer } from '../protocol/index.ts';
import { seqrProblem } from '../text/index.ts';

/** What to tell a person about an answer that is not a plain yes. */
export function problemOfAnswer(answer: Answer<unknown>): Problem {
  switch (answer.kind) {
    case 'notSent':
      return { code: 'seqr.not-sent' };
    case 'noAnswer':
      return { code: 'seqr.unknown-outcome' };
    case 'answered':
      return seqrProblem(answer.resultCode);
  }
}
