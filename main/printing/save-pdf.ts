import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { withPdfEnding } from './write-pdf.ts';

/** Asks where a PDF should go. Null if the person thought better of it. */
export async function askWhere(parent: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), withPdfEnding(suggestedName)),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const chosen = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
  return chosen.canceled || chosen.filePath === '' ? null : withPdfEnding(chosen.filePath);
}
