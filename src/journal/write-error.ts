import { JournalWriteError } from '../records/index.ts';

/** SQLite's 13 is SQLITE_FULL; the operating system's own words for a full disk are ENOSPC and EDQUOT. */
export function asWriteError(error: unknown): JournalWriteError {
  if (error instanceof JournalWriteError) return error;
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string };
  const full = errcode === 13 || code === 'ENOSPC' || code === 'EDQUOT';
  return new JournalWriteError(full ? 'full' : 'other', message ?? 'unknown');
}
