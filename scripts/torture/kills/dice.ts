import { drawUint32 } from '../../../src/simulator/testing/index.ts';

/** Chance that can be had again: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0 up to, and without, `sides`. */
  readonly below: (sides: number) => number;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

/** @param seed any whole number */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  function below(sides: number): number {
    const { value, nextState } = drawUint32(state);
    state = nextState;
    return Math.floor((value / 2 ** 32) * sides);
  }
  return {
    below,
    oneOf(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('there is nothing to choose from');
      return item;
    },
  };
}

/** Another seed for each part of a run. */
export function seedOf(seed: number, part: number): number {
  return Math.imul(seed ^ 0x9e3779b9, part + 1) | 0;
}
