export * from './catalogue.ts';
export * from './translate.ts';
export * from './seqr-problem.ts';
