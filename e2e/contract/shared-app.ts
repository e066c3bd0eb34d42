/** One fixture application for all tests of a worker that do not end it: started for the first, put back after each. */
import path from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { firstPage, launch, makeUserDataDir, removeUserDataDir, whenServed } from '../support/launch.ts';

export const APP_DIR = path.join(import.meta.dirname, 'app');

interface Running {
  readonly app: ElectronApplication;
  readonly userDataDir: string;
}

export interface SharedApp {
  /** The application, without a window. */
  readonly take: () => Promise<Running>;
  /** After a test that went well. @throws if something of the test stays; then the next gets another */
  readonly putBack: () => Promise<void>;
  /** After a test that did not: nobody knows what state it left. */
  readonly drop: () => Promise<void>;
}

/** @returns what is left of the listeners, once the last window is gone */
async function clear(app: ElectronApplication): Promise<string[]> {
  const listeners = await app.evaluate(() => globalThis.putBack());
  await expect.poll(() => app.windows().length, 'windows of the test').toBe(0);
  return listeners;
}

async function startApp(): Promise<Running & { readonly rested: string[] }> {
  const userDataDir = makeUserDataDir();
  const app = await launch({ appDir: APP_DIR, userDataDir });
  await firstPage(app);
  await app.evaluate(() => {
    globalThis.stayOpen = true;
  });
  return { app, userDataDir, rested: await clear(app) };
}

export function createSharedApp(): SharedApp {
  let running: Awaited<ReturnType<typeof startApp>> | null = null;
  async function drop(): Promise<void> {
    const dropped = running;
    running = null;
    if (dropped === null) return;
    await dropped.app.close();
    removeUserDataDir(dropped.userDataDir);
  }
  return {
    async take() {
      running ??= await startApp();
      return running;
    },
    async putBack() {
      if (running === null) return;
      try {
        expect(await clear(running.app), 'listeners, which a test takes away again').toEqual(running.rested);
      } catch (error) {
        await drop();
        throw error;
      }
    },
    drop,
  };
}

/** @returns a new window of the application, with its page; nothing of earlier ones is in `seen` */
export async function openPage(app: ElectronApplication): Promise<Page> {
  // Not one that an earlier test opened and destroyed at once, which Playwright may tell of only now.
  const isServed = (page: Page): Promise<boolean> =>
    whenServed(page).then(
      () => true,
      () => false,
    );
  const opened = app.waitForEvent('window', isServed);
  await app.evaluate(async () => {
    globalThis.seen.length = 0;
    await globalThis.openWindow().loadURL('app://contract/index.html');
  });
  return opened;
}
