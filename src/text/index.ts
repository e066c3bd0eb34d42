export * from './catalogue.ts';
export type { Asked, Problem, ProblemCode, SeqrProblemCode } from './problem.ts';
export * from './problem-text.ts';
export * from './seqr-problem.ts';
export * from './translate.ts';
