/** A till with a SEQR of its own, for tests that nobody else's invoices may reach. */
import { removeUserDataDir } from './launch.ts';
import { readTillLog } from './mishaps.ts';
import type { ShopPool } from './shop-pool.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { launchTill } from './till-driver.ts';
import type { Till } from './till-driver.ts';

export interface OwnTill {
  readonly till: Till;
  readonly seqr: SimulatorProcess;
  /** Starts the till again after its end. */
  readonly restart: () => Promise<Till>;
  /** Ends and removes everything. */
  readonly end: () => Promise<void>;
}

/**
 * @param firstEnv added to the environment of the first start
 * @returns a till that has been set up, at an empty sale
 */
export async function ownTill(shops: ShopPool, firstEnv: Readonly<Record<string, string>> = {}): Promise<OwnTill> {
  const shop = await shops.take();
  const seqr = await shop.openSeqr();
  const userDataDir = shop.copyTill();
  const tills: Till[] = [];
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<Till> => {
    const till = await launchTill({ userDataDir, env });
    tills.push(till);
    return till;
  };
  const till = await start(firstEnv);
  await till.sale.charge.waitFor();
  return {
    till,
    seqr,
    restart: start,
    async end() {
      await Promise.all(tills.map((each) => each.end()));
      await seqr.stop();
      readTillLog(userDataDir);
      removeUserDataDir(userDataDir);
      shops.giveBack(shop);
    },
  };
}
