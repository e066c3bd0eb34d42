/**
 * The walk of one mutant, in a process of its own: random schedules until one falls. The exit code is 0 if one fell, 3 if
 * none did within the runs and the time.
 *
 *   node --import ./hook.ts walk.ts SEED RUNS SECONDS
 */
import { createGrounds, runSchedule, scheduleOf } from '../../../src/till/testing/model/index.ts';

const [seed = 1, runs = 500, seconds = 60] = process.argv.slice(2).map(Number);
const NONE_FELL = 3;

async function fallen(): Promise<string | null> {
  const endMs = performance.now() + seconds * 1_000;
  const grounds = await createGrounds();
  try {
    for (let run = 0; run < runs && performance.now() < endMs; run += 1) {
      const failure = await runSchedule(scheduleOf(seed + run), { grounds });
      if (failure !== null) return `schedule ${run + 1}, seed ${seed + run}: ${failure.rule}: ${failure.what.split('\n')[0] ?? ''}`;
    }
    return null;
  } finally {
    grounds.end();
  }
}

// A till that cannot even be set up has fallen too.
const how = await fallen().catch((error: unknown) => `the set-up: ${String(error)}`);
process.stdout.write(how ?? 'nothing fell');
process.exit(how === null ? NONE_FELL : 0);
