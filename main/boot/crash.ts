import { app, dialog } from 'electron';
import type { Log } from '../log/log.ts';
import type { DataFolder } from '../storage/data-folder.ts';
import { startFailedWords } from './start-failed-words.ts';

/** One that lived shorter than this would only fail again. */
const WORTH_RESTARTING_MS = 60_000;

/**
 * After an error that nobody caught, this process no longer knows what it knows. The journal does: a fresh start asks
 * about every unfinished payment, and within 20 s it saves the sale (PF-15). One that cannot be started again says so.
 */
export function restartOnCrash(folder: Pick<DataFolder, 'root' | 'logs'>, log: Log): void {
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught', { error });
    try {
      if (performance.now() > WORTH_RESTARTING_MS) app.relaunch();
      else tell(error, folder);
    } finally {
      app.exit(1);
    }
  });
  process.on('unhandledRejection', (reason) => log('error', 'unhandled rejection', { reason }));
}

function tell(error: Error, folder: Pick<DataFolder, 'root' | 'logs'>): void {
  const { title, content } = startFailedWords(error, folder, app.getLocale().startsWith('sv') ? 'sv' : 'en');
  dialog.showErrorBox(title, content);
}
