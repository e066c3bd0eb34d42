/**
 * Real crashes: the till's process is killed with SIGKILL, started again, taken over by a cashier, closes its day, and then
 * both books are compared to the öre (`kills/audit.ts` says what has to hold).
 */
import os from 'node:os';
import { count } from './campaign.ts';
import type { Campaign } from './campaign.ts';
import { atRandom, CORE, grid, runKills, told } from './kills/run.ts';
import type { NamedKill } from './kills/run.ts';
import type { Tills } from './kills/shop.ts';
import { sumOf } from './kills/sum.ts';

const WITHOUT_A_NUMBER = 100;
const TELL_EVERY = 10;

/** @returns whether everything held */
async function run(kills: readonly NamedKill[], tills: Tills, lanes: number): Promise<boolean> {
  let ended = 0;
  const done = await runKills(kills, {
    tills,
    lanes,
    onDone(result) {
      ended += 1;
      if (result.problems.length > 0) process.stdout.write(told(result));
      if (ended % TELL_EVERY === 0) process.stderr.write(`${ended} of ${kills.length}\n`);
    },
  });
  process.stdout.write(`${sumOf(done)}\n`);
  return done.every(({ problems }) => problems.length === 0);
}

export const KILLS: Campaign = {
  flag: 'kills',
  usage: ['--kills N', 'kills the core without windows N times, at any moment'],
  options: { kills: { type: 'string' } },
  run: (flags, seed) => run(atRandom(count(flags, 'kills', WITHOUT_A_NUMBER), seed), CORE, os.availableParallelism()),
};

export const KILLS_GRID: Campaign = {
  flag: 'kills-grid',
  usage: ['--kills-grid', 'kills it before and after each durable step, with each class of answers'],
  options: { 'kills-grid': { type: 'boolean' } },
  run: (_flags, seed) => run(grid(seed), CORE, os.availableParallelism()),
};

export const KILLS_APP: Campaign = {
  flag: 'kills-app',
  usage: ['--kills-app N', 'kills the built application N times, in the Electron or the stand-in that is used here'],
  options: { 'kills-app': { type: 'string' } },
  async run(flags, seed) {
    // Only here: they bring Playwright along.
    const { openApplication } = await import('./kills/application.ts');
    const application = await openApplication();
    process.stdout.write(`${application.sentence}\n`);
    if (!application.ok) return false;
    try {
      const kills = atRandom(count(flags, 'kills-app', WITHOUT_A_NUMBER), seed, application.ways);
      return await run(kills, application.tills, 1);
    } finally {
      application.close();
    }
  },
};
