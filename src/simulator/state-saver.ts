import type { Clock } from '../clock/clock.ts';
import { saveState } from './state-file.ts';
import type { World } from './world/world.ts';

/** Changes this close together are one write. What a killed simulator can lose at most, beside the write under way. */
const GATHER_MS = 50;

/** Saves the world when it has changed, one write at a time. */
export class StateSaver {
  readonly #path: string;
  readonly #world: World;
  readonly #clock: Clock;
  readonly #onNotice: (sentence: string) => void;
  #savedRevision: number;
  #withdrawTimer: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, world: World, clock: Clock, onNotice: (sentence: string) => void) {
    this.#path = path;
    this.#world = world;
    this.#clock = clock;
    this.#onNotice = onNotice;
    // A fresh world is saved once, so that a second start finds its terminals and its seed.
    this.#savedRevision = -1;
    this.touch();
  }

  /** There may be something new: save it soon. */
  touch(): void {
    if (this.#withdrawTimer || this.#savedRevision === this.#world.revision()) return;
    this.#withdrawTimer = this.#clock.after(GATHER_MS, () => {
      this.#withdrawTimer = undefined;
      this.#write();
    });
  }

  /** Saves what is not saved and waits until it is on disk. */
  async flush(): Promise<void> {
    this.#withdrawTimer?.();
    this.#withdrawTimer = undefined;
    this.#write();
    await this.#writing;
  }

  #write(): void {
    this.#writing = this.#writing.then(async () => {
      const snapshot = this.#world.snapshot();
      const revision = this.#world.revision();
      if (revision === this.#savedRevision) return;
      try {
        await saveState(this.#path, snapshot);
        this.#savedRevision = revision;
      } catch (error) {
        this.#onNotice(`The simulator's state could not be saved: ${error instanceof Error ? error.message : 'unknown'}`);
      }
    });
  }
}
