import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Till } from '../src/till/till.ts';

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

/** After sleep: poll first, think later (PF-04, PF-27). When the system goes down: end in order, without a question. */
export function watchPower(till: Till, endNow: () => void): void {
  powerMonitor.on('resume', () => till.wake());
  powerMonitor.on('unlock-screen', () => till.wake());
  powerMonitor.on('shutdown', endNow);
}
