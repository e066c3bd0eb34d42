/** The built application, windows and all, in the same hands as the bare core. Time is real here. */
import fs from 'node:fs';
import path from 'node:path';
import { useDisplay } from '../../../e2e/machine/display.ts';
import { chooseRuntime } from '../../../e2e/machine/runtime.ts';
import { EXECUTABLE_VARIABLE, KIND_VARIABLE } from '../../../e2e/support/launch.ts';
import { launchTill } from '../../../e2e/support/till-driver.ts';
import type { Till } from '../../../e2e/support/till-driver.ts';
import { build, buildIsStale } from '../../build.ts';
import type { TillOptions } from './messages.ts';
import { TillDied } from './running-till.ts';
import type { RunningTill } from './running-till.ts';
import type { Tills } from './shop.ts';
import type { WayName } from './ways.ts';

/** Longer than from the end of a window to the end of its process, if both were killed. */
const GONE_MS = 3_000;

/** Of the core only: what the application's process cannot be told from outside. */
const notHere = (): Promise<never> => Promise.reject(new Error('the application cannot be told that'));

/** The ways on which nothing has to be told to the application's process, and whose time can be waited for. */
const WAYS: readonly WayName[] = [
  'sale',
  'sendLost',
  'refused',
  'cancelled',
  'declined',
  'change',
  'leftUnchanged',
  'card',
  'tab',
  'tabReleased',
  'voided',
  'refund',
  'refundLost',
  'payOut',
  'payOutLost',
  'close',
  'closeMarkLost',
  'unregister',
  'setUp',
];

export interface Application {
  readonly ok: true;
  /** Which program runs it. */
  readonly sentence: string;
  readonly tills: Tills;
  readonly ways: readonly WayName[];
  readonly close: () => void;
}

/** The application, built if need be, in whichever runtime is used here; or a sentence that says why it cannot run. */
export async function openApplication(): Promise<Application | { readonly ok: false; readonly sentence: string }> {
  const choice = await chooseRuntime();
  if (!choice.ok) return choice;
  if (buildIsStale() && !build()) return { ok: false, sentence: 'Kassa could not be built (see above).' };
  const { executablePath, kind, sentence } = choice.runtime;
  process.env[EXECUTABLE_VARIABLE] = executablePath;
  process.env[KIND_VARIABLE] = kind;
  const display = await useDisplay();
  return { ok: true, sentence, tills: { start: startApplication, isAhead: false }, ways: WAYS, close: () => display.stop() };
}

function startApplication({ folder }: TillOptions): RunningTill {
  const startedMs = Date.now();
  const launched = launchTill({ userDataDir: folder });
  let till: Till | null = null;
  let hasEnded = false;
  const isAlive = (): boolean => !hasEnded;
  const end = Promise.withResolvers<NodeJS.Signals | number>();
  const started = launched.then(
    (running) => {
      till = running;
      void running.ended.then((code) => {
        hasEnded = true;
        end.resolve(code ?? 'SIGKILL');
      });
      return readyAt(folder, startedMs) - startedMs;
    },
    (error: unknown) => {
      hasEnded = true;
      end.resolve(-1);
      throw new TillDied(error instanceof Error ? error.message : String(error));
    },
  );
  started.catch(() => undefined);

  async function of<Value>(ask: (running: Till) => Promise<Value>): Promise<Value> {
    if (till === null || !isAlive()) throw new TillDied('the application is not running');
    try {
      return await Promise.race([ask(till), end.promise.then(() => Promise.reject(new TillDied('the application has ended')))]);
    } catch (error) {
      // A window may be gone a moment before its process is.
      await Promise.race([end.promise, new Promise((resolve) => setTimeout(resolve, GONE_MS))]);
      throw isAlive() ? error : new TillDied('the application has ended');
    }
  }

  return {
    started,
    ended: end.promise,
    isAlive,
    said: () => errorsIn(folder),
    ask: (intent) => of((running) => running.intent(intent)),
    snapshot: () => of((running) => running.snapshot()),
    forward: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    arm: (kill) => (kill === null ? Promise.resolve() : notHere()),
    setPrinter: (mood) => (mood === 'good' ? Promise.resolve() : notHere()),
    setNetwork: (isThere) => (isThere ? Promise.resolve() : notHere()),
    async kill() {
      const running = await launched;
      await running.kill();
      await end.promise;
    },
  };
}

function logOf(folder: string): readonly string[] {
  const file = path.join(folder, 'logs', 'kassa.log');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

/** When the core knew the terminal's password, by Kassa's log, of which each line begins with its time; now if it never did. */
function readyAt(folder: string, sinceMs: number): number {
  const known = logOf(folder).filter((line) => line.endsWith(' password known'));
  return known.map((line) => Date.parse(line.split(' ')[0] ?? '')).find((ms) => ms >= sinceMs) ?? Date.now();
}

/** Errors that nobody caught. */
function errorsIn(folder: string): string {
  return logOf(folder)
    .filter((line) => /unhandled ?(promise)? ?rejection|uncaught/i.test(line))
    .join('\n');
}
