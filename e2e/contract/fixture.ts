/**
 * The fixture application, in whichever runtime is in use: one for all tests of a worker, put back after each, and others
 * for tests that end it, crash it or need it started their way.
 */
import type { ElectronApplication, Page } from '@playwright/test';
import { test as base } from '../support/base-test.ts';
import { KIND_VARIABLE, launch, makeUserDataDir, removeUserDataDir, type LaunchOptions } from '../support/launch.ts';
import { APP_DIR, createSharedApp, openPage, type SharedApp } from './shared-app.ts';

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
  /** @returns how many listeners each event has, in words */
  var putBack: () => string[];
}

interface WorkerFixtures {
  readonly sharedApp: SharedApp;
}
interface Fixtures {
  /** Where what `start` starts keeps its data. */
  readonly userDataDir: string;
  /** Starts an application for this test alone, with a window. */
  readonly start: (more?: Partial<LaunchOptions>) => Promise<ElectronApplication>;
  /** Other tests use it too, before and after. It has no window but those that the test opens, or `page`. */
  readonly app: ElectronApplication;
  /** Where `app` keeps its data. */
  readonly appDataDir: string;
  /** A window of `app`, for this test alone. */
  readonly page: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedApp: [
    async ({}, use) => {
      const shared = createSharedApp();
      await use(shared);
      await shared.drop();
    },
    { scope: 'worker' },
  ],
  // The page has a script that its policy forbids, and asks for what is not there.
  tolerated: ({}, use) => use([/Content Security Policy/, /Failed to load resource/]),
  userDataDir: async ({}, use) => {
    const dir = makeUserDataDir();
    await use(dir);
    removeUserDataDir(dir);
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
  app: async ({ sharedApp }, use, testInfo) => {
    await use((await sharedApp.take()).app);
    if (testInfo.status === testInfo.expectedStatus) await sharedApp.putBack();
    else await sharedApp.drop();
  },
  appDataDir: async ({ sharedApp }, use) => use((await sharedApp.take()).userDataDir),
  page: async ({ app }, use) => use(await openPage(app)),
});
export { expect } from '@playwright/test';
export { APP_DIR } from './shared-app.ts';

/** @returns what has happened in the main process so far */
export function seenIn(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => globalThis.seen);
}
