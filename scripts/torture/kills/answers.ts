/** How SEQR answers: well, not at all, late, or with a refusal that tells nothing. */
import type { Dice } from './dice.ts';

export const ANSWERS = ['good', 'cutBefore', 'cutAfter', 'late', 'code'] as const;
/** `cutBefore`: the request never comes to SEQR. `cutAfter`: SEQR does what was asked, and the answer is lost. */
export type AnswerClass = (typeof ANSWERS)[number];

/** Codes that say nothing about what became of the call (PF-05, PF-07). */
const NO_INFORMATION = [90, 93, 94];
/** Well within a deadline, and beyond every one of them. */
const LATE_MS = [150, 60_000];

/** The class as the simulator's fault; null: nothing is spoiled. */
export function faultOf(answers: AnswerClass, dice: Dice): string | null {
  switch (answers) {
    case 'good':
      return null;
    case 'cutBefore':
      return 'drop:before';
    case 'cutAfter':
      return 'drop:after';
    case 'late':
      return `delay:${dice.oneOf(LATE_MS)}:after`;
    case 'code':
      return `result:${dice.oneOf(NO_INFORMATION)}`;
  }
}
