export * from './reports.tsx';
