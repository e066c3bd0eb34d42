import { drawUint32 } from '../simulator/testing/index.ts';

/** Chance that can be played again: the same seed throws the same. */
export interface Dice {
  /** 0 … below. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function createDice(seed: number): Dice {
  let state = seed | 0;
  const below = (limit: number): number => {
    const { value, nextState } = drawUint32(state);
    state = nextState;
    return Math.floor((value / 2 ** 32) * limit);
  };
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
