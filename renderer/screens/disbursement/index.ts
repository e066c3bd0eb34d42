export * from './disbursement-screen.tsx';
export * from './resolve-form.tsx';
