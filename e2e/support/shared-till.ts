/** One till for all tests of a worker that neither end it nor need one of their own: started for the first, put back after each. */
import fs from 'node:fs';
import type { Snapshot } from '../../src/contract/index.ts';
import { readTillLog } from './mishaps.ts';
import { expectEmptySale, putBack } from './put-back.ts';
import type { ReadyShop } from './ready-shop.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { launchTill } from './till-driver.ts';
import type { Till } from './till-driver.ts';

export interface SharedTill {
  /** The till, at an empty sale. */
  readonly take: () => Promise<Till>;
  /** After a test that went well. @throws if the till does not come back to an empty sale; then the next gets another */
  readonly putBack: (seqr: SimulatorProcess) => Promise<void>;
  /** After a test that did not: nobody knows what state it left. */
  readonly drop: () => Promise<void>;
}

export function createSharedTill(shop: ReadyShop): SharedTill {
  let running: { readonly till: Till; readonly rested: Snapshot } | null = null;
  async function drop(): Promise<void> {
    const dropped = running;
    running = null;
    if (dropped === null) return;
    await dropped.till.end();
    readTillLog(dropped.till.userDataDir);
    fs.rmSync(dropped.till.userDataDir, { recursive: true, force: true });
  }
  return {
    async take() {
      if (running === null) {
        const till = await launchTill({ userDataDir: shop.copyTill() });
        await till.sale.charge.waitFor();
        running = { till, rested: await till.snapshot() };
        await expectEmptySale(till, running.rested);
      }
      return running.till;
    },
    async putBack(seqr) {
      if (running === null) return;
      try {
        await putBack(running.till, seqr, running.rested);
      } catch (error) {
        await drop();
        throw error;
      }
    },
    drop,
  };
}
