/** Data folders for the tills of the bench, and their end. */
import fs from 'node:fs';
import { makeUserDataDir } from '../../e2e/support/launch.ts';
import type { SimulatorProcess } from '../../e2e/support/simulator-process.ts';
import { launchTill, SAMPLE_ANSWERS } from '../../e2e/support/till-driver.ts';

export interface Folders {
  readonly empty: () => string;
  /** A copy of one that was set up once: all such tills have the same terminal, so one of them at a time takes payments. */
  readonly setUp: () => Promise<string>;
  /** One set up with a terminal of its own. */
  readonly ownTerminal: () => Promise<string>;
  readonly removeAll: () => void;
}

const FIRST_SEQR_ID = 770077_000000;

/** Counted over all folders: a terminal and a SEQR id are given out once. */
let terminals = 0;

export function createFolders(simulator: SimulatorProcess): Folders {
  const made: string[] = [];
  const empty = (): string => {
    const folder = makeUserDataDir();
    made.push(folder);
    return folder;
  };
  let first: Promise<string> | null = null;
  const ownTerminal = async (): Promise<string> => {
    const folder = empty();
    terminals += 1;
    await goThroughTheWizard(folder, simulator, terminals);
    return folder;
  };
  return {
    empty,
    ownTerminal,
    async setUp() {
      const copy = empty();
      fs.cpSync(await (first ??= ownTerminal()), copy, { recursive: true });
      return copy;
    },
    removeAll() {
      for (const folder of made) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** As a shop does it once: the endpoint, its account, a terminal, a SEQR id, a paid test. */
async function goThroughTheWizard(folder: string, simulator: SimulatorProcess, number: number): Promise<void> {
  const till = await launchTill({ userDataDir: folder });
  const { wizard, payment, sale } = till;
  await wizard.at('service');
  await wizard.connect(simulator.soap);
  await wizard.continue.click();
  await wizard.at('business');
  await wizard.fillBusiness(SAMPLE_ANSWERS.business);
  await wizard.continue.click();
  await wizard.at('owner');
  await wizard.fillOwner(SAMPLE_ANSWERS.owner);
  await wizard.continue.click();
  await wizard.keepCode();
  await wizard.at('reseller');
  await wizard.fillReseller(SAMPLE_ANSWERS.reseller);
  const { protection } = (await till.snapshot()).setup.secrets;
  if (protection === 'none') await wizard.consent.click();
  await wizard.continue.click();
  await wizard.at('terminal');
  await wizard.fillTerminal({ name: `Till ${number}`, externalTerminalId: `Ankan/${number}` });
  await wizard.continue.click();
  await wizard.at('seqrId');
  await wizard.fillSeqrId(String(FIRST_SEQR_ID + number));
  await wizard.continue.click();
  await wizard.at('sticker');
  await wizard.continue.click();
  await wizard.at('testPayment');
  await wizard.charge.click();
  await payment.reach('waiting');
  await simulator.scanAndPay(await payment.code());
  await wizard.testPaid.waitFor();
  await wizard.startSelling.click();
  await sale.charge.waitFor();
  await till.end();
}
