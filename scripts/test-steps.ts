/** The programs that `npm test` runs: their output kept together, all of them ended when it is. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

/** A script to run under this Node. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepOptions {
  readonly cwd: string;
  /** At a lower priority than what runs beside it. */
  readonly aside?: boolean;
  /** Straight to the terminal; otherwise the output is kept for later. */
  readonly live?: boolean;
}

export interface Outcome {
  readonly ok: boolean;
  /** Both streams, in the order in which they were written; empty if it was live. */
  readonly output: string;
  readonly tookMs: number;
}

/**
 * What Node makes of a source, its types stripped, is kept for every later process of the same source: tests start the
 * simulator as a process a hundred times. Node checks the source itself, so that nothing old is ever run.
 */
const COMPILED = path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'kassa', 'compiled');
const ASIDE_PRIORITY = 10;
/** How long a program may take to put away what it has started. */
const GRACE_MS = 10_000;
const GROUPS = process.platform !== 'win32';
const running = new Set<ChildProcess>();
/** After a signal no step ends, so that nothing follows it. */
let ending = false;

/** @returns how it went; never throws, a program that cannot be started has failed */
export function runStep({ file, args, env = {} }: Program, { cwd, aside = false, live = false }: StepOptions): Promise<Outcome> {
  const startedMs = performance.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...(live ? {} : colour), ...env },
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts can be ended with it.
    detached: GROUPS,
  });
  running.add(child);
  if (aside && child.pid !== undefined) lower(child.pid);
  const pieces: Buffer[] = [];
  const keep = (piece: Buffer): void => void pieces.push(piece);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    const end = (ok: boolean, more = ''): void => {
      running.delete(child);
      if (ending) return;
      resolve({ ok, output: Buffer.concat(pieces).toString() + more, tookMs: performance.now() - startedMs });
    };
    child.once('error', (error) => {
      end(false, `${error.message}\n`);
    });
    child.once('close', (code) => {
      end(code === 0);
    });
  });
}

function lower(pid: number): void {
  try {
    os.setPriority(pid, ASIDE_PRIORITY);
  } catch {
    // It has ended already, or this system does not let us: it runs as it is.
  }
}

function signalAll(signal: NodeJS.Signals): void {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      if (GROUPS) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // Gone by itself in this moment.
    }
  }
}

/**
 * Hands the signal to every program that runs, and ends this process when they have ended. TypeScript's compiler goes on
 * to the end of its work whatever it is told: what is left after a grace is killed.
 */
export async function endAllWith(signal: NodeJS.Signals): Promise<void> {
  ending = true;
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  signalAll(signal);
  const grace = setTimeout(signalAll, GRACE_MS, 'SIGKILL');
  await Promise.all(ends);
  clearTimeout(grace);
  process.exit(128 + os.constants.signals[signal]);
}
