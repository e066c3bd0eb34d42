import { app, dialog } from 'electron';
import type { Log } from '../log/log.ts';
import type { DataFolder } from '../storage/data-folder.ts';
import { startFailedWords } from './start-failed-words.ts';

/** Tells a person in their language that Kassa did not start, and ends. */
export async function startFailed(error: unknown, folder: Pick<DataFolder, 'root' | 'logs'>, log: Log): Promise<void> {
  log('error', 'start failed', { error });
  const { title, content } = startFailedWords(error, folder, app.getLocale().startsWith('sv') ? 'sv' : 'en');
  // Before that, Linux shows no box but a line that nobody at a till sees.
  await app.whenReady();
  dialog.showErrorBox(title, content);
  app.exit(1);
}
