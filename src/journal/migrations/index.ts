import type { Migration } from './migration.ts';
import { TO_2 } from './to-2.ts';

/** In their order, without a gap, up to BOOK_VERSION. */
export const MIGRATIONS: readonly Migration[] = [TO_2];
