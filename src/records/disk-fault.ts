import { JournalWriteError } from './journal.ts';
import type { WriteFault } from './journal.ts';

/** SQLite's primary result codes that speak of the disk, and not of a mistake in what was asked of it. */
const OF_SQLITE: Readonly<Record<number, WriteFault>> = {
  3: 'readOnly', // SQLITE_PERM
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  7: 'other', // SQLITE_NOMEM
  8: 'readOnly', // SQLITE_READONLY
  10: 'io', // SQLITE_IOERR
  11: 'damaged', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'other', // SQLITE_CANTOPEN: no file can be made beside it
  15: 'locked', // SQLITE_PROTOCOL
  26: 'damaged', // SQLITE_NOTADB
};
/** Of the extended codes, SQLITE_IOERR_SHMSIZE: no room for the index of the log. */
const NO_ROOM_FOR_INDEX = 4874;

/** The operating system's own words. */
const OF_SYSTEM: Readonly<Record<string, WriteFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EBUSY: 'locked',
  EIO: 'io',
  ENXIO: 'io',
  ENODEV: 'io',
  ENOENT: 'io',
  EMFILE: 'other',
  ENFILE: 'other',
};

/** @returns what the disk has to say; null: the error has nothing to do with it, and is a mistake of the programmer */
export function diskFault(error: unknown): JournalWriteError | null {
  if (error instanceof JournalWriteError) return error;
  if (!(error instanceof Error)) return null;
  const { errcode, code, message } = error as Error & { readonly errcode?: unknown; readonly code?: unknown };
  const fault = typeof errcode === 'number' ? ofSqlite(errcode) : typeof code === 'string' ? OF_SYSTEM[code] : undefined;
  return fault === undefined ? null : new JournalWriteError(fault, message);
}

/** An extended code has the primary one in its last byte. */
function ofSqlite(errcode: number): WriteFault | undefined {
  return errcode === NO_ROOM_FOR_INDEX ? 'full' : OF_SQLITE[errcode % 256];
}

/** Runs what touches the disk. @throws JournalWriteError in place of what the disk says; any other error as it is */
export function onDisk<Value>(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw diskFault(error) ?? error;
  }
}
