/**
 * A small seeded generator (mulberry32). Its whole state is one 32-bit number, so that it can be written to the state file.
 * For references and terminal ids of a practice service only; nothing secret comes from it.
 */
export interface Draw {
  /** Uniform in 0 … 2³² − 1. */
  readonly value: number;
  readonly nextState: number;
}

export function drawUint32(state: number): Draw {
  const nextState = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(nextState ^ (nextState >>> 15), 1 | nextState);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return { value: (t ^ (t >>> 14)) >>> 0, nextState };
}
