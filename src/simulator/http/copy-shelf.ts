import type { WorldSnapshot } from '../world/snapshot.ts';
import { isoTime } from '../world/views.ts';
import type { World } from '../world/world.ts';
import type { CopyView } from './answers.ts';

/** The oldest is forgotten beyond these; they are kept in memory only. */
const MAX_COPIES = 20;

/** States of the world that were kept by name, to restore it to. */
export class CopyShelf {
  readonly #copies = new Map<string, WorldSnapshot>();

  /** Under a name that is taken: in the place of the other one. */
  keep(name: string, world: World): void {
    this.#copies.delete(name);
    this.#copies.set(name, world.snapshot());
    const [oldest] = this.#copies.keys();
    if (this.#copies.size > MAX_COPIES && oldest !== undefined) this.#copies.delete(oldest);
  }

  get(name: string): WorldSnapshot | undefined {
    return this.#copies.get(name);
  }

  /** In the order in which they were kept. */
  list(): readonly CopyView[] {
    return [...this.#copies].map(([name, copy]) => ({ name, at: isoTime(copy.takenAtMs) }));
  }

  clear(): void {
    this.#copies.clear();
  }
}
