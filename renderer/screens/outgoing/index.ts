export * from './outgoing-screen.tsx';
export * from './settle-form.tsx';
