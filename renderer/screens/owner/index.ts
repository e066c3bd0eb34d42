export * from './new-pin-fields.tsx';
export * from './owner-dialog.tsx';
export * from './owner-pin-fields.tsx';
export * from './recover-form.tsx';
export * from './recovery-code.tsx';
export * from './supervisor-form.tsx';
export * from './use-owner-pin.ts';
