import { describe, expect, test } from 'vitest';
import { createGrounds, minimise, runSchedule, scheduleOf } from '../../src/till/testing/model/index.ts';
import type { Schedule } from '../../src/till/testing/model/index.ts';
import { seedOfTheDay } from './seed.ts';

/** So long is walked, and however slow the machine is not fewer schedules than this. */
const BOX_MS = 40_000;
const LEAST = 200;
const LIMIT_MS = 240_000;
/** The seeds of one day and of the next have none in common. */
const SEEDS_A_DAY = 10_000;

/** Where settings were lost, SEQR gone or the terminal lost as well still leads nowhere (docs/payment-rules.md, PF-30). */
function walked(schedule: Schedule): Schedule {
  return schedule.moves.some((move) => move.do === 'loseSettings') ? { ...schedule, ending: 'peace' } : schedule;
}

describe('the whole till', () => {
  test(
    'keeps every rule over random schedules of the day (invariants 1 to 9, PF-30, PF-32)',
    async () => {
      const first = (seedOfTheDay() * SEEDS_A_DAY) % 2 ** 31;
      const endMs = performance.now() + BOX_MS;
      const grounds = await createGrounds();
      let runs = 0;
      try {
        for (; runs < LEAST || performance.now() < endMs; runs += 1) {
          const schedule = walked(scheduleOf(first + runs));
          const failure = await runSchedule(schedule, { grounds });
          if (failure === null) continue;
          const least = await minimise(schedule, failure, { grounds });
          expect.fail(`seed ${first + runs}\n${failure.rule}: ${failure.what}\n${JSON.stringify(least.schedule)}`);
        }
      } finally {
        grounds.end();
        process.stdout.write(`the whole till, seeds ${first} to ${first + runs}: ${runs} schedules\n`);
      }
    },
    LIMIT_MS,
  );
});
