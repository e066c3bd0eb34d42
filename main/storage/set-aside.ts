import { closeSync, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Opens a file that may be damaged. If `open` throws, the file is kept beside under a name with the time in it, never
 * deleted, and `open` gets a second, last try on the free name.
 * @returns what was opened, and the name of the damaged file if there was one.
 */
export function openOrSetAside<Opened>(
  path: string,
  now: Date,
  open: () => Opened,
): { readonly opened: Opened; readonly damagedFile: string | null } {
  try {
    return { opened: open(), damagedFile: null };
  } catch {
    const ending = extname(path);
    const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
    const damagedFile = `${basename(path, ending)}.damaged-${stamp}${ending}`;
    renameSync(path, join(dirname(path), damagedFile));
    return { opened: open(), damagedFile };
  }
}

/** Keeps a copy of the file beside it, under a name with the version of its form: `settings.v1.json`. Durable when it returns. */
export function copyBeside(path: string, version: number): void {
  const ending = extname(path);
  const copy = join(dirname(path), `${basename(path, ending)}.v${version}${ending}`);
  copyFileSync(path, copy);
  makeDurable(copy);
}

/** Makes a file that was renamed into place durable: its content, and (where the system can) its name. */
export function makeDurable(path: string): void {
  sync(path, 'r+');
  if (process.platform !== 'win32') sync(dirname(path), 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
