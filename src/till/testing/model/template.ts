import { cpSync, mkdtempSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import { createMachine, LIVE_ENDPOINT } from './machine.ts';
import type { Ground, Machine, MachineWatch } from './machine.ts';

export const PIN = '1234';
export const RESELLER_PASSWORD = '1234';
export const SEQR_ID = '004610027501';

/** What a schedule begins with: a till that sells for real, one that practises, one that nobody has set up yet. */
export type GroundName = 'live' | 'practice' | 'new';

export interface Grounds {
  ground(name: GroundName): Ground;
  /** Where the files of a schedule lie; one at a time. */
  readonly folder: string;
  end(): void;
}

const NOBODY: MachineWatch = {
  started: () => undefined,
  heard: () => undefined,
  committed: () => undefined,
  shown: () => undefined,
  answered: () => undefined,
  threw(error) {
    throw error;
  },
};

/** The set-up, walked once through the wizard like a person would; each schedule begins with a copy of what it left. */
export async function createGrounds(): Promise<Grounds> {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'kassa-model-'));
  const wallMs = Date.UTC(2026, 10, 23, 8, 0, 0);
  const empty: Ground = { folder: null, settings: undefined, worlds: null, wallMs, recoveryCode: null };
  const practice = await madeBy(empty, root, 'practice', practise);
  const live = await madeBy(practice, root, 'live', setUpLive);
  const grounds = { practice, live, new: empty };
  return {
    ground: (name) => grounds[name],
    folder: join(root, 'run'),
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function madeBy(ground: Ground, root: string, name: string, setUp: (machine: Machine) => Promise<string | null>): Promise<Ground> {
  const machine = createMachine({ ground, folder: join(root, `make-${name}`), seed: 1, ack: 'any', watch: NOBODY });
  await machine.start();
  await machine.clock.advance(1_000);
  const recoveryCode = await setUp(machine);
  await machine.clock.advance(30_000);
  await machine.quit();
  const folder = join(root, name);
  cpSync(machine.folder, folder, { recursive: true });
  const made: Ground = {
    folder,
    settings: machine.settings,
    worlds: { practice: machine.world('practice').snapshot(), live: machine.world('live').snapshot() },
    wallMs: machine.clock.wallMs() + 1_000,
    recoveryCode,
  };
  await machine.end();
  return made;
}

/** @throws Error if it is refused: a model that went on would fail somewhere else */
/** @returns what is told with its success */
async function must(machine: Machine, intent: Intent): Promise<string | null> {
  const results: IntentResult[] = [];
  void machine
    .till()
    ?.call('intent', intent)
    .then((given) => results.push(given));
  for (let waited = 0; waited < 60 && results.length === 0; waited += 1) await machine.clock.advance(500);
  const [became] = results;
  if (became?.ok !== true)
    throw new Error(`the model's till was not set up: ${intent.kind} ${became === undefined ? 'had no end' : became.problem.code}`);
  return became.detail ?? null;
}

async function practise(machine: Machine): Promise<null> {
  await must(machine, { kind: 'setup.practise' });
  await must(machine, { kind: 'setup.finish' });
  // Nobody has a PIN in practice before one is given: the first one given is the owner's from then on.
  await must(machine, { kind: 'owner.check', pin: PIN });
  await must(machine, { kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
  return null;
}

/** The wizard's pages in their order, with the answers of this model's shop. */
export const LIVE_PAGES: readonly Intent[] = [
  { kind: 'setup.service', service: { kind: 'endpoint', endpoint: LIVE_ENDPOINT } },
  {
    kind: 'setup.business',
    name: 'Shop',
    organisationNumber: '556000-0000',
    address: ['Street 1'],
    currency: 'SEK',
    vatRates: [2_500, 1_200, 600],
    defaultVatRate: 2_500,
  },
  { kind: 'setup.owner', pin: PIN, pinAgain: PIN, cashierNumber: '1', cashierName: 'Anna' },
  { kind: 'setup.reseller', id: 'public_test_shop', userId: '9900', password: RESELLER_PASSWORD, consent: true },
  { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Shop/1' },
  { kind: 'setup.assignSeqrId', seqrId: SEQR_ID },
  { kind: 'setup.stickerDone' },
];

/** @returns the recovery code that is told when the owner's PIN is chosen */
async function setUpLive(machine: Machine): Promise<string | null> {
  await must(machine, { kind: 'setup.leavePractice', pin: PIN });
  let code: string | null = null;
  for (const page of LIVE_PAGES) code = (await must(machine, page)) ?? code;
  await must(machine, { kind: 'setup.testPayment' });
  const { phone } = machine.world('live');
  await machine.clock.advance(2_000);
  const scanned = phone.scan(`Q${SEQR_ID}`);
  if (!scanned.ok) throw new Error("the model's test payment was not to be scanned");
  phone.pay(scanned.value.invoiceReference);
  await machine.clock.advance(5_000);
  await must(machine, { kind: 'setup.finish' });
  return code;
}
