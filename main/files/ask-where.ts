import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { withEnding } from './write-whole.ts';
import type { Ending } from './write-whole.ts';

/** Asks where a file should go. Null if the person thought better of it. */
export async function askWhere(parent: BrowserWindow | null, suggestedName: string, ending: Ending): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), withEnding(suggestedName, ending)),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  };
  const chosen = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
  return chosen.canceled || chosen.filePath === '' ? null : withEnding(chosen.filePath, ending);
}
