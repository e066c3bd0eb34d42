export * from './decimal.ts';
export * from './format.ts';
export * from './money.ts';
export * from './quantity.ts';
export * from './vat.ts';
