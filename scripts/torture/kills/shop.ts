/** A shop to kill tills in: a SEQR as a process of its own, a till's data folder, and the lives of its till one after the other. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSimulatorProcess } from '../../../e2e/support/simulator-process.ts';
import type { SimulatorProcess } from '../../../e2e/support/simulator-process.ts';
import type { KillPoint } from './messages.ts';
import type { TillOptions } from './messages.ts';
import type { RunningTill } from './running-till.ts';
import { readRecord } from './seqr-record.ts';
import type { Exchange } from './seqr-record.ts';

/** One run of the till, by SEQR's clock. */
export interface Life {
  readonly fromMs: number;
  /** When the core had been put together, and asking could begin. */
  readonly readyMs: number;
  /** Null: it is running. */
  readonly toMs: number | null;
}

/** What acknowledges a payment: any read, or only one that names the version of PAID. */
export type Acknowledging = 'any' | 'version';

/** What kind of till a shop has. */
export interface Tills {
  readonly start: (options: TillOptions) => RunningTill;
  /** Its clock can be put forward like SEQR's. Otherwise time is waited for while it runs. */
  readonly isAhead: boolean;
}

export interface Shop {
  readonly seqr: SimulatorProcess;
  readonly acknowledging: Acknowledging;
  /** The till's clock can be put forward. */
  readonly isAhead: boolean;
  readonly folder: () => string;
  /** The till that is running. */
  readonly till: () => RunningTill;
  readonly lives: () => readonly Life[];
  /** An empty folder, and a SEQR that has forgotten everything. */
  readonly begin: () => Promise<void>;
  /** Starts the till on the folder. Resolves when it has started; rejects if it died before. */
  readonly start: (kill?: KillPoint | null) => Promise<void>;
  /** To be called when the till has died: notes when. */
  readonly died: () => Promise<void>;
  /** Time passes at SEQR, and at the till if it is running, `stepMs` at a time: a second, unless nobody is asked about. */
  readonly pass: (ms: number, stepMs?: number) => Promise<void>;
  /** Time passes at SEQR only. */
  readonly passAtSeqr: (ms: number) => Promise<void>;
  /** All exchanges since the folder was new. */
  readonly exchanges: () => Promise<readonly Exchange[]>;
  readonly close: () => Promise<void>;
}

/** A second at a time, as a running till would live it. */
const STEP_MS = 1_000;

export async function openShop(acknowledging: Acknowledging, tills: Tills): Promise<Shop> {
  const seqr = await startSimulatorProcess(['--ack', acknowledging, '--report-delay', '3']);
  let folder = '';
  let till: RunningTill | null = null;
  let aheadMs = 0;
  let lives: readonly Life[] = [];
  const record = readRecord(seqr.url);

  function running(): RunningTill {
    if (till === null) throw new Error('no till has been started');
    return till;
  }

  async function passAtSeqr(ms: number): Promise<void> {
    await seqr.advance(ms);
    aheadMs += ms;
  }

  async function pass(ms: number, longestMs = STEP_MS): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= longestMs) {
      const stepMs = Math.min(longestMs, leftMs);
      const isRunning = till?.isAlive() === true;
      if (tills.isAhead || !isRunning) await passAtSeqr(stepMs);
      if (isRunning) await till?.forward(stepMs);
    }
  }

  async function end(): Promise<void> {
    if (till?.isAlive() === true) await till.kill();
    till = null;
    if (folder !== '') fs.rmSync(folder, { recursive: true, force: true });
    folder = '';
  }

  return {
    seqr,
    acknowledging,
    isAhead: tills.isAhead,
    folder: () => folder,
    till: running,
    lives: () => lives,
    async begin() {
      await end();
      await record.forget();
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-kill-'));
      lives = [];
    },
    async start(kill = null) {
      // First of all: whoever kills what is being started must find it.
      till = tills.start({ folder, aheadMs, kill });
      const fromMs = await record.nowMs();
      lives = [...lives, { fromMs, readyMs: Infinity, toMs: null }];
      const loadedMs = await till.started;
      lives = lives.with(-1, { fromMs, readyMs: fromMs + loadedMs, toMs: null });
    },
    async died() {
      await record.exchanges();
      const last = lives.at(-1);
      if (last?.toMs === null) lives = lives.with(-1, { ...last, toMs: await record.nowMs() });
    },
    pass,
    passAtSeqr,
    exchanges: record.exchanges,
    async close() {
      await end();
      await seqr.stop();
    },
  };
}

/** What the till has complained of on its stderr. */
export function complaint(shop: Shop): readonly string[] {
  const said = shop.till().said().slice(0, 2_000);
  return said === '' ? [] : [said];
}
