import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createVirtualClock } from '../../../clock/virtual-clock.ts';
import type { VirtualClock } from '../../../clock/virtual-clock.ts';
import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { Operation, SeqrConnection } from '../../../protocol/index.ts';
import { readReportXml } from '../../../seqr/index.ts';
import { createWorld } from '../../../simulator/testing/index.ts';
import type { World } from '../../../simulator/testing/index.ts';
import { createTill } from '../../index.ts';
import type { Till } from '../../index.ts';
import type { TillDeps } from '../../ports.ts';
import { quickDerive } from '../quick-derive.ts';
import { createHands } from './hands.ts';
import type { Hands } from './hands.ts';
import { createHeldService } from './held-service.ts';

const CATALOGUE = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'sample-catalogue.json');

/** The address of the real service, which is the simulator's logic too. */
export const ENDPOINT = 'https://seqr.example/soap';

/** What lies on the disk of a machine, and what its SEQRs know; a till can begin with it. */
export interface Ground {
  /** Copied from; removed by whoever has made it. */
  readonly folder: string;
  readonly settings: string | undefined;
  readonly worlds: Readonly<Record<'live' | 'practice', ReturnType<World['snapshot']>>>;
  readonly wallMs: number;
}

/** What became of an intent; null: it is not known yet. */
export interface Pressed {
  readonly result: () => IntentResult | null;
}

/** A whole till, its journal in real files, in which nothing moves but by a test's hand. */
export interface HeldTill {
  readonly hands: Hands;
  readonly clock: VirtualClock;
  readonly worlds: Readonly<Record<'live' | 'practice', World>>;
  till(): Till;
  shown(): Snapshot;
  /** Asks, and says what became of it once it is known. */
  press(intent: Intent): Pressed;
  /** Asks, and lets time pass until it is answered. Throws if that takes longer than a person waits. */
  ask(intent: Intent): Promise<IntentResult>;
  /** Lets everything happen that can without the time moving. */
  settle(): Promise<void>;
  /** So many of the next times the disk does not take the settings. */
  refuseSettings(times: number): void;
  seqrWorks: 'beforeItIsHeld' | 'whenItIsLetGo';
  onCall: (operation: Operation, when: 'left' | 'answered') => void;
  settings(): string | undefined;
  /** The kinds of all entries of a journal, in their order. */
  readJournal(mode: 'live' | 'practice'): readonly string[];
  /** Every text that was saved as a file. */
  savedTexts(): readonly string[];
  /** Everything that was logged as an error. */
  readonly errors: readonly string[];
  /** @param settings to be found on the disk instead of its own */
  restart(settings?: string): Promise<void>;
  /** Stops it, and says what it leaves; its folder stays. */
  leave(): Promise<Ground>;
  close(): Promise<void>;
}

/** Turns of the event loop that a file or a thread of the pool may need. */
const TURNS = 6;
/** So long a person waits for an answer, in steps of a tenth of a second. */
const PATIENCE_STEPS = 600;

/** Where the settings lie, and whether they can be written. */
function createSettingsDisk(found: string | undefined) {
  let stored = found;
  let refused = 0;
  const store: TillDeps['settings'] = {
    load: () => (stored === undefined ? undefined : (JSON.parse(stored) as unknown)),
    save(settings) {
      if (refused > 0) {
        refused -= 1;
        throw new Error('the disk is full');
      }
      stored = JSON.stringify(settings);
    },
    keepCopy: () => undefined,
    keepDamaged: () => undefined,
  };
  return {
    store,
    stored: () => stored,
    replace: (settings: string): void => void (stored = settings),
    refuse: (times: number): void => void (refused = times),
  };
}

/** Lets a till's time pass. */
function waitingBy(clock: VirtualClock) {
  async function settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await clock.advance(0);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** @returns false: it has not come in as long as a person waits */
  async function comesTo(wanted: () => boolean): Promise<boolean> {
    for (let step = 0; step < PATIENCE_STEPS; step += 1) {
      await settle();
      if (wanted()) return true;
      await clock.advance(100);
    }
    return false;
  }

  async function started(till: Till): Promise<void> {
    const up = new Set<true>();
    void till.start().then(() => up.add(true));
    await comesTo(() => up.size > 0);
  }

  return { settle, comesTo, started };
}

function createWorlds(clock: VirtualClock, ground: Ground | null): HeldTill['worlds'] {
  return {
    live: createWorld({ clock, seed: 1, snapshot: ground?.worlds.live }),
    practice: createWorld({ clock, seed: 2, snapshot: ground?.worlds.practice }),
  };
}

export async function createHeldTill(ground: Ground | null = null): Promise<HeldTill> {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-held-'));
  if (ground !== null) cpSync(ground.folder, folder, { recursive: true });
  const clock = createVirtualClock(ground?.wallMs);
  const hands = createHands();
  const worlds = createWorlds(clock, ground);
  const disk = createSettingsDisk(ground?.settings);
  const errors: string[] = [];
  const savedTexts: string[] = [];

  const around = outside(hands, { errors, savedTexts }, clock.wallMs());
  const connected = (world: World): SeqrConnection =>
    createHeldService({ world, hands, works: () => held.seqrWorks, onCall: (operation, when) => held.onCall(operation, when) });
  const make = (): Till =>
    createTill({
      ...around,
      clock,
      dataDir: folder,
      settings: disk.store,
      connector: { connect: (endpoint) => connected(endpoint === ENDPOINT ? worlds.live : worlds.practice) },
    });

  const { settle, comesTo, started } = waitingBy(clock);

  function press(intent: Intent): Pressed {
    let result: IntentResult | null = null;
    void till.call('intent', intent).then((given) => (result = given));
    return { result: () => result };
  }

  const held: HeldTill = {
    hands,
    clock,
    worlds,
    till: () => till,
    shown: () => till.snapshot(),
    press,
    async ask(intent) {
      const { result } = press(intent);
      const given = (await comesTo(() => result() !== null)) ? result() : null;
      if (given !== null) return given;
      throw new Error(
        `${intent.kind} was never answered; held: ${hands
          .held()
          .map(({ what }) => what)
          .join(', ')}`,
      );
    },
    settle,
    refuseSettings: disk.refuse,
    seqrWorks: 'beforeItIsHeld',
    onCall: () => undefined,
    settings: disk.stored,
    readJournal: (mode) => kindsIn(join(folder, `journal-${mode}.sqlite`)),
    savedTexts: () => savedTexts,
    errors,
    async restart(settings) {
      await till.stop();
      if (settings !== undefined) disk.replace(settings);
      till = make();
      await started(till);
    },
    async leave() {
      await till.stop();
      return {
        folder,
        settings: disk.stored(),
        worlds: { live: worlds.live.snapshot(), practice: worlds.practice.snapshot() },
        wallMs: clock.wallMs(),
      };
    },
    async close() {
      hands.letGo();
      await settle();
      await till.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  let till = make();
  await started(till);
  return held;
}

/** What a test looks at afterwards. */
interface Noted {
  readonly errors: string[];
  readonly savedTexts: string[];
}

function kindsIn(file: string): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db
      .prepare('SELECT kind FROM entry ORDER BY seq')
      .all()
      .map(({ kind }) => String(kind));
  } finally {
    db.close();
  }
}

/** What is around the till beside SEQR, its settings and its clock. */
function outside(
  hands: Hands,
  { errors, savedTexts }: Noted,
  seed: number,
): Omit<TillDeps, 'clock' | 'dataDir' | 'settings' | 'connector'> {
  let drawn = 0;
  return {
    // Never twice the same, and the same in each run.
    randomBytes(count) {
      drawn += 1;
      return new Uint8Array(createHash('sha512').update(`${seed} ${drawn}`).digest().subarray(0, count));
    },
    async derive(secret, salt) {
      await hands.pass('pin.derive');
      return quickDerive(secret, salt);
    },
    freeDiskBytes: async () => {
      await hands.pass('disk.free');
      return 10 ** 12;
    },
    secrets: {
      async protection() {
        await hands.pass('keychain.protection');
        return 'keychain';
      },
      async seal(secret) {
        await hands.pass('keychain.seal');
        return Buffer.from(secret).toString('base64');
      },
      async open(sealed) {
        await hands.pass('keychain.open');
        return { kind: 'opened', secret: Buffer.from(sealed, 'base64').toString(), resealed: null };
      },
    },
    printer: {
      list: () => Promise.resolve([{ deviceName: 'till', displayName: 'Till', isDefault: true }]),
      async print() {
        await hands.pass('printer.print');
        return { ok: true };
      },
      async savePdf() {
        await hands.pass('printer.savePdf');
        return { ok: true };
      },
    },
    files: {
      async saveText(text) {
        await hands.pass('files.saveText');
        savedTexts.push(text);
        return { ok: true };
      },
    },
    simulator: {
      async start() {
        await hands.pass('simulator.start');
        return { url: 'http://127.0.0.1:1', soapUrl: 'http://127.0.0.1:1/soap' };
      },
    },
    shell: { keepAwake: () => undefined, openCustomerDisplay: () => undefined, openPhone: () => undefined },
    appVersion: '0.0.0',
    readReport: readReportXml,
    sampleCatalogue: () => JSON.parse(readFileSync(CATALOGUE, 'utf8')) as unknown,
    log({ level, what, data }) {
      if (level === 'error') errors.push(`${what} ${JSON.stringify(data)}`);
    },
  };
}
