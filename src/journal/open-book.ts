import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { JournalWriteError, onDisk } from '../records/index.ts';
import type { WriteFault } from '../records/index.ts';
import { refuseNewer, userVersion } from './file-version.ts';
import { asItLies, openDatabase, openFile } from './open-file.ts';
import type { OpenDatabase, OpenFile } from './open-file.ts';
import { BOOK_VERSION, FIRST_BOOK_VERSION, schemaSql, tableNames } from './schema.ts';
import { prepareStatements } from './statements.ts';
import type { Statements } from './statements.ts';

export interface BookOptions {
  readonly file: string;
  readonly open?: OpenDatabase | undefined;
  /** Gives room back to a full disk; false: there is none to give. */
  readonly giveRoom: () => boolean;
}

/** The journal's file while it is open. It may be opened anew: what was read-only or gone can come back. */
export interface Book {
  readonly db: () => DatabaseSync;
  readonly sql: () => Statements;
  /** The form that the file has: this Kassa's, or an older one. */
  readonly version: () => number;
  /** Why it cannot be written; null: as far as is known it can be. */
  readonly hindered: () => JournalWriteError | null;
  /**
   * To be called before each write: opens the file anew if it can only be read so far, or has failed. What `sameBook` does not
   * take is left alone, and the one before stays. @throws JournalWriteError: it cannot be written yet
   */
  readonly makeWritable: (sameBook: (sql: Statements) => boolean) => void;
  /** A write has come to this. */
  readonly failed: (fault: JournalWriteError) => void;
  /** Its form is this Kassa's from here on. */
  readonly formChanged: () => void;
  readonly close: () => void;
}

const SAME_DOOR: ReadonlySet<WriteFault> = new Set(['full', 'locked', 'changed']);

interface Opened extends OpenFile {
  readonly version: number;
  readonly sql: Statements;
}

/**
 * Opens the journal's file: WAL, and `synchronous=FULL`, so that what was committed survives a power cut. A new one gets
 * this Kassa's form. One that is there keeps its own, and nothing is written to it here: a start needs no write (PF-15).
 * @throws NewerFileError before anything was touched
 */
export function openBook({ file, open = openDatabase, giveRoom }: BookOptions): Book {
  let now = existsSync(file) ? openThere() : openNew();
  let opensAnew = now.openness === 'reading';

  function openThere(): Opened {
    refuseNewer(file, BOOK_VERSION, open);
    const opened = openFile({ file, open, giveRoom });
    try {
      return prepared(opened, opened.openness === 'reading' ? readForm(opened.db) : formOf(opened.db));
    } catch (error) {
      opened.db.close();
      throw error;
    }
  }

  /** @throws JournalWriteError: there is no room for it, or the folder takes none */
  function openNew(): Opened {
    return onDisk(() => {
      const db = open(file, { readOnly: false });
      try {
        db.exec('PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=100;');
        return prepared({ db, openness: 'shared', hindered: null }, formOf(db));
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  /**
   * Two doors to one file do not go together: what keeps one from writing keeps the other, and when one is closed the system
   * takes the locks of the other away. So it is looked whether the book is there, the old door is closed, the new one opened.
   */
  function openAnew(sameBook: (sql: Statements) => boolean): void {
    onDisk(() => {
      const there = existsSync(file) ? openToRead() : null;
      const isSame = there !== null && sameBook(there.sql);
      there?.db.close();
      if (!isSame) throw new JournalWriteError('io', 'it is gone, or another file lies in its place');
      closeDoor(now.db);
      try {
        now = openThere();
      } catch (error) {
        // What was there a moment ago can at least be read on.
        now = openToRead();
        throw error;
      }
    });
    if (now.openness === 'reading') throw now.hindered ?? new JournalWriteError('other', 'it cannot be written');
    opensAnew = false;
  }

  function openToRead(): Opened {
    const [location, setUp] = asItLies(file);
    const db = open(location, { readOnly: true });
    try {
      db.exec(setUp);
      return prepared({ db, openness: 'reading', hindered: now.hindered }, readForm(db));
    } catch (error) {
      db.close();
      throw error;
    }
  }

  return {
    db: () => now.db,
    sql: () => now.sql,
    version: () => now.version,
    hindered: () => (opensAnew ? now.hindered : null),
    makeWritable(sameBook) {
      if (opensAnew) openAnew(sameBook);
    },
    failed({ reason }) {
      // Room comes back, and a lock goes, behind the same door; another one leads to what was mounted anew.
      if (SAME_DOOR.has(reason) || now.openness === 'alone' || file === ':memory:') return;
      opensAnew = true;
    },
    formChanged() {
      now = prepared(now, BOOK_VERSION);
    },
    close: () => closeDoor(now.db),
  };
}

/** One that could not be opened anew is closed already. */
function closeDoor(db: DatabaseSync): void {
  try {
    db.close();
  } catch (error) {
    if (!(error instanceof Error) || !/not open/.test(error.message)) throw error;
  }
}

function prepared(opened: OpenFile, version: number): Opened {
  return { ...opened, version, sql: prepareStatements(opened.db, tableNames(version)) };
}

function hasTable(db: DatabaseSync, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

/**
 * The form of the file; one without tables gets this Kassa's.
 * @throws JournalWriteError: the disk takes no tables; a start before may have found it so too, and left the file empty
 */
function formOf(db: DatabaseSync): number {
  if (!hasTable(db, 'entry')) return onDisk(() => newForm(db));
  keepLog(db);
  const version = readForm(db);
  // Makes its tables whole if an earlier start was cut off while it made them; today's are made in one transaction.
  if (version < BOOK_VERSION) db.exec(schemaSql(tableNames(version)));
  return version;
}

function readForm(db: DatabaseSync): number {
  const numbered = userVersion(db);
  const version = numbered === 0 ? FIRST_BOOK_VERSION : numbered;
  // The first Kassas did not look at the number but wrote theirs: what they then wrote lies beside what is in the new tables.
  if (version < BOOK_VERSION && hasTable(db, tableNames(BOOK_VERSION).disbursement))
    throw new Error('the journal was used by an older Kassa after its form had been changed; nothing was touched');
  return version;
}

function newForm(db: DatabaseSync): number {
  keepLog(db);
  db.exec(`BEGIN IMMEDIATE; ${schemaSql(tableNames(BOOK_VERSION))} PRAGMA user_version=${BOOK_VERSION}; COMMIT;`);
  return BOOK_VERSION;
}

/** A file has a write-ahead log from its first day on, so as a rule this changes nothing. */
function keepLog(db: DatabaseSync): void {
  const { journal_mode: mode } = db.prepare('PRAGMA journal_mode').get() as { journal_mode: string };
  if (mode !== 'wal' && mode !== 'memory') db.exec('PRAGMA journal_mode=WAL');
}
