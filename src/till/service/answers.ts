import type { Answer } from '../../protocol/index.ts';
import type { Problem, Asked } from '../../text/index.ts';
import { seqrProblem } from '../../text/index.ts';

/** What to tell a person about an answer that is not a plain yes; what it means depends on what was asked. */
export function problemOfAnswer(asked: Asked, answer: Answer<unknown>): Problem {
  switch (answer.kind) {
    case 'notSent':
      return { code: answer.reason === 'no-description' ? 'endpoint.not-loaded' : 'seqr.not-sent' };
    case 'noAnswer':
      return { code: `seqr.${asked}.no-answer` };
    case 'answered':
      return seqrProblem(asked, answer.resultCode);
  }
}

/** A terminal whose password cannot be read cannot ask: nothing leaves. */
export const CANNOT_ASK = { kind: 'notSent', reason: 'connection', detail: 'the terminal password cannot be read', tookMs: 0 } as const;
