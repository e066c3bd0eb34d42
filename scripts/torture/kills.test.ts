import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { CORE, everyStepOnce, runKills, told } from './kills/run.ts';
import { sumOf } from './kills/sum.ts';
import { seedOfTheDay } from './seed.ts';

/** Two thirds of a minute on a quiet machine of two cores; a busy one takes what it takes. */
const LIMIT_MS = 600_000;

describe('a till that is killed', () => {
  test(
    'at every durable step there is, is started again, closes its day, and agrees with SEQR to the öre (invariants 3, 4, 6, 7, 8)',
    async () => {
      const seed = seedOfTheDay();
      const done = await runKills(everyStepOnce(seed), { lanes: os.availableParallelism(), tills: CORE });
      process.stdout.write(`killed at every durable step, seed of the day ${seed}: ${sumOf(done)}\n`);
      expect(done.filter(({ problems }) => problems.length > 0).map(told)).toEqual([]);
    },
    LIMIT_MS,
  );
});
