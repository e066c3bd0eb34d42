import { cpSync, mkdirSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { createWorld } from '../../../simulator/testing/index.ts';
import type { World } from '../../../simulator/testing/index.ts';
import { createTill } from '../../index.ts';
import type { Till } from '../../index.ts';
import type { TillDeps } from '../../ports.ts';
import { quickDerive } from '../quick-derive.ts';
import { createFaultPlan } from './faults.ts';
import type { FaultPlan } from './faults.ts';
import { createLives } from './lives.ts';
import type { Lives } from './lives.ts';
import { createModelClock } from './model-clock.ts';
import type { ModelClock } from './model-clock.ts';
import { watchedDatabases } from './model-disk.ts';
import { createModelNetwork } from './model-network.ts';
import type { NetworkWatch } from './model-network.ts';
import { createOutages } from './outages.ts';
import type { Outages } from './outages.ts';
import { createDraw } from './random.ts';
import type { Draw } from './random.ts';
import { createKeychain, surroundings } from './surroundings.ts';
import type { Keychain, PrinterState } from './surroundings.ts';
import { createWrites } from './writes.ts';
import type { Writes } from './writes.ts';

export const LIVE_ENDPOINT = 'https://seqr.example/soap';
const PRACTICE_ENDPOINT = 'http://127.0.0.1:1/soap';

export type WorldSnapshot = ReturnType<World['snapshot']>;
export type Mode = 'practice' | 'live';

/** What lies on a machine before Kassa is started: the files of its folder, its settings, and what both services hold. */
export interface Ground {
  /** A folder to copy; null: an empty one. */
  readonly folder: string | null;
  readonly settings: string | undefined;
  readonly worlds: Readonly<Record<Mode, WorldSnapshot>> | null;
  readonly wallMs: number;
  /** What the owner has on paper; null: nothing. */
  readonly recoveryCode: string | null;
}

export interface MachineWatch extends NetworkWatch {
  /** A transaction has come to disk, of whatever file. */
  committed(db: DatabaseSync): void;
  /** What a window is shown. */
  shown(snapshot: Snapshot): void;
  /** Something was pressed, and this became of it. */
  answered(intent: Intent, result: IntentResult): void;
  /** Kassa could not be started, or threw where nobody caught it. */
  threw(error: unknown, where: string): void;
}

/** What a process finds when it begins, and what it leaves behind. */
interface Parts {
  readonly clock: ModelClock;
  readonly faults: FaultPlan;
  /** Every run of Kassa so far. */
  readonly lives: Lives;
  readonly outages: Outages;
  readonly keychain: Keychain;
  /** Writes of the journals and of the catalogue. */
  readonly journal: Writes;
  readonly settingsWrites: Writes;
  printer: PrinterState;
  /** As they lie on disk. */
  settings: string | undefined;
  readonly worlds: Record<Mode, World>;
  readonly draw: Draw;
  readonly folder: string;
  readonly watch: MachineWatch;
}

/** A machine with Kassa on it, and SEQR at the other end of its network; all of it moves only when it is told to. */
export interface Machine extends Omit<Parts, 'draw' | 'watch' | 'worlds'> {
  world(mode: Mode): World;
  /** SEQR goes on from an older state of its own. */
  restoreWorld(mode: Mode, snapshot: WorldSnapshot): void;
  isRunning(): boolean;
  /** It has come up: what it shows is seen by somebody. */
  isUp(): boolean;
  snapshot(): Snapshot | null;
  till(): Till | null;
  /** Presses, and does not wait for what becomes of it. */
  press(intent: Intent): void;
  start(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** As a person would. */
  quit(): Promise<void>;
  /** Ends all of it, for good. */
  end(): Promise<void>;
}

export interface MachineOptions {
  readonly ground: Ground;
  readonly folder: string;
  readonly seed: number;
  readonly ack: 'any' | 'version';
  /** How long SEQR keeps an invoice that nobody pays; absent: as long as it does by itself. */
  readonly lifetimeMs?: number | undefined;
  readonly watch: MachineWatch;
}

/** One run of Kassa on the machine. */
interface Process {
  readonly number: number;
  readonly till: Till;
  /** It has come up. */
  isUp: boolean;
}

export function createMachine(options: MachineOptions): Machine {
  const { watch } = options;
  const parts = layOut(options);
  const { clock, lives, worlds } = parts;
  let process: Process | null = null;

  const alive = (): Process | null => (process === null || lives.isGone(process.number) ? null : process);

  /** Its files are closed, as the system does with those of a process that has ended; nothing of it happens any more. */
  async function bury(): Promise<void> {
    const dead = process;
    if (dead === null) return;
    lives.end(dead.number);
    process = null;
    try {
      await dead.till.stop();
    } catch {
      // It was in the middle of something.
    }
    await clock.settle();
  }

  return Object.assign(parts, {
    world: (mode: Mode) => worlds[mode],
    restoreWorld(mode: Mode, snapshot: WorldSnapshot) {
      worlds[mode] = worldOf(parts.clock, options, mode, snapshot);
    },
    isRunning: () => alive() !== null,
    isUp: () => alive()?.isUp === true,
    till: () => alive()?.till ?? null,
    snapshot: () => alive()?.till.snapshot() ?? null,
    press(intent: Intent) {
      const running = alive();
      running?.till.call('intent', intent).then(
        (result) => {
          if (!lives.isGone(running.number)) watch.answered(intent, result);
        },
        (error: unknown) => watch.threw(error, `intent ${intent.kind}`),
      );
    },
    async start() {
      if (alive() !== null) return;
      await bury();
      process = startProcess(parts);
      await clock.settle();
    },
    kill: bury,
    async quit() {
      const running = alive();
      if (running === null) return;
      await running.till.stop();
      lives.end(running.number);
      process = null;
      await clock.settle();
    },
    async end() {
      await bury();
      clock.end();
      rmSync(parts.folder, { recursive: true, force: true });
    },
  });
}

function worldOf(
  clock: ModelClock,
  { ack, lifetimeMs }: Pick<MachineOptions, 'ack' | 'lifetimeMs'>,
  mode: Mode,
  snapshot: WorldSnapshot | undefined,
): World {
  return createWorld({ clock: clock.ofSeqr, seed: mode === 'live' ? 2 : 1, ack, invoiceLifetimeMs: lifetimeMs, snapshot });
}

function layOut(options: MachineOptions): Parts {
  const { ground, folder, seed, watch } = options;
  const clock = createModelClock(ground.wallMs);
  const lives = createLives(clock);
  const writes = (): Writes => createWrites(lives, clock, (error) => watch.threw(error, 'writes'));
  rmSync(folder, { recursive: true, force: true });
  if (ground.folder === null) mkdirSync(folder, { recursive: true });
  else cpSync(ground.folder, folder, { recursive: true });
  return {
    clock,
    faults: createFaultPlan(),
    lives,
    outages: createOutages(clock),
    keychain: createKeychain(),
    journal: writes(),
    settingsWrites: writes(),
    printer: 'good',
    settings: ground.settings,
    worlds: {
      practice: worldOf(clock, options, 'practice', ground.worlds?.practice),
      live: worldOf(clock, options, 'live', ground.worlds?.live),
    },
    draw: createDraw(seed),
    folder,
    watch,
  };
}

/** Null: Kassa could not be put together. */
function startProcess(parts: Parts): Process | null {
  const { lives, watch } = parts;
  const number = lives.begin({ hasPasswords: parts.keychain.state() === 'good', lostSettings: parts.settings === undefined });
  /** @returns whether it had died before, and nobody hears of it */
  function fell(error: unknown, where: string): void {
    if (!lives.isGone(number)) watch.threw(error, where);
    lives.end(number);
  }
  let till: Till;
  try {
    till = createTill(depsOf(parts, number));
  } catch (error) {
    fell(error, 'createTill');
    return null;
  }
  const process: Process = { number, till, isUp: false };
  till.subscribe((snapshot) => {
    if (!lives.isGone(number)) watch.shown(snapshot);
  });
  till.start().then(
    () => {
      process.isUp = true;
    },
    (error: unknown) => fell(error, 'start'),
  );
  return process;
}

function depsOf(parts: Parts, number: number): TillDeps {
  const { clock, faults, lives, outages, journal, settingsWrites, worlds, draw, watch } = parts;
  const network = (mode: Mode) =>
    createModelNetwork({
      clock,
      world: () => worlds[mode],
      faults,
      isUp: () => outages.isUp(),
      refuses: () => outages.refuses(),
      process: number,
      isDead: () => lives.isGone(number),
      watch,
    });
  return {
    ...surroundings({ keychain: parts.keychain, printer: () => parts.printer, lives, process: number }),
    clock: clock.ofProcess(() => lives.isGone(number)),
    randomBytes: (bytes) => Uint8Array.from({ length: bytes }, () => draw(256)),
    derive: quickDerive,
    dataDir: parts.folder,
    openDatabase: watchedDatabases({
      beforeCommit: () => journal.before(number),
      afterCommit(db) {
        watch.committed(db);
        journal.after(number);
      },
    }),
    settings: {
      load: () => (parts.settings === undefined ? undefined : (JSON.parse(parts.settings) as unknown)),
      save(settings) {
        const error = settingsWrites.before(number);
        if (error !== null) throw error;
        parts.settings = JSON.stringify(settings);
        settingsWrites.after(number);
      },
      keepCopy: () => undefined,
      keepDamaged: () => undefined,
    },
    connector: { connect: (endpoint) => network(endpoint === PRACTICE_ENDPOINT ? 'practice' : 'live') },
    simulator: { start: () => Promise.resolve({ url: 'http://127.0.0.1:1', soapUrl: PRACTICE_ENDPOINT }) },
  };
}
