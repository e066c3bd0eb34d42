import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Where everything lies that outlives a start. Only this user may read it. */
export interface DataFolder {
  readonly root: string;
  /** The journals. */
  readonly journals: string;
  /** What the built-in simulator remembers of its terminals and invoices. */
  readonly simulator: string;
  readonly logs: string;
}

/** What the folders are called, whether they are there or not. */
export function namesOfFolders(root: string): DataFolder {
  return { root, journals: join(root, 'journals'), simulator: join(root, 'simulator'), logs: join(root, 'logs') };
}

/**
 * Chooses and creates the folder. Must run before the single-instance lock, which belongs to a folder.
 * @throws what the file system throws if there can be no journal. Without the other folders a till can ask and sell: whoever
 * wants to write there says what is missing.
 */
export function openDataFolder(app: Pick<App, 'setPath' | 'getPath'>, dataDir: string | null): DataFolder {
  if (dataDir !== null) app.setPath('userData', makeFolder(dataDir));
  const folder = namesOfFolders(makeFolder(app.getPath('userData')));
  makeFolder(folder.journals);
  makeIfPossible(folder.simulator);
  makeIfPossible(folder.logs);
  return folder;
}

function makeFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function makeIfPossible(path: string): void {
  try {
    makeFolder(path);
  } catch {
    // The log says on stderr that it cannot be written; the simulator's start is refused with what is wrong.
  }
}
