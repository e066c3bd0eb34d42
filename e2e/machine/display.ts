/**
 * A display for windows where there is none: tests, demo and harness run on machines without a screen.
 *
 *   node e2e/machine/display.ts COMMAND …   runs a command with one
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import type { Readable } from 'node:stream';
import { hasProgram } from './has-program.ts';

const SCREEN = '1920x1080x24';
const START_LIMIT_MS = 15_000;
const DISPLAY_NUMBERS = [1_000, 50_000] as const;

export interface Display {
  /** For DISPLAY; undefined where windows need no such variable or the machine's own display is used. */
  readonly name: string | undefined;
  readonly stop: () => void;
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** Whether this machine can have displays beside its own, as many as are wanted. */
export function hasOwnDisplays(): boolean {
  return process.platform === 'linux' && hasProgram('Xvfb');
}

/**
 * Starts a virtual display unless there is a display already.
 * @param screen its size and depth
 * @throws if Xvfb is absent or does not start
 */
export async function openDisplay(screen = SCREEN): Promise<Display> {
  return hasDisplay() ? { name: undefined, stop: () => undefined } : openVirtualDisplay(screen);
}

/** Starts a virtual display, whatever others there are. @throws if Xvfb is absent or does not start */
export async function openVirtualDisplay(screen = SCREEN): Promise<Display & { readonly name: string }> {
  // A number of our own: the lowest free one may be that of a server which is just ending, and takes the socket with it.
  const display = `:${randomInt(...DISPLAY_NUMBERS)}`;
  const args = [display, '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = (): void => {
    xvfb.kill();
  };
  process.on('exit', stop);
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Xvfb did not start in time')), START_LIMIT_MS);
    xvfb.on('error', () => reject(new Error('There is no display and no Xvfb: apt-get install xvfb')));
    xvfb.on('exit', () => reject(new Error('Xvfb ended')));
    (xvfb.stdio[3] as Readable).setEncoding('utf8').on('data', (said: string) => {
      // It says its number when it is ready, and the line's end in a second write: a pipe closed by then ends it.
      if (!said.endsWith('\n')) return;
      clearTimeout(limit);
      resolve();
    });
  });
  xvfb.unref();
  (xvfb.stdio[3] as Readable).destroy();
  return { name: display, stop };
}

/** Opens a display and puts its name into this process's environment, for all it starts. */
export async function useDisplay(screen = SCREEN): Promise<Display> {
  const display = await openDisplay(screen);
  if (display.name !== undefined) process.env['DISPLAY'] = display.name;
  return display;
}

if (import.meta.main) {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('Usage: node e2e/machine/display.ts COMMAND …');
  await useDisplay();
  const child = spawn(command, args, { stdio: 'inherit' });
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(127);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
