import { app, dialog } from 'electron';
import { translator } from '../../src/text/index.ts';
import type { Log } from '../log/log.ts';

/** Tells a person in their language that Kassa did not start, and ends. */
export function startFailed(error: unknown, logFolder: string, log: Log): void {
  log('error', 'start failed', { error });
  const t = translator(app.getLocale().startsWith('sv') ? 'sv' : 'en');
  const detail = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(t('shell.start.failed'), t('shell.start.failedWhat', { detail, folder: logFolder }));
  app.exit(1);
}
