import { diskFault, onDisk } from '../records/index.ts';
import type { Batch, JournalWriteError } from '../records/index.ts';
import type { Book } from './open-book.ts';
import type { Reserve } from './reserve.ts';

/** SQLite's own measure: so many pages in the log, and they are moved to the tables. */
const CHECKPOINT_PAGES = 1000;

/** Room on the disk for the journal: what there is, and what is kept for payments under way (PF-02). */
export interface Room {
  /** Makes what is kept whole. @throws JournalWriteError: there is not so much */
  take(): void;
  /** Writes in the room that there is; what happens to money under way also in what is kept. @throws JournalWriteError */
  within(batch: Batch, write: () => void): void;
}

export function createRoom(book: Book, reserve: Reserve): Room {
  return {
    take() {
      if (reserve.isWhole()) return;
      onDisk(() => reserve.take());
      book.db().exec(`PRAGMA wal_autocheckpoint=${CHECKPOINT_PAGES}`);
    },
    within(batch, write) {
      for (;;) {
        const refusal = refusalOf(write);
        if (refusal === null) return;
        if (refusal.reason !== 'full' || !mayUseReserve(batch) || !reserve.release()) throw refusal;
        // Otherwise moving pages from the log to the tables would take what was given for the record.
        book.db().exec('PRAGMA wal_autocheckpoint=0');
      }
    },
  };
}

/** What begins is not to use up what its own end needs, and what a person rings up is not to use up a payment's. */
function mayUseReserve({ attempts, disbursements, begins }: Batch): boolean {
  return begins !== true && ((attempts?.length ?? 0) > 0 || (disbursements?.length ?? 0) > 0);
}

/** @returns why the disk refused it; null: it did not. Any other error is thrown on. */
export function refusalOf(write: () => void): JournalWriteError | null {
  try {
    write();
    return null;
  } catch (error) {
    const refusal = diskFault(error);
    if (refusal === null) throw error;
    return refusal;
  }
}
