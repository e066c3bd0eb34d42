import type { Journal, WriteFault } from '../records/index.ts';
import { openCloseTable } from './close-table.ts';
import { copyName, keepCopy } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open-book.ts';
import type { OpenDatabase } from './open-file.ts';
import { createReader } from './reader.ts';
import { createReading } from './reading.ts';
import { openReserve } from './reserve.ts';
import { BOOK_VERSION, tableNames } from './schema.ts';
import { verifyJournal } from './verify.ts';
import { createWriting } from './writing.ts';

export interface JournalOptions {
  /** A file, or `:memory:` (tests). Created if it is not there; its folder exists. */
  readonly file: string;
  /** Stamps entries: ISO 8601. */
  readonly nowIso: () => string;
  /** Called before every write; a test makes it throw to fail the Nth write. */
  readonly beforeWrite?: () => void;
  /** SQLite's door; a test may let the disk fail behind it. */
  readonly openDatabase?: OpenDatabase;
  /** Told whenever the disk begins to refuse records for another reason, or takes them again; also how it is at the start. */
  readonly onFault?: (fault: WriteFault | null) => void;
  /** Rows that cannot be read are kept where they are and told here; they hide no other (security, promise 4). */
  readonly onDamage?: (what: string, detail: string) => void;
  /** A payment, a refund or a close whose state is not known: told once each. It goes on in a state that is safe. */
  readonly onUnknownState?: (what: string, detail: string) => void;
}

/**
 * Opens the journal, and writes nothing to one that is there (PF-15): where the disk cannot be written it can be read all the
 * same, and is written as soon as the disk takes it. What `write` returned from survives a power cut.
 * @throws NewerFileError @throws JournalWriteError: there is none yet, and the disk takes none
 */
export function openJournal(options: JournalOptions): Journal {
  const { nowIso, beforeWrite, onFault = () => undefined } = options;
  const reserve = openReserve(options.file);
  const book = openBook({ file: options.file, open: options.openDatabase, giveRoom: () => reserve.giveUp() });
  let isClosed = false;
  const { sql, version } = book;
  const closes = openCloseTable(() => sql().closes);
  const reader = createReader(options);
  const writing = createWriting({ book, closes, reader, reserve, nowIso, beforeWrite, onFault });
  const { chained, writes, ...written } = writing;
  onFault(writing.fault());

  /** All steps, the new number and the entry that says so, in one transaction. */
  function changeForm(kassa: string): void {
    chained.transaction(() => {
      for (const step of MIGRATIONS) if (step.to > version()) step.run(book.db());
      book.db().exec(`PRAGMA user_version=${BOOK_VERSION}`);
      const body = { from: version(), to: BOOK_VERSION, kassa, copy: copyName(options.file, version()) };
      return chained.addEntries([{ kind: 'journal.migrated', subject: 'journal', body }]);
    });
    book.formChanged();
  }

  return {
    ...createReading({ sql, closes, reader, writes }),
    ...written,
    verify: (last) => verifyJournal(book.db(), tableNames(version()), last),
    hasOldForm: () => version() < BOOK_VERSION,
    async migrate({ kassa, freeBytes }) {
      if (version() >= BOOK_VERSION) return { kind: 'current' };
      const hindered = await keepCopy(options.file, version(), freeBytes);
      if (isClosed) return { kind: 'closed' };
      if (hindered !== null) return hindered;
      try {
        changeForm(kassa);
        return { kind: 'migrated' };
      } catch (error) {
        return { kind: 'failed', detail: error instanceof Error ? error.message : 'unknown' };
      }
    },
    close() {
      isClosed = true;
      book.close();
    },
  };
}
