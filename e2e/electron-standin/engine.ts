/** The running Chromium, for whoever opens windows in it. */
import type { Chromium } from './chromium.ts';
import { Targets } from './targets.ts';

export interface Engine {
  readonly chromium: Chromium;
  readonly targets: Targets;
}

let running: Engine | undefined;

/** Called once Chromium answers; windows cannot be made before. */
export async function startEngine(chromium: Chromium): Promise<void> {
  const targets = new Targets(chromium);
  await targets.start();
  running = { chromium, targets };
}

export function engine(): Engine {
  if (running === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
  return running;
}
