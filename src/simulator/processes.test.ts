import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCliOptions } from './cli-options.ts';
import { startEmbeddedSimulator } from './embedded.ts';
import { NewerStateError } from './newer-state.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line; `onLine` gets its first line of output and may end it. */
function run(args: readonly string[], onLine?: (line: string, end: (signal: NodeJS.Signals) => void) => void): Promise<Ended> {
  const child = spawn(process.execPath, [here('cli.ts'), ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    const isFirst = !stdout.includes('\n');
    stdout += chunk.toString();
    if (isFirst && stdout.includes('\n')) onLine?.(stdout.split('\n')[0] ?? '', (signal) => child.kill(signal));
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

describe('the command line', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints its addresses as one line of JSON, serves, and ends cleanly on %s', async (signal) => {
    const seen: string[] = [];
    const ended = await run(['--port', '0', '--seed', '7'], (line, end) => {
      const { url, soap } = JSON.parse(line) as { url: string; soap: string };
      seen.push(url, soap);
      void fetch(`${soap}?wsdl`)
        .then((response) => response.text())
        .then((text) => {
          seen.push(/<soap:address location="([^"]*)"/.exec(text)?.[1] ?? '');
          end(signal);
        });
    });
    const [url = '', soap, wsdlAddress] = seen;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(soap).toBe(`${url}/soap/merchant/cashregister-2`);
    expect(wsdlAddress).toBe(soap);
    expect(ended).toEqual({ code: 0, stdout: `${JSON.stringify({ url, soap })}\n`, stderr: '' });
  });

  it('ends with 2 and a sentence for a wrong flag', async () => {
    expect(await run(['--ack', 'never'])).toEqual({ code: 2, stdout: '', stderr: '--ack must be "any" or "version".\nSee --help.\n' });
  });

  it('ends with 2 and the place in the scenario that is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
    const file = join(folder, 'mine.json');
    await writeFile(file, '{"name":"x","customers":[{"name":"a","steps":[{"do":"buy"}]}]}');
    const ended = await run(['--scenario', file]);
    await rm(folder, { recursive: true });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('customers[0].steps[0].do must be "scan", "pay", "decline" or "cancel"');
  });

  it('ends with 1 and a sentence when the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ended = await run(['--port', String((server.address() as AddressInfo).port)]);
    server.close();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('could not start');
  });

  it('ends with 1 and says what to do when its state is a newer Kassa’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newer-'));
    const file = join(folder, 'state.json');
    const newer = '{"format":"kassa-simulator-state","version":9,"sha256":""}\n{}';
    await writeFile(file, newer);
    const ended = await run(['--state', file]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/state\.json was written by a newer Kassa.*not touched.*--state/s);
    expect(await readFile(file, 'utf8')).toBe(newer);
    const options = { workerPath: here('worker.ts'), wsdl: '', stateFile: file };
    await expect(startEmbeddedSimulator(options)).rejects.toThrow(NewerStateError);
    await rm(folder, { recursive: true });
  });

  it.each([
    ['--port', '65536'],
    ['--port', 'x'],
    ['--seed', '-1'],
    ['--currency', 'kr'],
    ['--lifetime', '0'],
    ['--state', ''],
    ['--reserved', 'maybe'],
    ['--report-delay', 'x'],
    ['--scenario', ''],
    ['--unknown'],
    ['file'],
  ])('refuses %s %s', (...args) => {
    expect(parseCliOptions(args).kind).toBe('wrong');
  });

  it('explains itself', () => {
    expect(parseCliOptions(['--help'])).toEqual({ kind: 'help' });
    expect(parseCliOptions(['--ack', 'version', '--lifetime', '60', '--reserved', 'cancel'])).toMatchObject({
      kind: 'run',
      settings: { ack: 'version', invoiceLifetimeMs: 60_000, reservedInvoices: 'cancel' },
    });
  });
});

describe('the simulator in a worker thread', () => {
  it('serves, keeps its state over a restart, and stops', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
    const options = { workerPath: here('worker.ts'), wsdl: '<x/>', stateFile: join(folder, 'state.json') };
    const first = await startEmbeddedSimulator(options);
    expect(await (await fetch(`${first.soapUrl}?wsdl`)).text()).toBe('<x/>');
    await fetch(`${first.url}/api/block`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"id":"public_test_shop_terminal","blocked":true}',
    });
    await first.stop();
    await first.stop();
    const second = await startEmbeddedSimulator(options);
    expect(await (await fetch(`${second.url}/api/terminals`)).json()).toMatchObject([{ blocked: true }]);
    await second.stop();
    await rm(folder, { recursive: true });
  });

  it('says why it could not start', async () => {
    const first = await startEmbeddedSimulator({ workerPath: here('worker.ts'), wsdl: '' });
    const port = Number(new URL(first.url).port);
    await expect(startEmbeddedSimulator({ workerPath: here('worker.ts'), wsdl: '', port })).rejects.toThrow(
      /could not start: .*EADDRINUSE/,
    );
    await first.stop();
  });
});
