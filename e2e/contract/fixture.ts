/** Starts the fixture application for each test, in whichever runtime is in use, and removes what it leaves. */
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { test as base } from '../support/base-test.ts';
import { KIND_VARIABLE, firstPage, launch, makeUserDataDir, type LaunchOptions } from '../support/launch.ts';

export const APP_DIR = path.join(import.meta.dirname, 'app');
export const isStandIn = process.env[KIND_VARIABLE] === 'stand-in';

/** What the fixture's preload exposes. */
export interface ContractApi {
  readonly version: string;
  readonly nested: { readonly list: number[] };
  readonly add: (a: number, b: number) => Promise<number>;
  readonly echo: (value: unknown) => Promise<unknown>;
  readonly fail: () => Promise<never>;
  readonly missing: () => Promise<never>;
  readonly who: () => Promise<unknown>;
  readonly sendFunction: () => Promise<never>;
  readonly note: (value: string) => void;
  readonly onNoted: (listener: (value: string, more: { at: Date }) => void) => () => void;
  readonly double: (n: number) => number;
  readonly throwHere: () => never;
}

declare global {
  interface Window {
    readonly contract: ContractApi;
    readonly fromScript?: boolean;
  }
  /** The fixture's own, in its main process. */
  var seen: string[];
  var stayOpen: boolean | undefined;
  var keychainBeforeReady: Promise<boolean>;
  var note: (event: string) => void;
  var openWindow: (options?: object) => Electron.BrowserWindow;
}

interface Fixtures {
  readonly userDataDir: string;
  readonly start: (more?: Partial<LaunchOptions>) => Promise<ElectronApplication>;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  // The page has a script that its policy forbids, and asks for what is not there.
  tolerated: ({}, use) => use([/Content Security Policy/, /Failed to load resource/]),
  userDataDir: async ({}, use) => {
    const dir = makeUserDataDir();
    await use(dir);
    fs.rmSync(dir, { recursive: true, force: true });
  },
  start: async ({ userDataDir }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (more = {}) => {
      const app = await launch({ appDir: APP_DIR, userDataDir, ...more });
      running.add(app);
      app.once('close', () => running.delete(app));
      return app;
    });
    for (const app of running) await app.close();
  },
  app: async ({ start }, use) => use(await start()),
  page: async ({ app }, use) => use(await firstPage(app)),
});
export { expect } from '@playwright/test';

/** @returns what has happened in the main process so far */
export function seenIn(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => globalThis.seen);
}
