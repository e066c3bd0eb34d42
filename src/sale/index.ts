export * from './change-sale.ts';
export * from './figures.ts';
export * from './invoice-rows.ts';
export * from './part-payment.ts';
export * from './rung-up-since.ts';
export * from './sale.ts';
export * from './words.ts';
