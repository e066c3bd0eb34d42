/** Starts an application in whichever runtime is in use, for a test. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
import { watchApplication } from './mishaps.ts';

/** Set once by `global-setup.ts`. */
export const EXECUTABLE_VARIABLE = 'KASSA_E2E_EXECUTABLE';
export const KIND_VARIABLE = 'KASSA_E2E_RUNTIME';

/** The built Kassa: the folder whose package.json names out/main/index.js. */
export const KASSA_DIR = path.join(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  /** The application's folder; Kassa's if absent. */
  readonly appDir?: string;
  /** Where it keeps its data: the same folder again is a restart. */
  readonly userDataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The program that runs it, outside the test runner; otherwise the one `global-setup.ts` chose. */
  readonly executable?: string;
}

export function executablePath(): string {
  const chosen = process.env[EXECUTABLE_VARIABLE];
  if (chosen === undefined) throw new Error('global-setup.ts has not run');
  return chosen;
}

/** @returns the command line an application is started with, for tests that start it without Playwright */
export function commandLine({ appDir = KASSA_DIR, userDataDir, args = [] }: LaunchOptions): string[] {
  // Chromium's own sandbox does not start for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, appDir, `--user-data-dir=${userDataDir}`, ...args];
}

/** Where the tests' own programs keep what Node has compiled: the application is started as people start it. */
const FOR_TESTS_ONLY = 'NODE_COMPILE_CACHE';
/** Of a real Electron: far longer than a start takes, and short enough for a payment that waits for the till to be started again. */
const ATTACH_LIMIT_MS = 10_000;

export async function launch(options: LaunchOptions): Promise<ElectronApplication> {
  const isReal = process.env[KIND_VARIABLE] === 'electron';
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== FOR_TESTS_ONLY,
  );
  const attach = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: options.executable ?? executablePath(),
      args: commandLine(options),
      env: { ...Object.fromEntries(inherited), ...options.env },
      // Playwright would otherwise show every page the light theme, whatever the application says.
      colorScheme: null,
      ...(isReal ? { timeout: ATTACH_LIMIT_MS } : {}),
    });
  const app = await attach().catch((error: unknown) => {
    if (!isReal || !hasMissedPage(error)) throw error;
    process.stderr.write('Playwright missed the first page of a window; the application is started again.\n');
    return attach();
  });
  watchApplication(app);
  return app;
}

/**
 * Of a real Electron, Playwright misses the first page of a window that arrives while it attaches, and then waits for it
 * for ever: about one start in a hundred. The application itself has started well.
 */
function hasMissedPage(error: unknown): boolean {
  return error instanceof errors.TimeoutError && error.message.includes('DevTools listening on');
}

/** A custom scheme as pages see it: itself in Electron, a reserved https origin in the stand-in. */
const SERVED = /^(app:\/\/|https:\/\/[^/]+\.app\.invalid\/)/;

/** @returns the window, once its own page (and not the blank one it opens with) has loaded */
export async function whenServed(page: Page): Promise<Page> {
  await page.waitForURL(SERVED);
  return page;
}

/** @returns the first window, once its own page has loaded */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  return whenServed(await app.firstWindow());
}

/** @returns an empty folder for an application's data; the caller removes it with `removeUserDataDir` */
export function makeUserDataDir(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-e2e-'));
}

/** Removes it. Chromium's helper processes outlive the application by a moment, and may still write while it goes. */
export function removeUserDataDir(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
