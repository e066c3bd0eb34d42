/** A till with a SEQR of its own, for tests that nobody else's invoices may reach. */
import fs from 'node:fs';
import { makeUserDataDir } from './launch.ts';
import { setUp } from './ready-till.ts';
import { startSimulatorProcess } from './simulator-process.ts';
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
export async function ownTill(firstEnv: Readonly<Record<string, string>> = {}): Promise<OwnTill> {
  const seqr = await startSimulatorProcess();
  const userDataDir = makeUserDataDir();
  const tills: Till[] = [];
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<Till> => {
    const till = await launchTill({ userDataDir, env });
    tills.push(till);
    return till;
  };
  const till = await start(firstEnv);
  await setUp(till, seqr);
  return {
    till,
    seqr,
    restart: start,
    async end() {
      await Promise.all(tills.map((each) => each.end()));
      await seqr.stop();
      fs.rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}
