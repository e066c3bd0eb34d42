import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Till } from '../src/till/till.ts';
import { takeEndingSignals } from './ending-signals.ts';

/** Keeps machine and screen awake while asked to: the code must stay readable as long as a payment is open (PF-01). */
export function createKeepAwake(): (on: boolean) => void {
  let blocker: number | null = null;
  return (on) => {
    if (on) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}

/** After sleep: poll first, think later (PF-04, PF-27). */
export function watchSleep(till: Till): void {
  powerMonitor.on('resume', () => till.wake());
  powerMonitor.on('unlock-screen', () => till.wake());
}

/**
 * The system goes down, the user logs off, a service manager ends us: end in order and without a question, which nobody
 * may be there to answer. What is open is left to the next start (PF-01, PF-15). Call it when Electron is ready.
 */
export function watchSystemEnd(endNow: () => void): void {
  // Electron's types leave the event out. Prevented means: the system waits for us, as long as it cares to.
  const monitor: NodeJS.EventEmitter = powerMonitor;
  monitor.on('shutdown', (event: Electron.Event) => {
    event.preventDefault();
    endNow();
  });
  takeEndingSignals(process, endNow);
}
