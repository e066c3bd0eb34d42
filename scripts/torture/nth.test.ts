import { expect, it } from 'vitest';
import { runNth } from './nth.ts';
import { seedOfTheDay } from './seed.ts';

/** The whole grid is `npm run torture -- --nth`; each day another part of it is tried here. */
const FOR_MS = 5_000;

it('whichever disk write, fsync or call fails, the till goes on and both books agree (PF-02, PF-31)', { timeout: 90_000 }, async () => {
  const seed = seedOfTheDay();
  const lines: string[] = [];
  const { tried, failures } = await runNth({
    seed,
    points: Number.MAX_SAFE_INTEGER,
    forMs: FOR_MS,
    abreast: 4,
    say: (line) => lines.push(line),
  });
  process.stdout.write(`Nth faults, seed ${seed}: ${lines.at(-1) ?? ''}\n`);
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(0);
});
