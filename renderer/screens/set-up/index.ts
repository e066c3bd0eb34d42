export * from './wizard.tsx';
