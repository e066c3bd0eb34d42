import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Where everything lies that outlives a start. Only this user may read it. */
export interface DataFolder {
  readonly root: string;
  /** The journals. */
  readonly journals: string;
  /** What the built-in simulator remembers of its terminals and invoices. */
  readonly simulator: string;
  readonly logs: string;
}

/** Chooses and creates the folder. Must run before the single-instance lock, which belongs to a folder. */
export function openDataFolder(dataDir: string | null): DataFolder {
  if (dataDir !== null) app.setPath('userData', makeFolder(dataDir));
  const root = makeFolder(app.getPath('userData'));
  return {
    root,
    journals: makeFolder(join(root, 'journals')),
    simulator: makeFolder(join(root, 'simulator')),
    logs: makeFolder(join(root, 'logs')),
  };
}

function makeFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}
