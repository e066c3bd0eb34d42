import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { commandLine, executablePath } from '../../e2e/support/launch.ts';
import { descendantsOf, isAlive } from '../../e2e/support/processes.ts';
import { firstWord } from './devtools.ts';
import { whenPainted } from './page/when-painted.ts';
import { pause } from './sales.ts';

const BINDING = 'kassaBenchPainted';
const LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 50;

export interface StartOptions {
  readonly appDir?: string;
  readonly userDataDir: string;
  /** What has to be painted before the window counts as started. */
  readonly selector: string;
}

/**
 * Starts an application and ends it.
 * @returns ms from the start of its process until `selector` was painted. @throws if that takes a minute
 */
export async function timeStart(options: StartOptions): Promise<number> {
  const startedAtMs = Date.now();
  const child = spawn(executablePath(), ['--remote-debugging-port=0', ...commandLine(options)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${options.selector} was not painted within ${LIMIT_MS} ms`)), LIMIT_MS).unref();
  });
  const source = `(${whenPainted.toString()})(${JSON.stringify(options.selector)}).then((ms) => globalThis.${BINDING}(String(ms)))`;
  try {
    const painted = devToolsAddress(child).then((address) => firstWord(address, source, BINDING));
    return Number(await Promise.race([painted, late])) - startedAtMs;
  } finally {
    await end(child);
  }
}

function devToolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, address] = /^DevTools listening on (ws:\S+)$/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the application ended: ${said}`)));
  });
}

/** The next start must not share the machine with this one. */
async function end(child: ChildProcess): Promise<void> {
  const all = child.pid === undefined ? [] : [child.pid, ...descendantsOf(child.pid)];
  child.kill('SIGTERM');
  const limitMs = Date.now() + LIMIT_MS;
  while (all.some(isAlive)) {
    if (Date.now() > limitMs) throw new Error('the application does not end');
    await pause(LOOK_AGAIN_MS);
  }
}
