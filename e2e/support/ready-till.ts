/** A folder in which Kassa has been set up already, made once and copied for each test that does not test the wizard. */
import fs from 'node:fs';
import type { Intent } from '../../src/contract/index.ts';
import { SAMPLE_ANSWERS, launchTill } from './till-driver.ts';
import type { Till } from './till-driver.ts';
import type { SimulatorProcess } from './simulator-process.ts';

/** Sets a till up in `dir` against `seqr`, test payment included, and ends it. */
export async function makeReadyTill(dir: string, seqr: SimulatorProcess): Promise<void> {
  const till = await launchTill({ userDataDir: dir });
  await setUp(till, seqr);
  await till.end();
}

/** Everything the wizard does, by what its pages send. */
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

async function done(till: Till, intent: Intent): Promise<void> {
  const result = await till.intent(intent);
  if (!result.ok) throw new Error(`${intent.kind}: ${result.problem.code}`);
}

export function copyReadyTill(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true });
}
