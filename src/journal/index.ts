export { openJournal } from './journal.ts';
export type { JournalOptions } from './journal.ts';
export type { OpenDatabase } from './open-file.ts';
export { openProductStore } from './product-store.ts';
