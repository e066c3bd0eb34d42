export { openJournal } from './journal.ts';
export type { JournalOptions } from './journal.ts';
export { openProductStore } from './product-store.ts';
