export * from './settings.tsx';
