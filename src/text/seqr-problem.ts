import type { Language } from '../language/language.ts';
import { classify, isPublishedCode, nextStep } from '../protocol/result-codes.ts';
import { OPERATIONS } from '../protocol/service.ts';
import type { Operation } from '../protocol/service.ts';
import type { Asked, Problem } from './problem.ts';
import { translator } from './translate.ts';
import type { Translate } from './translate.ts';

/** The three sentences of an answer. */
export interface AnswerWords {
  /** With the code in it. */
  readonly happened: string;
  /** For the money. */
  readonly means: string;
  readonly step: string;
}

/** The problem that a result code is as the answer to what was asked. */
export function seqrProblem(asked: Asked, resultCode: number): Problem {
  return { code: `seqr.${asked}.${resultCode}` };
}

/** The health check reads the status of a payment that cannot exist: its answers say as much as those to a mere call. */
const operationOf = (asked: Asked): Operation => (asked === 'healthCheck' ? 'benchmarkingNop' : asked);

/** What to tell a person about an answer that is no plain yes; `null`: it was sent, and no usable answer came. */
export function answerWords(language: Language, asked: Asked, resultCode: number | null): AnswerWords {
  const t = translator(language);
  return {
    happened: happenedText(t, resultCode),
    means: meansText(t, asked, resultCode),
    step: t(`answer.step.${nextStep(operationOf(asked), resultCode)}`),
  };
}

function happenedText(t: Translate, code: number | null): string {
  if (code === null) return t('answer.happened.none');
  const happened = t(isPublishedCode(code) ? `answer.happened.${code}` : 'answer.happened.other');
  return t('answer.happened.withCode', { happened, code });
}

function meansText(t: Translate, asked: Asked, code: number | null): string {
  const meaning = code === null ? 'noInformation' : classify(operationOf(asked), code);
  if (meaning === 'cancelled' || meaning === 'expired') return t('answer.means.ended');
  if (meaning === 'paid') return t('answer.means.paid');
  const isOpen = meaning === 'noInformation' || meaning === 'unanswerable';
  // Nothing that a status call answers says that something was not done.
  return isOpen || asked === 'getPaymentStatus' ? t(`answer.means.open.${asked}`) : t(`answer.means.notDone.${asked}`);
}

/** The words of a problem's code, if it is an answer of SEQR's. */
export function wordsOfCode(language: Language, code: string): AnswerWords | null {
  const [, asked, answered] = /^seqr\.(\w+)\.(\d+|no-answer)$/.exec(code) ?? [];
  if (asked === undefined || answered === undefined || !isAsked(asked)) return null;
  return answerWords(language, asked, answered === 'no-answer' ? null : Number(answered));
}

function isAsked(text: string): text is Asked {
  return text === 'healthCheck' || OPERATIONS.some((operation) => operation === text);
}
