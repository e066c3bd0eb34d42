import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { startSimulator } from '../simulator/testing/index.ts';
import type { Simulator } from '../simulator/testing/index.ts';
import type { StepResult } from './result.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program; `onOutput` is given all standard output so far. */
function runCli(args: readonly string[], onOutput: (out: string, child: ChildProcess) => void = () => undefined): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      onOutput(out, child);
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('npm run certify', () => {
  let simulator: Simulator;
  const flags = (endpoint: string): readonly string[] => [
    '--endpoint',
    endpoint,
    '--reseller',
    'public_test_shop',
    '--user',
    '9900',
    '--password',
    '1234',
    '--seqr-id',
    '0046100',
  ];
  /** The terminals of runs that SEQR still has. */
  const ours = (): readonly string[] =>
    simulator.world
      .terminals()
      .map((terminal) => terminal.externalTerminalId)
      .filter((id) => id.startsWith('Kassa cert-'));
  beforeAll(async () => {
    simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8') });
  });
  afterAll(() => simulator.stop());

  it('ends with 2 and a sentence when a flag is wrong', async () => {
    const { code, out, err } = await runCli(['--endpoint', 'http://pay.example.com/', '--seqr-id', '1']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^--endpoint must begin with https:\/\//);
  });

  it('with --json writes the result and nothing else to standard output, and ends with 1 when steps failed', async () => {
    const { code, out, err } = await runCli([...flags('http://127.0.0.1:1/'), '--json']);
    expect(code).toBe(1);
    const steps = JSON.parse(out) as readonly StepResult[];
    expect(steps.map(({ step, ok }) => [step, ok])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, false],
      [6, false],
      [7, false],
      [8, false],
      [9, false],
    ]);
    expect(Object.keys(steps[0] ?? {}).sort()).toEqual(['calls', 'detail', 'ok', 'step']);
    expect(err).toContain('0 of 9 steps passed');
  });

  it('shows the code, waits without a key, and unregisters after two signals', async () => {
    let signals = 0;
    let registered: readonly string[] = [];
    const { code, out } = await runCli(flags(simulator.soapUrl), (sofar, child) => {
      if (signals === 0 && sofar.includes('HTTP://SEQR.SE/Q0046100')) {
        registered = ours();
        signals = 1;
        child.kill('SIGINT');
      } else if (signals === 1 && sofar.includes('SIGINT: stopping')) {
        signals = 2;
        child.kill('SIGINT');
      }
    });
    expect(signals).toBe(2);
    expect(code).toBe(1);
    expect(out).toMatch(/[▀▄█]{10}/);
    expect(registered.length, 'it was registered').toBe(1);
    expect(ours()).toEqual([]);
    expect(simulator.world.invoices().map((invoice) => invoice.status)).toEqual(['CANCELED']);
  });

  it('survives a reader that goes away', async () => {
    const { code } = await runCli(flags(simulator.soapUrl), (_out, child) => child.stdout?.destroy());
    expect(code).toBe(1);
    expect(ours()).toEqual([]);
  });
});
