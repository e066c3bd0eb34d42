export * from './sections.ts';
export * from './settings.tsx';
