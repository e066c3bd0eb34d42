export * from './chart.ts';
export * from './disbursement.ts';
export * from './refund-invoice.ts';
export * from './refund-plan.ts';
export * from './refundable.ts';
export * from './return-receipt.ts';
export * from './row-shares.ts';
export * from './step.ts';
