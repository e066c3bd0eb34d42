/** How a system ends an application: whose handler has a signal depends on when it was installed. */
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { firstPage } from '../support/launch.ts';
import { expect, test } from './fixture.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];
/** What Electron's own handler does. */
const QUITS = ['before-quit', 'will-quit', 'quit'];

interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly events: readonly string[];
}

/** Sends the signal to the application alone, and waits for its end. */
async function endBy(app: ElectronApplication, signal: Signal, log: string): Promise<Ending> {
  const child = app.process();
  const ended = new Promise<Omit<Ending, 'events'>>((resolve) => child.once('exit', (exitCode, by) => resolve({ exitCode, signal: by })));
  child.kill(signal);
  const how = await ended;
  return { ...how, events: fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n') : [] };
}

for (const signal of SIGNALS) {
  test(`${signal} quits an application that does not listen`, async ({ start, userDataDir }) => {
    const log = path.join(userDataDir, 'end.log');
    const app = await start({ env: { CONTRACT_LOG: log } });
    await firstPage(app);
    expect(await endBy(app, signal, log)).toEqual({ exitCode: 0, signal: null, events: QUITS });
  });

  test(`a listener for ${signal} of before ready is dead, and so is one beside it`, async ({ start, userDataDir }) => {
    const log = path.join(userDataDir, 'end.log');
    const app = await start({ env: { CONTRACT_LOG: log, CONTRACT_EARLY: signal } });
    await firstPage(app);
    await app.evaluate((_electron, name) => {
      process.on(name, () => globalThis.note('heard beside it'));
    }, signal);
    expect(await endBy(app, signal, log)).toEqual({ exitCode: 0, signal: null, events: QUITS });
  });

  test(`taken off and put back when ready, the listeners for ${signal} have it instead of Electron`, async ({ start, userDataDir }) => {
    const log = path.join(userDataDir, 'end.log');
    const app = await start({ env: { CONTRACT_LOG: log, CONTRACT_EARLY: signal } });
    await firstPage(app);
    await app.evaluate(({ app: electron }, name) => {
      const before = process.rawListeners(name) as (() => void)[];
      process.removeAllListeners(name);
      process.on(name, () => globalThis.note('heard first'));
      for (const listener of before) process.on(name, listener);
      process.on(name, () => electron.exit(7));
    }, signal);
    expect(await endBy(app, signal, log)).toEqual({ exitCode: 7, signal: null, events: ['heard first', 'heard before ready', 'quit'] });
  });
}

test('the first listener of all, when ready, has the signal instead of Electron', async ({ start, userDataDir }) => {
  const log = path.join(userDataDir, 'end.log');
  const app = await start({ env: { CONTRACT_LOG: log } });
  await firstPage(app);
  await app.evaluate(({ app: electron }) => {
    process.on('SIGTERM', () => {
      globalThis.note('heard');
      electron.exit(7);
    });
  });
  expect(await endBy(app, 'SIGTERM', log)).toEqual({ exitCode: 7, signal: null, events: ['heard', 'quit'] });
});

test('with every listener taken off, the signal ends the process by itself', async ({ start, userDataDir }) => {
  const log = path.join(userDataDir, 'end.log');
  const app = await start({ env: { CONTRACT_LOG: log, CONTRACT_EARLY: 'SIGTERM' } });
  await firstPage(app);
  await app.evaluate(() => {
    process.removeAllListeners('SIGTERM');
  });
  expect(await endBy(app, 'SIGTERM', log)).toEqual({ exitCode: null, signal: 'SIGTERM', events: [] });
});

test('a quit that is prevented uses the signal up: the next one ends the process by itself', async ({ start, userDataDir }) => {
  const log = path.join(userDataDir, 'end.log');
  const app = await start({ env: { CONTRACT_LOG: log } });
  const page = await firstPage(app);
  await app.evaluate(({ app: electron }) => {
    electron.on('before-quit', (event) => event.preventDefault());
  });
  app.process().kill('SIGTERM');
  await expect.poll(() => fs.existsSync(log)).toBe(true);
  expect(await page.evaluate(() => window.contract.add(1, 1))).toBe(2);
  expect(await endBy(app, 'SIGTERM', log)).toEqual({ exitCode: null, signal: 'SIGTERM', events: ['before-quit'] });
});
