import type { Journal } from '../records/index.ts';
import { openCloseTable } from './close-table.ts';
import { copyName, keepCopy } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open-book.ts';
import { createReader } from './reader.ts';
import { createReading } from './reading.ts';
import { openReserve } from './reserve.ts';
import { BOOK_VERSION, tableNames } from './schema.ts';
import { prepareStatements } from './statements.ts';
import type { Statements } from './statements.ts';
import { verifyJournal } from './verify.ts';
import { asWriteError } from './write-error.ts';
import { createWriting } from './writing.ts';

export interface JournalOptions {
  /** A file, or `:memory:` (tests). Created if it is not there; its folder exists. */
  readonly file: string;
  /** Stamps entries: ISO 8601. */
  readonly nowIso: () => string;
  /** Called before every write; a test makes it throw to fail the Nth write. */
  readonly beforeWrite?: () => void;
  /** Rows that cannot be read are kept where they are and told here; they hide no other (security, promise 4). */
  readonly onDamage?: (what: string, detail: string) => void;
  /** A payment, a refund or a close whose state is not known: told once each. It goes on in a state that is safe. */
  readonly onUnknownState?: (what: string, detail: string) => void;
}

/** Opens the journal. What `write` returned from survives a power cut. @throws NewerFileError */
export function openJournal(options: JournalOptions): Journal {
  const book = openBook(options.file);
  const { db } = book;
  let { version } = book;
  let statements = prepareStatements(db, tableNames(version));
  let isClosed = false;
  const sql = (): Statements => statements;
  const closes = openCloseTable(db);
  const reader = createReader(options);
  const { nowIso, beforeWrite } = options;
  const { write, reserve, nextReceiptNumber, chained } = createWriting({
    db,
    sql,
    closes,
    reader,
    reserve: openReserve(options.file),
    nowIso,
    beforeWrite,
  });

  /** All steps, the new number and the entry that says so, in one transaction. */
  function changeForm(kassa: string): void {
    chained.transaction(() => {
      for (const step of MIGRATIONS) if (step.to > version) step.run(db);
      db.exec(`PRAGMA user_version=${BOOK_VERSION}`);
      const body = { from: version, to: BOOK_VERSION, kassa, copy: copyName(options.file, version) };
      return chained.addEntries([{ kind: 'journal.migrated', subject: 'journal', body }]);
    });
    version = BOOK_VERSION;
    statements = prepareStatements(db, tableNames(version));
  }

  return {
    ...createReading({ sql, closes, reader }),
    write,
    reserve,
    nextReceiptNumber,
    verify: (last) => verifyJournal(db, tableNames(version), last),
    hasOldForm: () => version < BOOK_VERSION,
    async migrate({ kassa, freeBytes }) {
      if (version >= BOOK_VERSION) return { kind: 'current' };
      const hindered = await keepCopy(options.file, version, freeBytes);
      if (isClosed) return { kind: 'closed' };
      if (hindered !== null) return hindered;
      try {
        changeForm(kassa);
        return { kind: 'migrated' };
      } catch (error) {
        return { kind: 'failed', detail: asWriteError(error).message };
      }
    },
    close() {
      isClosed = true;
      db.close();
    },
  };
}
