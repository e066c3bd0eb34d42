/* What crosses between the core and its windows: the calls and intents with their schemas, and the views that windows draw. */
export * from './channels.ts';
export type { AttachOffer, CloseDocument, CloseRow, CloseView, DayView, OpenLine, ReportDocumentView, ReportRunView } from './day-view.ts';
export * from './intents.ts';
export * from './ipc.ts';
export * from './owner-pin.ts';
export * from './disbursement-intents.ts';
export * from './disbursement-view.ts';
export * from './payment-view.ts';
export * from './setup-view.ts';
export * from './shop-rules.ts';
export * from './shortcut-actions.ts';
export * from './snapshot.ts';
export * from './unresolved-view.ts';
