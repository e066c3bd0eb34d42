import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { MigrationHindrance } from '../records/index.ts';

/** So much stays free beside the copy: days of receipts. */
const LEFT_FREE_BYTES = 64 * 1024 * 1024;
/** The whole file in one breath, off this thread: one moment's, however much is written to it meanwhile. */
const ALL_PAGES = 2 ** 31 - 1;

/** Copies that are being made, by the file: a session that begins anew may meet that of the one before. */
const copying = new Map<string, Promise<unknown>>();

/** The name under which the file of an older form is kept. */
export function copyName(file: string, version: number): string {
  const ending = extname(file);
  return `${basename(file, ending)}.v${version}${ending}`;
}

/**
 * Keeps a copy of the file beside it, durable under its name when this resolves, or not there at all.
 * @returns what keeps it from being made, else null. Never rejects.
 */
export async function keepCopy(file: string, version: number, freeBytes: () => Promise<number>): Promise<MigrationHindrance | null> {
  await copying.get(file);
  const made = copy(file, join(dirname(file), copyName(file, version)), freeBytes);
  copying.set(file, made);
  const hindered = await made;
  copying.delete(file);
  return hindered;
}

async function copy(file: string, to: string, freeBytes: () => Promise<number>): Promise<MigrationHindrance | null> {
  const part = `${to}.part`;
  let source: DatabaseSync | null = null;
  try {
    source = new DatabaseSync(file, { readOnly: true });
    if ((await freeBytes()) < sizeOf(source) + LEFT_FREE_BYTES) return { kind: 'noRoom' };
    await rm(part, { force: true });
    await backup(source, part, { rate: ALL_PAGES });
    await sync(part, 'r+');
    await rename(part, to);
    if (process.platform !== 'win32') await sync(dirname(to), 'r');
    return null;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return { kind: 'failed', detail: error instanceof Error ? error.message : 'unknown' };
  } finally {
    source?.close();
  }
}

function sizeOf(db: DatabaseSync): number {
  const { bytes } = db.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size').get() as {
    bytes: number;
  };
  return bytes;
}

async function sync(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
