export * from './close.ts';
export * from './compare.ts';
export * from './judge.ts';
export * from './report.ts';
export * from './settle.ts';
export * from './till-entry.ts';
