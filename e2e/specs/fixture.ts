/** A till for each test, and one SEQR for all tests of a worker: the simulator, in a process of its own. */
import path from 'node:path';
import { test as base } from '../support/base-test.ts';
import { openGallery } from '../support/gallery.ts';
import type { Gallery } from '../support/gallery.ts';
import { makeUserDataDir, removeUserDataDir } from '../support/launch.ts';
import type { LaunchOptions } from '../support/launch.ts';
import { readTillLog } from '../support/mishaps.ts';
import { ownTill } from '../support/own-till.ts';
import type { OwnTill } from '../support/own-till.ts';
import type { ReadyShop } from '../support/ready-shop.ts';
import { createSharedTill } from '../support/shared-till.ts';
import type { SharedTill } from '../support/shared-till.ts';
import { createShopPool } from '../support/shop-pool.ts';
import type { ShopPool } from '../support/shop-pool.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { launchTill } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';

interface WorkerFixtures {
  readonly shops: ShopPool;
  /** The shop whose SEQR is `simulator`. */
  readonly shop: ReadyShop;
  readonly simulator: SimulatorProcess;
  /** Where a print server that a test starts is found by `till`. */
  readonly printSocket: string;
  readonly sharedTill: SharedTill;
  readonly gallery: Gallery;
}
interface Fixtures {
  /** Without faults at the beginning of each test. */
  readonly seqr: SimulatorProcess;
  readonly userDataDir: string;
  /** Starts a till on `userDataDir`; again after the first has ended is a restart. */
  readonly start: (more?: Partial<LaunchOptions>) => Promise<Till>;
  /** A till that has been set up, at an empty sale. Other tests use it too: what a test changes for good, it changes back. */
  readonly till: Till;
  /** Starts `till` again, after the test has ended it. */
  readonly restart: () => Promise<Till>;
  /** The same, started for this test alone: for one that leaves behind what no intent takes back, or counts what is in its folder. */
  readonly newTill: Till;
  /** A till that was never set up. */
  readonly freshTill: Till;
  /** Starts a till that has been set up and has a SEQR of its own, which no other test reaches. */
  readonly startOwn: (firstEnv?: Readonly<Record<string, string>>) => Promise<OwnTill>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  shops: [
    async ({}, use) => {
      const shops = createShopPool();
      await use(shops);
      shops.remove();
    },
    { scope: 'worker' },
  ],
  shop: [async ({ shops }, use) => use(await shops.take()), { scope: 'worker' }],
  simulator: [
    async ({ shop }, use) => {
      const simulator = await shop.openSeqr();
      await use(simulator);
      await simulator.stop();
    },
    { scope: 'worker' },
  ],
  printSocket: [
    async ({}, use) => {
      const dir = makeUserDataDir();
      await use(path.join(dir, 'printing'));
      removeUserDataDir(dir);
    },
    { scope: 'worker' },
  ],
  sharedTill: [
    async ({ shop, printSocket }, use) => {
      const shared = createSharedTill(shop, { CUPS_SERVER: printSocket });
      await use(shared);
      await shared.drop();
    },
    { scope: 'worker' },
  ],
  gallery: [
    async ({}, use) => {
      const gallery = await openGallery();
      await use(gallery);
      await gallery.end();
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
    readTillLog(dir);
    removeUserDataDir(dir);
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
  till: async ({ sharedTill, seqr }, use, info) => {
    await use(await sharedTill.take());
    await (info.status === info.expectedStatus ? sharedTill.putBack(seqr) : sharedTill.drop());
  },
  restart: async ({ sharedTill }, use) => use(sharedTill.restart),
  newTill: async ({ shop, simulator, userDataDir, start }, use) => {
    await simulator.noFaults();
    shop.copyTill(userDataDir);
    const till = await start();
    await till.sale.charge.waitFor();
    await use(till);
  },
  freshTill: async ({ start }, use) => {
    const till = await start();
    await till.wizard.practise.waitFor();
    await use(till);
  },
  startOwn: async ({ shops }, use) => {
    const started: OwnTill[] = [];
    await use(async (firstEnv) => {
      const own = await ownTill(shops, firstEnv);
      started.push(own);
      return own;
    });
    await Promise.all(started.map((own) => own.end()));
  },
});
export { expect } from '@playwright/test';
