export * from './result-codes/entry.ts';
export * from './result-codes/read.ts';
export * from './result-codes/table.ts';
