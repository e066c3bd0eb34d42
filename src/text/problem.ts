import type { Operation } from '../protocol/service.ts';
import { dayProblems } from './problem/day.ts';
import { disbursementProblems } from './problem/disbursement.ts';
import { machineProblems } from './problem/machine.ts';
import { saleProblems } from './problem/sale.ts';
import { seqrProblems } from './problem/seqr.ts';
import { setupProblems } from './problem/setup.ts';
import type { Leaves } from './section.ts';

/**
 * The sentences of every stable code the core can answer with (till-features E8): what happened, what it means for the
 * money, what to do. A code's dots are the path: `sale.locked` is `problem.sale.locked`.
 */
export const problem = {
  en: { ...saleProblems.en, ...seqrProblems.en, ...setupProblems.en, ...machineProblems.en, ...disbursementProblems.en, ...dayProblems.en },
  sv: { ...saleProblems.sv, ...seqrProblems.sv, ...setupProblems.sv, ...machineProblems.sv, ...disbursementProblems.sv, ...dayProblems.sv },
} as const;

/** What was asked of SEQR: an operation, or whether the terminal is accepted at all (PF-11). */
export type Asked = Operation | 'healthCheck';

/** An answer that is no plain yes, as the code of a problem: `seqr.refundPayment.98`. It is what is read out on the phone. */
export type SeqrProblemCode = `seqr.${Asked}.${number | 'no-answer'}`;

/** Every code with which the core says that something did not work. One without a sentence does not compile. */
export type ProblemCode = Leaves<(typeof problem)['en']> | SeqrProblemCode;

/**
 * Something that did not work, as a stable code with figures to show: how every part of the till refuses. `problemText` has
 * its sentences and the next step.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
