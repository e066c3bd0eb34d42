import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { OnStep } from './books.ts';
import { checkCloseWords } from './close-rule.ts';
import type { OnAnswer } from './coverage.ts';
import { end } from './ending.ts';
import { createMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { makeMove } from './make-move.ts';
import type { Schedule } from './moves.ts';
import { createOracle } from './oracle.ts';
import { createOwnersSecrets } from './owners-secrets.ts';
import type { Rule, Violation } from './rules.ts';
import { PIN } from './template.ts';
import type { Grounds } from './template.ts';
import type { Walk } from './walk.ts';

/** How a run ended that did not hold. */
export interface Failure extends Violation {
  /** The move after which it was seen; the number of moves: in the end. */
  readonly at: number;
}

export interface RunOptions {
  readonly grounds: Grounds;
  readonly onStep?: OnStep;
  readonly onAnswer?: OnAnswer;
  readonly without?: ReadonlySet<Rule>;
  /** Buttons that nobody presses, and moves that nobody makes: to look past what is known to be wrong. */
  readonly leaveOut?: ReadonlySet<string>;
  /** Only the moves, and not how somebody goes on after them. */
  readonly withoutEnd?: boolean;
  /** Told of each move before it is made, and of what was pressed. */
  readonly tell?: (line: string) => void;
}

/** Of invoices, in one schedule of four: nobody can wait ten minutes often. */
const SHORT_LIFE_MS = 45_000;

/** Runs one schedule from its ground to its end. @returns the first rule that did not hold; null: all did */
export async function runSchedule(schedule: Schedule, options: RunOptions): Promise<Failure | null> {
  const { grounds, onStep = () => undefined, onAnswer = () => undefined, without = new Set<Rule>(), tell = () => undefined } = options;
  let machine: Machine | null = null;
  const there = (): Machine => {
    if (machine === null) throw new Error('the machine is not there yet');
    return machine;
  };
  const oracle = createOracle({ machine: there, onStep, without });
  const ground = grounds.ground(schedule.ground);
  const owner = createOwnersSecrets({ pin: PIN, code: ground.recoveryCode });
  const pressedBy: Walk['pressedBy'] = new WeakMap();
  machine = createMachine({
    ground,
    folder: grounds.folder,
    seed: schedule.seed,
    ack: schedule.ack,
    lifetimeMs: schedule.seed % 4 === 0 ? SHORT_LIFE_MS : undefined,
    watch: {
      ...oracle.watch,
      answered(intent, result) {
        owner.answered(intent, result);
        onAnswer({ action: pressedBy.get(intent) ?? null, kind: intent.kind, granted: result.ok });
        oracle.watch.answered(intent, result);
      },
    },
  });
  let number = 0;
  const walk: Walk = {
    machine,
    oracle,
    owner,
    pressedBy,
    fresh: () => (number += 1),
    old: null,
    remembered: new Map(),
    downMs: 0,
    tell,
    closesRead: new Map(),
  };
  const onThrow = (error: unknown): void => oracle.watch.threw(error, 'nowhere caught');
  process.on('unhandledRejection', onThrow);
  // What is thrown in a task of its own, such as the drawing after a change, is thrown into no call of the model's.
  process.setUncaughtExceptionCaptureCallback(onThrow);
  try {
    readBooks(walk);
    await machine.start();
    await machine.clock.advance(1_000);
    const leaveOut = options.leaveOut ?? new Set<string>();
    for (const [at, move] of schedule.moves.entries()) {
      if (leaveOut.has(move.do) || (move.do === 'press' && leaveOut.has(move.action))) continue;
      await makeMove(walk, move);
      oracle.check();
      await checkCloseWords(walk);
      const violation = oracle.violation();
      if (violation !== null) return { ...violation, at };
    }
    if (options.withoutEnd !== true) await end(walk, schedule);
    const violation = oracle.violation();
    return violation === null ? null : { ...violation, at: schedule.moves.length };
  } catch (error) {
    oracle.watch.threw(error, 'a timer');
    const violation = oracle.violation();
    return violation === null ? null : { ...violation, at: -1 };
  } finally {
    await machine.end();
    process.off('unhandledRejection', onThrow);
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/** What was in the books before. */
function readBooks({ machine, oracle }: Walk): void {
  for (const mode of ['practice', 'live']) {
    const file = join(machine.folder, `journal-${mode}.sqlite`);
    if (!existsSync(file)) continue;
    const db = new DatabaseSync(file);
    oracle.books.committed(db);
    db.close();
  }
}
