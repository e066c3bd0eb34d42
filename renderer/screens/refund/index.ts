export * from './refund-screen.tsx';
