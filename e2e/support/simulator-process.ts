/** The simulator as a process of its own, as a shop's SEQR would be: another machine, as far as the till can tell. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { noteMishap, watchProcess } from './mishaps.ts';
import { simulatorClient } from './simulator-client.ts';
import type { SimulatorClient } from './simulator-client.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 15_000;

export interface SimulatorProcess extends SimulatorClient {
  readonly url: string;
  /** The address a till is given. */
  readonly soap: string;
  readonly stop: () => Promise<void>;
}

/** @param args further flags, as `npm run simulator` takes them. @throws if it does not say its address in time */
export async function startSimulatorProcess(args: readonly string[] = []): Promise<SimulatorProcess> {
  const cli = path.join(ROOT, 'src', 'simulator', 'cli.ts');
  const child = spawn(process.execPath, [cli, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  watchProcess('simulator', child);
  child.stderr.on('data', (said: string) => void process.stderr.write(said));
  const leave = (): void => void child.kill();
  process.once('exit', leave);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the simulator did not start in time')), START_LIMIT_MS);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const end = said.indexOf('\n');
      if (end === -1) return;
      clearTimeout(limit);
      resolve(said.slice(0, end));
    });
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code ?? 'a signal'}`)));
    child.once('error', reject);
  });
  const { url, soap } = JSON.parse(line) as { url: string; soap: string };
  let isStopping = false;
  child.once('exit', (code, signal) => {
    if (!isStopping) noteMishap('simulator', `ended by itself: ${code ?? signal ?? ''}`);
  });
  return {
    ...simulatorClient(url),
    url,
    soap,
    async stop() {
      isStopping = true;
      process.off('exit', leave);
      child.kill();
      await ended;
    },
  };
}
