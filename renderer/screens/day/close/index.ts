export * from './close-history.tsx';
export * from './close-result.tsx';
export * from './close-section.tsx';
export * from './password-fields.tsx';
export * from './use-closes.ts';
