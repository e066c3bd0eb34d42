import { expect, test } from 'vitest';
import { runPairs } from '../../src/till/testing/pairs/run-pairs.ts';
import { seedOfTheDay } from './seed.ts';

/** Another part of the grid each day; `npm run torture -- --pairs` walks all of it. */
const FOR_MS = 7_000;
/** A busy machine takes its time to make the tills that the pairs begin with. */
const LIMIT_MS = 120_000;

test(
  'two intents at once do what one after the other would: no money beside a change of the terminal or a mark, nothing twice, and the till sells afterwards',
  async () => {
    const seed = seedOfTheDay();
    const { cells, pairs, failures } = await runPairs({ seed, forMs: FOR_MS, nowMs: () => performance.now() });
    process.stdout.write(`pairs of intents, seed of the day ${seed}: ${pairs} pairs, ${cells} moments\n`);
    expect(failures).toEqual([]);
    expect(pairs).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
