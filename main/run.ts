import './boot/no-generated-code.ts'; // first: before any schema is made
import { app } from 'electron';
import { bootWork } from './boot-work.ts';
import { runBoot } from './boot/boot-plan.ts';
import { restartOnCrash } from './boot/crash.ts';
import { startFailed } from './boot/start-failed.ts';
import { createLog } from './log/log.ts';
import { namesOfFolders, openDataFolder } from './storage/data-folder.ts';

/** Runs the till. Whatever keeps it from starting is told in a box. @param dataDir the folder asked for on the command line, else null. */
export async function run(dataDir: string | null): Promise<void> {
  const names = namesOfFolders(dataDir ?? app.getPath('userData'));
  const log = createLog(names.logs);
  restartOnCrash(names, log);
  try {
    const folder = openDataFolder(app, dataDir);
    log('info', 'start', { version: app.getVersion(), platform: process.platform });
    await runBoot(bootWork(folder, log), (step) => log('info', `start: ${step}`, { sinceStartMs: Math.round(performance.now()) }));
  } catch (error) {
    await startFailed(error, names, log);
  }
}
