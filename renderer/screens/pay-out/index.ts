export * from './pay-out-screen.tsx';
