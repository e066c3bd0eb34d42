export * from './combo.ts';
export * from './handlers.ts';
export * from './scan-handlers.ts';
export * from './shortcuts.ts';
