import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandLine, executablePath, firstPage } from '../support/launch.ts';
import { alive, descendantsOf } from '../support/processes.ts';
import { APP_DIR, expect, seenIn, test } from './fixture.ts';

test('quitting tells the application, closes the windows, and tells it again', async ({ start, userDataDir }) => {
  const log = path.join(userDataDir, 'quit.log');
  const app = await start({ env: { CONTRACT_LOG: log } });
  await firstPage(app);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  expect(await ended).toBe(0);
  expect(fs.readFileSync(log, 'utf8').trim().split('\n')).toEqual(['before-quit', 'will-quit', 'quit']);
});

test('the last window to close ends the application through window-all-closed', async ({ start, userDataDir }) => {
  const log = path.join(userDataDir, 'quit.log');
  const app = await start({ env: { CONTRACT_LOG: log } });
  const page = await firstPage(app);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.evaluate(() => window.close()).catch(() => undefined);
  expect(await ended).toBe(0);
  const events = ['window-all-closed', 'before-quit', 'will-quit', 'quit'];
  expect(fs.readFileSync(log, 'utf8').trim().split('\n')).toEqual(events);
});

test('a window that refuses to close keeps the application from quitting', async ({ app, page }) => {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.once('close', (event) => event.preventDefault());
    electron.quit();
  });
  expect(await page.evaluate(() => window.contract.add(1, 1))).toBe(2);
  const seen = await seenIn(app);
  expect(seen).toContain('before-quit');
  expect(seen).not.toContain('will-quit');
});

test('a rejection that nobody handles is said, and the application goes on', async ({ app, expectMishap }) => {
  expectMishap(/main process: .*UnhandledPromiseRejection/);
  await app.evaluate(() => {
    setImmediate(() => void Promise.reject(new Error('nobody waits for this')));
  });
  expect(await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50, 'here')))).toBe('here');
});

test('a second instance ends, and the first hears of it: of its switches before all else', async ({ app, appDataDir }) => {
  const args = commandLine({ appDir: APP_DIR, userDataDir: appDataDir, args: ['a-receipt', '--second'] });
  const second = spawn(executablePath(), args, { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  const told = async (): Promise<string | undefined> => (await seenIn(app)).find((event) => event.startsWith('second-instance'));
  await expect.poll(told).toContain('second-instance of contract: ');
  expect(await told()).toMatch(new RegExp(`--user-data-dir=${appDataDir} --second .*${APP_DIR} a-receipt$`));
});

test('killed, it leaves no process behind, and starts again on the same data', async ({ start }) => {
  const first = await start();
  await firstPage(first);
  const pid = first.process().pid ?? 0;
  const family = descendantsOf(pid);
  expect(family.length).toBeGreaterThan(1);
  const ended = new Promise((resolve) => first.process().once('exit', resolve));
  first.process().kill('SIGKILL');
  await ended;
  const page = await firstPage(await start());
  expect(await page.evaluate(() => window.contract.add(1, 1))).toBe(2);
  await expect.poll(() => alive(family)).toEqual([]);
});

test('names, version and paths are those of the application', async ({ app, appDataDir }) => {
  const facts = await app.evaluate(({ app: electron }) => [
    electron.getName(),
    electron.getVersion(),
    electron.isPackaged,
    electron.getPath('userData'),
  ]);
  expect(facts).toEqual(['Contract', '1.2.3', false, appDataDir]);
});
