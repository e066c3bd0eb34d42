import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine, executablePath } from '../../../e2e/support/launch.ts';
import { descendantsOf } from '../../../e2e/support/processes.ts';
import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Bench, Part } from '../bench.ts';
import { startBusyNeighbours } from '../busy.ts';
import { spread } from '../figures.ts';
import { inMs, inSeconds } from '../report.ts';
import type { Row } from '../report.ts';
import { pause, ringUpAndCharge } from '../sales.ts';

const STARTS = { short: 5, full: 20 };
/** Ten of them for each core: a machine that has something else to do. */
const NEIGHBOURS = 10 * os.availableParallelism();
const GOAL_MS = 500;
const LIMIT_MS = 120_000;
const LOOK_AGAIN_MS = 50;

interface Start {
  /** From the password being known to the end of the first status call at SEQR: a little more than to its request. */
  readonly readMs: number;
  /** From the start of the process to the password being known. */
  readonly passwordMs: number;
}

/**
 * How soon SEQR is asked about a payment that was open when Kassa was killed (PF-15), alone and beside busy neighbours.
 * Baseline: how long that start took until the password was known, on which Kassa has less influence.
 */
export const firstRead: Part = async (bench) => {
  const userDataDir = await bench.setUpFolder();
  const till = await launchTill({ userDataDir });
  const { invoiceReference } = await bench.simulator.scan(await ringUpAndCharge(till));
  await till.kill();
  const alone = await starts(bench, userDataDir, invoiceReference);
  const endNeighbours = startBusyNeighbours(NEIGHBOURS);
  try {
    return [row('alone', alone), row(`beside ${NEIGHBOURS} busy processes`, await starts(bench, userDataDir, invoiceReference))];
  } finally {
    endNeighbours();
  }
};

async function starts(bench: Bench, userDataDir: string, invoiceReference: string): Promise<readonly Start[]> {
  const measured: Start[] = [];
  for (let done = 0; done < (bench.full ? STARTS.full : STARTS.short); done += 1) {
    const start = await measureStart(bench, userDataDir, invoiceReference);
    bench.tell(`password known after ${inSeconds(start.passwordMs)}, asked ${inMs(start.readMs)} later`);
    measured.push(start);
  }
  return measured;
}

/** Starts Kassa, waits for its first status call, and kills it. */
async function measureStart(bench: Bench, userDataDir: string, invoiceReference: string): Promise<Start> {
  const startedMs = Date.now();
  const child = spawn(executablePath(), commandLine({ userDataDir }), { stdio: 'ignore' });
  try {
    const readAtMs = await firstReadSince(bench, startedMs, invoiceReference);
    const passwordAtMs = passwordKnownSince(path.join(userDataDir, 'logs', 'kassa.log'), startedMs);
    return { readMs: readAtMs - passwordAtMs, passwordMs: passwordAtMs - startedMs };
  } finally {
    for (const pid of child.pid === undefined ? [] : [child.pid, ...descendantsOf(child.pid)]) kill(pid);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

async function firstReadSince({ simulator }: Bench, sinceMs: number, invoiceReference: string): Promise<number> {
  for (;;) {
    const reads = (await simulator.messages()).filter(
      ({ at, operation, request }) => operation === 'getPaymentStatus' && request.includes(invoiceReference) && Date.parse(at) >= sinceMs,
    );
    if (reads.length > 0) return Math.min(...reads.map(({ at }) => Date.parse(at)));
    if (Date.now() - sinceMs > LIMIT_MS) throw new Error('the payment was not asked about');
    await pause(LOOK_AGAIN_MS);
  }
}

/** By Kassa's log, of which each line begins with its time. */
function passwordKnownSince(logFile: string, sinceMs: number): number {
  const lines = fs
    .readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith(' password known'));
  const atMs = lines.map((line) => Date.parse(line.split(' ')[0] ?? '')).find((ms) => ms >= sinceMs);
  if (atMs === undefined) throw new Error('the log does not say when the password was known');
  return atMs;
}

function row(where: string, measured: readonly Start[]): Row {
  const read = spread(measured.map(({ readMs }) => readMs));
  const password = spread(measured.map(({ passwordMs }) => passwordMs));
  return {
    what: `first read after a crash, ${where}`,
    ours: `median ${inMs(read.median)}, p99 ${inMs(read.p99)} (${read.count} starts)`,
    baseline: `password known: median ${inSeconds(password.median)}, max ${inSeconds(password.max)}`,
    ratio: null,
    goal: { text: `p99 <= ${inMs(GOAL_MS)}`, met: read.p99 <= GOAL_MS },
    values: {
      starts: read.count,
      medianMs: read.median,
      p99Ms: read.p99,
      maxMs: read.max,
      passwordMedianMs: password.median,
      passwordMaxMs: password.max,
    },
  };
}
