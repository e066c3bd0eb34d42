export * from './outgoing.ts';
export * from './refundable.ts';
export * from './row-shares.ts';
export * from './step.ts';
