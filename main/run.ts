import './boot/no-generated-code.ts'; // first: before any schema is made
import { app } from 'electron';
import { bootWork } from './boot-work.ts';
import { runBoot } from './boot/boot-plan.ts';
import { restartOnCrash } from './boot/crash.ts';
import { startFailed } from './boot/start-failed.ts';
import { createLog } from './log/log.ts';
import { openDataFolder } from './storage/data-folder.ts';

/** Runs the till. @param dataDir the folder asked for on the command line, else null. */
export async function run(dataDir: string | null): Promise<void> {
  const folder = openDataFolder(dataDir);
  const log = createLog(folder.logs);
  restartOnCrash(log);
  log('info', 'start', { version: app.getVersion(), platform: process.platform });
  try {
    await runBoot(bootWork(folder, log), (step) => log('info', `start: ${step}`, { sinceStartMs: Math.round(performance.now()) }));
  } catch (error) {
    await startFailed(error, folder, log);
  }
}
