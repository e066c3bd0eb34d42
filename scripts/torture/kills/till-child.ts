/** The core as a process, without windows, in the hands of whoever started it. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import type { Order, Report, TillOptions } from './messages.ts';
import { TillDied } from './running-till.ts';
import type { RunningTill } from './running-till.ts';

const PROGRAM = path.join(import.meta.dirname, 'till-process.ts');
/** What Node makes of the sources is kept from one process to the next. */
const COMPILED = path.join(os.tmpdir(), 'kassa-kills-compiled');

export function startCore(options: TillOptions): RunningTill {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, NODE_OPTIONS: '' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const start = Promise.withResolvers<number>();
  start.promise.catch(() => undefined);
  let isAlive = true;
  let asked = 0;
  const ended = new Promise<NodeJS.Signals | number>((resolve) => {
    child.once('exit', (code, signal) => {
      isAlive = false;
      const died = new TillDied(`the till ended with ${signal ?? String(code)}`);
      start.reject(died);
      for (const { reject } of waiting.values()) reject(died);
      waiting.clear();
      resolve(signal ?? code ?? -1);
    });
  });
  child.on('message', (report: Report) => {
    if (report.kind === 'started') start.resolve(report.loadedMs);
    else {
      waiting.get(report.id)?.resolve(report.value);
      waiting.delete(report.id);
    }
  });
  child.on('error', () => undefined);

  async function order<Value = null>(given: Order): Promise<Value> {
    if (!isAlive || !child.connected) throw new TillDied('the till has ended');
    const answer = Promise.withResolvers<unknown>();
    asked += 1;
    waiting.set(asked, answer);
    child.send({ ...given, id: asked });
    return (await answer.promise) as Value;
  }

  return {
    started: start.promise,
    ended,
    isAlive: () => isAlive,
    said: () => said,
    ask: (intent) => order({ do: 'intent', intent }),
    snapshot: () => order({ do: 'snapshot' }),
    forward: (ms) => order({ do: 'forward', ms }).then(() => undefined),
    arm: (kill) => order({ do: 'arm', kill }).then(() => undefined),
    setPrinter: (mood) => order({ do: 'printer', mood }).then(() => undefined),
    setNetwork: (isThere) => order({ do: 'network', isThere }).then(() => undefined),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
