import { drawUint32 } from '../world/random.ts';
import type { Range } from './scenario.ts';

const TWO_TO_32 = 2 ** 32;

/** Chance with a seed of its own: what a scenario draws changes no reference of the world. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Milliseconds of a range in seconds. */
  ms(range: Range): number {
    const [least, most] = ends(range);
    return Math.round((least + this.#fraction() * (most - least)) * 1000);
  }

  whole(range: Range): number {
    const [least, most] = ends(range);
    return least + Math.floor(this.#fraction() * (most - least + 1));
  }

  /** @throws when there is nothing to choose from */
  oneOf<T>(things: readonly T[]): T {
    return this.oneByWeight(things, () => 1);
  }

  /** Each as often as its weight is to the sum. @throws when there is nothing to choose from */
  oneByWeight<T>(things: readonly T[], weightOf: (thing: T) => number): T {
    let left = this.#fraction() * things.reduce((sum, thing) => sum + weightOf(thing), 0);
    const chosen = things.find((thing) => (left -= weightOf(thing)) < 0) ?? things.at(-1);
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  }

  /** From 0 to below 1. */
  #fraction(): number {
    const { value, nextState } = drawUint32(this.#state);
    this.#state = nextState;
    return value / TWO_TO_32;
  }
}

function ends(range: Range): readonly [number, number] {
  return typeof range === 'number' ? [range, range] : range;
}
