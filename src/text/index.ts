export * from './catalogue.ts';
export * from './problem-text.ts';
export * from './seqr-problem.ts';
export * from './translate.ts';
