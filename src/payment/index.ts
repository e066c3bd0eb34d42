export * from './attempt.ts';
export * from './screen.ts';
export * from './step.ts';
export * from './timing.ts';
export * from './watch.ts';
