import { app } from 'electron';
import type { Log } from '../log/log.ts';

/** One that lived shorter than this would only fail again. */
const WORTH_RESTARTING_MS = 60_000;

/**
 * After an error that nobody caught, this process no longer knows what it knows. The journal does: a fresh start asks
 * about every unfinished payment, and within 20 s it saves the sale (PF-15).
 */
export function restartOnCrash(log: Log): void {
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught', { error });
    try {
      if (performance.now() > WORTH_RESTARTING_MS) app.relaunch();
    } finally {
      app.exit(1);
    }
  });
  process.on('unhandledRejection', (reason) => log('error', 'unhandled rejection', { reason }));
}
