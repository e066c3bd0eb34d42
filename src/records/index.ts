export * from './attempt-record.ts';
export * from './job.ts';
export * from './journal.ts';
export * from './outgoing-record.ts';
export * from './receipt-record.ts';
export * from './product-store.ts';
