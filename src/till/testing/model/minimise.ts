import type { Schedule } from './moves.ts';
import { runSchedule } from './run.ts';
import type { Failure, RunOptions } from './run.ts';

/** So many runs are spent at most on making a schedule short. */
const MOST_RUNS = 400;

export interface Minimal {
  readonly schedule: Schedule;
  readonly failure: Failure;
}

/** Leaves out whatever is not needed for the same rule to fall, larger pieces first. */
export async function minimise(schedule: Schedule, failure: Failure, options: RunOptions): Promise<Minimal> {
  let best: Minimal = {
    schedule: { ...schedule, moves: failure.at < 0 ? schedule.moves : schedule.moves.slice(0, failure.at + 1) },
    failure,
  };
  let runs = 0;

  async function fallsWith(candidate: Schedule): Promise<boolean> {
    runs += 1;
    const again = await runSchedule(candidate, options);
    if (again?.rule !== failure.rule) return false;
    best = { schedule: candidate, failure: again };
    return true;
  }

  for (let piece = Math.max(1, best.schedule.moves.length >> 1); piece >= 1 && runs < MOST_RUNS; piece = piece === 1 ? 0 : piece >> 1) {
    let wasShortened = true;
    while (wasShortened && runs < MOST_RUNS) {
      wasShortened = false;
      for (let at = 0; at < best.schedule.moves.length && runs < MOST_RUNS;) {
        const { moves } = best.schedule;
        if (await fallsWith({ ...best.schedule, moves: [...moves.slice(0, at), ...moves.slice(at + piece)] })) wasShortened = true;
        else at += piece;
      }
      if (piece > 1) break;
    }
  }
  return best;
}
