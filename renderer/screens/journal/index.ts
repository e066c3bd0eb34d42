export * from './journal.tsx';
export * from './print-jobs.tsx';
