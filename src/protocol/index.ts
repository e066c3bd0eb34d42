export * from './call-facts.ts';
export * from './deadlines.ts';
export * from './result-codes.ts';
export * from './seqr-id.ts';
export * from './service.ts';
export * from './types.ts';
export * from './user-credit.ts';
export * from './wire-form.ts';
