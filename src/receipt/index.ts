export * from './build-receipt.ts';
export * from './build-reversal.ts';
export * from './html.ts';
export * from './lines.ts';
export * from './receipt.ts';
export * from './text.ts';
export * from './words.ts';
