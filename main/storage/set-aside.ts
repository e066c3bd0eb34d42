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
    const damagedFile = damagedName(path, now);
    renameSync(path, join(dirname(path), damagedFile));
    return { opened: open(), damagedFile };
  }
}

function damagedName(path: string, now: Date): string {
  const ending = extname(path);
  return `${basename(path, ending)}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}${ending}`;
}

/** Keeps a copy of a file of which a part is damaged, under a name with the time in it. Durable when it returns. */
export function copyDamaged(path: string, now: Date): void {
  const copy = join(dirname(path), damagedName(path, now));
  copyFileSync(path, copy);
  makeDurable(copy);
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
