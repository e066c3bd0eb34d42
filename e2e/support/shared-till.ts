/**
 * One till for all tests of a worker that do not need one of their own: started for the first, put back after each. A test
 * may end it, in whatever way; then it is started again on the same folder, by the test or for the next one.
 */
import { removeUserDataDir } from './launch.ts';
import { readTillLog } from './mishaps.ts';
import { expectAtRest, lookAt, putBack } from './put-back.ts';
import type { AtRest } from './put-back.ts';
import type { ReadyShop } from './ready-shop.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { launchTill } from './till-driver.ts';
import type { Till } from './till-driver.ts';

export interface SharedTill {
  /** The till, at an empty sale. */
  readonly take: () => Promise<Till>;
  /** Starts it again, after the test has ended it. */
  readonly restart: () => Promise<Till>;
  /** After a test that went well. @throws if the till does not come back to an empty sale; then the next gets another */
  readonly putBack: (seqr: SimulatorProcess) => Promise<void>;
  /** After a test that did not: nobody knows what state it left. */
  readonly drop: () => Promise<void>;
}

interface Kept {
  readonly userDataDir: string;
  /** What it looked like before the first test. */
  readonly rested: AtRest;
  /** The process that ran last. */
  till: Till;
}

/** @param env added to the environment of every start */
export function createSharedTill(shop: ReadyShop, env: Readonly<Record<string, string>>): SharedTill {
  let kept: Kept | null = null;
  async function drop(): Promise<void> {
    const dropped = kept;
    kept = null;
    if (dropped === null) return;
    await dropped.till.end();
    readTillLog(dropped.userDataDir);
    removeUserDataDir(dropped.userDataDir);
  }
  async function start(userDataDir: string): Promise<Till> {
    return launchTill({ userDataDir, env });
  }
  async function first(): Promise<Kept> {
    const userDataDir = shop.copyTill();
    const till = await start(userDataDir);
    await till.sale.charge.waitFor();
    const rested = await lookAt(till);
    expectAtRest(rested, rested);
    return { userDataDir, rested, till };
  }
  async function restart(): Promise<Till> {
    if (kept === null) throw new Error('no till has been taken');
    kept.till = await start(kept.userDataDir);
    return kept.till;
  }
  return {
    async take() {
      kept ??= await first();
      return kept.till;
    },
    restart,
    async putBack(seqr) {
      if (kept === null) return;
      try {
        if (kept.till.hasEnded()) await restart();
        await putBack(kept.till, seqr, kept.rested);
      } catch (error) {
        await drop();
        throw error;
      }
    },
    drop,
  };
}
