import type { ChildProcess } from 'node:child_process';
/**
 * What may happen in no test unseen: errors that nobody caught, in any process or window that a test started. They are
 * collected here while it runs; `base-test.ts` looks at the end.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

const UNCAUGHT = /unhandled ?(promise)? ?rejection|uncaught/i;
const found: string[] = [];

/** @returns what has been found since the last call, in a line each */
export function takeMishaps(): readonly string[] {
  return found.splice(0);
}

export function noteMishap(where: string, what: string): void {
  found.push(`${where}: ${what.trim()}`);
}

/** The lines of a process's stderr that tell of an error which nobody caught. */
export function watchProcess(where: string, { stderr }: Pick<ChildProcess, 'stderr'>): void {
  let rest = '';
  stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (UNCAUGHT.test(line)) noteMishap(where, line);
  });
}

/** An application's main process and every window it has or will open. */
export function watchApplication(app: ElectronApplication): void {
  watchProcess('main process', app.process());
  for (const page of app.windows()) watchPage(page);
  app.on('window', watchPage);
}

export function watchPage(page: Page): void {
  page.on('pageerror', (error) => noteMishap(`window ${page.url()}`, error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') noteMishap(`window ${page.url()}, console`, message.text());
  });
}

/** What the till wrote down itself: it catches what nobody caught, and ends or goes on. @param userDataDir its folder */
export function readTillLog(userDataDir: string): void {
  const file = path.join(userDataDir, 'logs', 'kassa.log');
  if (!fs.existsSync(file)) return;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) if (UNCAUGHT.test(line)) noteMishap('log', line);
}
