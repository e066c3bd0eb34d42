/** Many kills in several shops side by side. */
import type { AnswerClass } from './answers.ts';
import { ANSWERS } from './answers.ts';
import { createDice, seedOf } from './dice.ts';
import type { Moment } from './durable-steps.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import type { Kill, KillResult } from './plan.ts';
import { openShop } from './shop.ts';
import type { Tills } from './shop.ts';
import { WAY_TO } from './steps.ts';
import { startCore } from './till-child.ts';
import { WAY_NAMES, wayNamed } from './ways.ts';
import type { WayName } from './ways.ts';

/** One kill of a run, with all that is needed to have it again. */
export interface NamedKill {
  readonly wayName: WayName;
  readonly kill: Kill;
  readonly answers: AnswerClass;
  readonly seed: number;
}

export type Done = NamedKill & KillResult & { readonly acknowledging: string; readonly tookMs: number };

const STEPS: readonly (readonly [step: string, wayName: WayName])[] = Object.entries(WAY_TO);
const MOMENTS: readonly Moment[] = ['before', 'after'];
/** A way on which answers are spoiled may turn aside before the step: it is gone again, the last time with good ones. */
const TRIES = 3;

const at = ([step, wayName]: (typeof STEPS)[number], moment: Moment, answers: AnswerClass, seed: number): NamedKill => ({
  wayName,
  kill: { kind: 'step', point: { name: step, moment, nth: 1 } },
  answers,
  seed,
});

/** Every durable step once; its moment and how SEQR answers go round with the seed. */
export function everyStepOnce(seed: number): readonly NamedKill[] {
  return STEPS.map((step, index) => {
    const moment = MOMENTS[(index + seed) % MOMENTS.length] ?? 'after';
    const answers = ANSWERS[(index + Math.floor(seed / MOMENTS.length)) % ANSWERS.length] ?? 'good';
    return at(step, moment, answers, seedOf(seed, index));
  });
}

/** Every step at both its moments, with every class of answers. */
export function grid(seed: number): readonly NamedKill[] {
  return STEPS.flatMap((step, index) =>
    MOMENTS.flatMap((moment) => ANSWERS.map((answers, column) => at(step, moment, answers, seedOf(seed, index * ANSWERS.length + column)))),
  );
}

const PARTS = 1_000;
/** What happens at a start, and no moment of it, has steps of its own. */
const AT_ANY_MOMENT = WAY_NAMES.filter((name) => wayNamed(name).start === undefined && wayNamed(name).diesFirst === undefined);

/** Any of the ways, killed at any moment of it. */
export function atRandom(count: number, seed: number, wayNames: readonly WayName[] = AT_ANY_MOMENT): readonly NamedKill[] {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_, index) => ({
    wayName: dice.oneOf(wayNames),
    kill: { kind: 'moment', share: dice.below(PARTS) / PARTS } as const,
    answers: dice.oneOf(ANSWERS),
    seed: seedOf(seed, index),
  }));
}

export interface RunOptions {
  /** So many shops side by side. */
  readonly lanes: number;
  readonly tills: Tills;
  readonly onDone?: (done: Done) => void;
}

/** The core without windows. */
export const CORE: Tills = { start: startCore, isAhead: true };

/** All kills, each lane taking the next one when it has done the last. */
export async function runKills(kills: readonly NamedKill[], { lanes, tills, onDone }: RunOptions): Promise<readonly Done[]> {
  const left = [...kills];
  const results: Done[] = [];
  const work = async (lane: Lane): Promise<void> => {
    for (;;) {
      const index = left.findIndex(({ wayName }) => wayNamed(wayName).versionOnly !== true || lane.shop.acknowledging === 'version');
      const [next] = index === -1 ? [] : left.splice(index, 1);
      if (next === undefined) return;
      const done = await killed(lane, next);
      results.push(done);
      onDone?.(done);
    }
  };
  const opened = await Promise.all(
    Array.from({ length: lanes }, async (_, index) => createLane(await openShop(index === 0 ? 'version' : 'any', tills))),
  );
  try {
    await Promise.all(opened.map(work));
  } finally {
    await Promise.all(opened.map((lane) => lane.close()));
  }
  return results;
}

async function killed(lane: Lane, named: NamedKill): Promise<Done> {
  const startedMs = performance.now();
  for (let tried = 1; ; tried += 1) {
    const answers = tried === 1 ? named.answers : 'good';
    const result = await lane.kill({ ...named, answers, way: wayNamed(named.wayName) });
    if (result.died || named.kill.kind === 'moment' || tried === TRIES) {
      const problems =
        result.died || named.kill.kind === 'moment' ? result.problems : [`never came to ${named.kill.point.name}: ${result.halted}`];
      return { ...named, ...result, problems, acknowledging: lane.shop.acknowledging, tookMs: performance.now() - startedMs };
    }
  }
}

/** A line for people, with what is needed to have it again. */
export function told({ wayName, kill, answers, seed, acknowledging, problems }: Done): string {
  const where = kill.kind === 'step' ? `${kill.point.moment} ${kill.point.name}` : `at ${kill.share} of it`;
  return `${wayName}, killed ${where}, answers ${answers}, acknowledged by ${acknowledging}, seed ${seed}:\n${problems.map((line) => `    ${line}\n`).join('')}`;
}
