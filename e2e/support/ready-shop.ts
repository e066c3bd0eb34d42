import { randomInt } from 'node:crypto';
/** Shops that have been set up: each made once, and copied for every test that does not test the wizard. */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Intent } from '../../src/contract/index.ts';
import { makeUserDataDir, removeUserDataDir } from './launch.ts';
import { startSimulatorProcess } from './simulator-process.ts';
import type { SimulatorProcess } from './simulator-process.ts';
import { SAMPLE_ANSWERS, launchTill } from './till-driver.ts';
import type { Till } from './till-driver.ts';

/** Below those that systems give away by themselves: it is still free when the shop is opened again. */
const PORTS = [15_000, 30_000] as const;

/** A till's folder and what its SEQR remembers, as they were after the set-up. Nothing runs. */
export interface ReadyShop {
  /** A new copy of the till's folder. @returns the copy, which the caller removes */
  readonly copyTill: (to?: string) => string;
  /** Starts its SEQR as it was, at the address that the till knows. One at a time. */
  readonly openSeqr: () => Promise<SimulatorProcess>;
  readonly remove: () => void;
}

/** Sets a shop up, test payment included, and ends everything. */
export async function makeReadyShop(): Promise<ReadyShop> {
  const home = makeUserDataDir();
  const folder = path.join(home, 'till');
  const remembered = path.join(home, 'seqr.json');
  const port = String(await freePort());
  const seqr = await startSimulatorProcess(['--port', port, '--state', remembered]);
  const till = await launchTill({ userDataDir: folder });
  await setUp(till, seqr);
  await till.end();
  await seqr.stop();
  let copies = 0;
  return {
    copyTill(to = makeUserDataDir()) {
      fs.cpSync(folder, to, { recursive: true });
      return to;
    },
    openSeqr() {
      copies += 1;
      const state = path.join(home, `seqr-${copies}.json`);
      fs.copyFileSync(remembered, state);
      return startSimulatorProcess(['--port', port, '--state', state]);
    },
    remove: () => removeUserDataDir(home),
  };
}

/** Everything the wizard does, by what its pages send. @throws if the till refuses any of it */
export async function setUp(till: Till, seqr: SimulatorProcess): Promise<void> {
  const { business, owner, reseller, terminal, seqrId } = SAMPLE_ANSWERS;
  const { name, organisationNumber, street, town } = business;
  await done(till, { kind: 'setup.service', service: { kind: 'endpoint', endpoint: seqr.soap } });
  const vat = { currency: 'SEK' as const, vatRates: [2500, 1200, 600, 0], defaultVatRate: 2500 };
  await done(till, { kind: 'setup.business', name, organisationNumber, address: [street, town], ...vat });
  await done(till, { kind: 'setup.owner', ...owner, pinAgain: owner.pin });
  await done(till, { kind: 'setup.reseller', ...reseller, consent: true });
  await done(till, { kind: 'setup.terminal', ...terminal });
  await done(till, { kind: 'setup.assignSeqrId', seqrId });
  await done(till, { kind: 'setup.stickerDone' });
  await done(till, { kind: 'setup.testPayment' });
  await till.payment.reach('waiting');
  await seqr.scanAndPay(await till.payment.code());
  await till.wizard.testPaid.waitFor();
  await till.wizard.startSelling.click();
  await till.sale.charge.waitFor();
}

/** An intent that the till must not refuse. */
export async function done(till: Pick<Till, 'intent'>, intent: Intent): Promise<void> {
  const result = await till.intent(intent);
  if (!result.ok) throw new Error(`${intent.kind}: ${result.problem.code}`);
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    const isFree = await new Promise<boolean>((resolve) => {
      const server = net.createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
