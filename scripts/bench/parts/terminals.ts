import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { startSimulatorProcess } from '../../../e2e/support/simulator-process.ts';
import type { Part } from '../bench.ts';
import { spread } from '../figures.ts';
import { inMs } from '../report.ts';
import { pause } from '../sales.ts';
import { openWireTill } from '../wire-till.ts';
import type { WireTill } from '../wire-till.ts';

const TERMINALS = 50;
const POLL_MS = 1_000;
const POLLS = { short: 20, full: 60 };
/** The first polls open the connections and are not counted. */
const WARM_UP_POLLS = 3;
const GOAL_P99_MS = 20;

/**
 * How soon a simulator in a process of its own answers fifty tills that poll once a second. Each till asks the baseline as
 * well, half a second later: a bare HTTP server that answers a fixed envelope of the same size.
 */
export const terminals: Part = async (bench) => {
  const simulator = await startSimulatorProcess();
  const opened: WireTill[] = [];
  let bare: BareServer | null = null;
  try {
    for (let number = 1; number <= TERMINALS; number += 1) opened.push(await openWireTill(simulator.soap, `Bench ${number}`));
    const bytes = Buffer.byteLength((await opened[0]?.send(simulator.soap, opened[0].poll)) ?? '');
    bare = await startBareServer(bytes);
    const polls = bench.full ? POLLS.full : POLLS.short;
    const [oursMs, bareMs] = await Promise.all([pollAll(opened, simulator.soap, polls, 0), pollAll(opened, bare.url, polls, POLL_MS / 2)]);
    const [our, their] = [spread(oursMs), spread(bareMs)];
    const words = (of: typeof our): string => `p99 ${inMs(of.p99)}, median ${inMs(of.median)}, max ${inMs(of.max)}`;
    return [
      {
        what: `simulator's answer to ${TERMINALS} tills`,
        ours: `${words(our)} (${our.count} polls, ${availableParallelism()} cores)`,
        baseline: `bare HTTP server: ${words(their)}`,
        ratio: our.p99 / their.p99,
        goal: { text: `p99 < ${inMs(GOAL_P99_MS)}`, met: our.p99 < GOAL_P99_MS },
        values: {
          polls: our.count,
          medianMs: our.median,
          p99Ms: our.p99,
          maxMs: our.max,
          baselineMedianMs: their.median,
          baselineP99Ms: their.p99,
          baselineMaxMs: their.max,
        },
      },
    ];
  } finally {
    for (const till of opened) till.close();
    bare?.stop();
    await simulator.stop();
  }
};

/** Every till's polls, start to start; tills are spread over the second. @returns how long each answer took, ms */
async function pollAll(tills: readonly WireTill[], url: string, polls: number, delayMs: number): Promise<readonly number[]> {
  const each = tills.map(async (till, index) => {
    const firstMs = performance.now() + delayMs + (index * POLL_MS) / tills.length;
    const tookMs: number[] = [];
    for (let poll = 0; poll < polls + WARM_UP_POLLS; poll += 1) {
      await pause(Math.max(0, firstMs + poll * POLL_MS - performance.now()));
      const startedMs = performance.now();
      await till.send(url, till.poll);
      if (poll >= WARM_UP_POLLS) tookMs.push(performance.now() - startedMs);
    }
    return tookMs;
  });
  return (await Promise.all(each)).flat();
}

interface BareServer {
  readonly url: string;
  readonly stop: () => void;
}

async function startBareServer(bytes: number): Promise<BareServer> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'bare-server.ts'), String(bytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
    child.once('exit', () => reject(new Error('the baseline server did not start')));
  });
  return { url, stop: () => void child.kill() };
}
