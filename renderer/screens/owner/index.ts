export * from './owner-pin-fields.tsx';
export * from './use-owner-pin.ts';
