import type { Intent, IntentResult, Snapshot } from '../../../src/contract/index.ts';
import type { KillPoint, PrinterMood } from './messages.ts';

/** The process was killed while it was being asked something. */
export class TillDied extends Error {
  override readonly name = 'TillDied';
}

/** A till's process, with windows or without, in the hands of whoever started it. */
export interface RunningTill {
  /** Resolves when the till has started, to how long its process took to put the core together; rejects if it ends before. */
  readonly started: Promise<number>;
  /** Resolves when the process has ended, to the signal that ended it or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number>;
  readonly isAlive: () => boolean;
  /** What it wrote to stderr: errors that nobody caught, and what the core calls an error. */
  readonly said: () => string;
  readonly ask: (intent: Intent) => Promise<IntentResult>;
  readonly snapshot: () => Promise<Snapshot>;
  readonly forward: (ms: number) => Promise<void>;
  readonly arm: (kill: KillPoint | null) => Promise<void>;
  readonly setPrinter: (mood: PrinterMood) => Promise<void>;
  readonly setNetwork: (isThere: boolean) => Promise<void>;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
}
