import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { diskFault, JournalWriteError } from '../records/index.ts';

/** SQLite's door; a test may hold it, so that a disk fails below everything of Kassa's. */
export type OpenDatabase = (location: string | URL, options: { readonly readOnly: boolean }) => DatabaseSync;

export const openDatabase: OpenDatabase = (location, options) => new DatabaseSync(location, options);

/**
 * How a file is open:
 *  - `shared`: as ever, and others may read it too;
 *  - `alone`: to be written, but with the index of its log in memory: there was no room for that on the disk;
 *  - `reading`: what it holds can be read, and nothing be written.
 */
export type Openness = 'shared' | 'alone' | 'reading';

export interface OpenFile {
  readonly db: DatabaseSync;
  readonly openness: Openness;
  /** Why it is not open as it should be; null: it is. */
  readonly hindered: JournalWriteError | null;
}

/** A file of this Kassa's on a disk that may be full, read-only, or held by another program. */
export interface FileToOpen {
  readonly file: string;
  readonly open: OpenDatabase;
  /** Gives room back to the disk for another try; false: there is none to give. */
  readonly giveRoom: () => boolean;
}

/** What another program holds for a moment is waited for so long, and no longer: payments are asked about meanwhile. */
const BUSY_TIMEOUT_MS = 100;
const WRITING = `PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=${BUSY_TIMEOUT_MS};`;

/**
 * Opens a file that is there. Nothing is written to it: a payment that waits in it can be asked about whatever the disk is
 * like (PF-15). It is opened as ever if that can be; else alone; else after room was given back; else to be read.
 * @throws what SQLite throws for a file that no way can read, or that is none of its own
 */
export function openFile({ file, open, giveRoom }: FileToOpen): OpenFile {
  const hindrances: JournalWriteError[] = [];

  /** Null: the disk does not let it be opened in this way. */
  function attempt(openness: Openness, location: string | URL, setUp: string): OpenFile | null {
    let db: DatabaseSync | null = null;
    try {
      db = open(location, { readOnly: openness === 'reading' });
      db.exec(setUp);
      // The first to touch the file: whatever keeps it from being read shows here.
      db.prepare('SELECT COUNT(*) FROM sqlite_master').get();
      return { db, openness, hindered: hindrances[0] ?? null };
    } catch (error) {
      db?.close();
      const fault = diskFault(error);
      if (fault === null || fault.reason === 'damaged') throw error;
      hindrances.push(withReason(fault, file));
      return null;
    }
  }

  const toWrite = (): OpenFile | null =>
    attempt('shared', file, WRITING) ?? attempt('alone', file, `PRAGMA locking_mode=EXCLUSIVE; ${WRITING}`);
  const opened = toWrite() ?? (giveRoom() ? toWrite() : null) ?? attempt('reading', ...asItLies(file));
  if (opened !== null) return opened;
  throw hindrances[0] ?? new Error(`${file} cannot be opened`);
}

/**
 * How a file is read whose folder takes no other file: without locks, and with the index of its log in memory. Where there is
 * no log, the file alone is all there is. Only one Kassa runs, and whoever comes here could not write.
 */
export function asItLies(file: string): readonly [URL, string] {
  const location = pathToFileURL(file);
  if (hasLog(file)) {
    location.searchParams.set('vfs', process.platform === 'win32' ? 'win32-none' : 'unix-none');
    return [location, 'PRAGMA locking_mode=EXCLUSIVE'];
  }
  location.searchParams.set('immutable', '1');
  return [location, ''];
}

/** SQLite says that it cannot open a file, and not why: it may not be written, or its disk has no room for one beside it. */
function withReason(fault: JournalWriteError, file: string): JournalWriteError {
  if (fault.reason !== 'other') return fault;
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK);
    const { bavail, files, ffree } = statfsSync(dirname(file));
    return bavail === 0 || (files > 0 && ffree === 0) ? new JournalWriteError('full', fault.message) : fault;
  } catch (error) {
    return diskFault(error) ?? fault;
  }
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
