/** Every pair of intents, in every order, at every await of the first (`src/till/testing/pairs`). */
import { runPairs } from '../../src/till/testing/pairs/run-pairs.ts';
import { count } from './campaign.ts';
import type { Campaign } from './campaign.ts';

const MS_PER_S = 1_000;

export const PAIRS: Campaign = {
  flag: 'pairs',
  usage: ['--pairs [--seconds N]', 'presses every two intents at every await of the first; with --seconds a part of them'],
  options: { pairs: { type: 'boolean' }, seconds: { type: 'string' } },
  async run(flags, seed) {
    const { cells, pairs, failures } = await runPairs({
      seed,
      forMs: count(flags, 'seconds', Infinity) * MS_PER_S,
      nowMs: () => performance.now(),
      onFailure: (told) => void process.stdout.write(`${told}\n`),
    });
    process.stdout.write(`${pairs} pairs that something can come between, ${cells} moments, ${failures.length} failures\n`);
    return failures.length === 0;
  },
};
