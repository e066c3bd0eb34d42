import type { Problem } from '../contract/setup-view.ts';
import type { Answer } from '../protocol/index.ts';
import { seqrProblem } from '../text/index.ts';
import type { Asked } from '../text/index.ts';

/** What to tell a person about an answer that is not a plain yes; what it means depends on what was asked. */
export function problemOfAnswer(asked: Asked, answer: Answer<unknown>): Problem {
  switch (answer.kind) {
    case 'notSent':
      return { code: 'seqr.not-sent' };
    case 'noAnswer':
      return { code: `seqr.${asked}.no-answer` };
    case 'answered':
      return seqrProblem(asked, answer.resultCode);
  }
}
