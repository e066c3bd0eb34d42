/** A till for each test, in a folder of its own, and one SEQR for all: the simulator, in a process of its own. */
import fs from 'node:fs';
import { test as base } from '@playwright/test';
import { makeUserDataDir } from '../support/launch.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { launchTill } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';

interface WorkerFixtures {
  readonly simulator: SimulatorProcess;
}
interface Fixtures {
  /** Without faults at the beginning of each test. */
  readonly seqr: SimulatorProcess;
  readonly userDataDir: string;
  /** Starts a till on `userDataDir`; a second call after the first has ended is a restart. */
  readonly start: () => Promise<Till>;
  /** A till that was never set up. */
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
    await use(async () => {
      const till = await launchTill({ userDataDir });
      started.push(till);
      return till;
    });
    await Promise.all(started.map((till) => till.end()));
  },
  till: async ({ start }, use) => use(await start()),
});
export { expect } from '@playwright/test';
