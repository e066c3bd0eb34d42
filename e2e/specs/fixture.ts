/** A till for each test, in a folder of its own, and one SEQR for all: the simulator, in a process of its own. */
import fs from 'node:fs';
import { test as base } from '@playwright/test';
import { makeUserDataDir } from '../support/launch.ts';
import type { LaunchOptions } from '../support/launch.ts';
import { copyReadyTill, makeReadyTill } from '../support/ready-till.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { launchTill } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';

interface WorkerFixtures {
  readonly simulator: SimulatorProcess;
  /** A folder in which Kassa has been set up. */
  readonly readyDir: string;
}
interface Fixtures {
  /** Without faults at the beginning of each test. */
  readonly seqr: SimulatorProcess;
  readonly userDataDir: string;
  /** Starts a till on `userDataDir`; again after the first has ended is a restart. */
  readonly start: (more?: Partial<LaunchOptions>) => Promise<Till>;
  /** A till that was never set up. */
  readonly freshTill: Till;
  /** A till that has been set up, at an empty sale. */
  readonly till: Till;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  simulator: [
    async ({}, use) => {
      const simulator = await startSimulatorProcess();
      await use(simulator);
      await simulator.stop();
    },
    { scope: 'worker' },
  ],
  readyDir: [
    async ({ simulator }, use) => {
      const dir = makeUserDataDir();
      await makeReadyTill(dir, simulator);
      await use(dir);
      fs.rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  seqr: async ({ simulator }, use) => {
    await simulator.noFaults();
    await use(simulator);
  },
  userDataDir: async ({}, use) => {
    const dir = makeUserDataDir();
    await use(dir);
    fs.rmSync(dir, { recursive: true, force: true });
  },
  start: async ({ userDataDir }, use) => {
    const started: Till[] = [];
    await use(async (more = {}) => {
      const till = await launchTill({ userDataDir, ...more });
      started.push(till);
      return till;
    });
    await Promise.all(started.map((till) => till.end()));
  },
  freshTill: async ({ start }, use) => use(await start()),
  till: async ({ readyDir, userDataDir, start }, use) => {
    copyReadyTill(readyDir, userDataDir);
    const till = await start();
    await till.sale.charge.waitFor();
    await use(till);
  },
});
export { expect } from '@playwright/test';
