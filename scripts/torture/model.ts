import fs from 'node:fs';
import path from 'node:path';
import { createCoverage, createGrounds, minimise, RULES, runSchedule, scheduleOf } from '../../src/till/testing/model/index.ts';
import type { Coverage, Failure, Rule, RunOptions, Schedule } from '../../src/till/testing/model/index.ts';
import { count } from './campaign.ts';
import type { Campaign, Flags } from './campaign.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const RUNS = 1_000;
/** Every state and every arrow is to be reached so often by a long run. */
const OFTEN = 20;

function words(flags: Flags, name: string): readonly string[] {
  const given = flags[name];
  return typeof given === 'string' ? given.split(',') : [];
}

function rules(flags: Flags): ReadonlySet<Rule> {
  const wanted = words(flags, 'without');
  const known = RULES.filter((rule) => wanted.includes(rule));
  if (known.length < wanted.length) throw new Error(`--without takes rules of ${RULES.join(', ')}`);
  return new Set(known);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What has to be seen of a failure, and what shows it again. */
async function tellFailure(seed: number | null, schedule: Schedule, failure: Failure, options: RunOptions): Promise<void> {
  say(`\n${failure.rule}: ${failure.what}`);
  if (seed !== null) say(`again: npm run torture -- --runs 1 --seed ${seed}`);
  const least = await minimise(schedule, failure, { ...options, onStep: () => undefined });
  const file = path.join('test-results', `torture-${failure.rule}-${seed ?? 'replayed'}.json`);
  fs.mkdirSync(path.join(ROOT, 'test-results'), { recursive: true });
  fs.writeFileSync(path.join(ROOT, file), `${JSON.stringify(least.schedule)}\n`);
  say(`the least that shows it: npm run torture -- --replay ${file}`);
  await runSchedule(least.schedule, { ...options, onStep: () => undefined, tell: (line) => say(`  ${line}`) });
  say(`  ${least.failure.what}`);
}

function tellCoverage(coverage: Coverage): void {
  const report = coverage.report();
  say(
    `\nHow often every state and every arrow came to disk (${report.filter(({ times }) => times < OFTEN).length} less than ${OFTEN} times):`,
  );
  for (const { what, times } of report) say(`${String(times).padStart(9)}  ${what}`);
  const granted = coverage.granted();
  say('\nHow often every button was granted:');
  say(granted.map(({ what, times }) => `${what} ${times}`).join(', '));
  for (const [name, all] of Object.entries({ buttons: granted, intents: coverage.grantedIntents() })) {
    const rare = all.filter(({ times }) => times < OFTEN);
    const those = rare.map(({ what, times }) => `${what} ${times}`).join(', ');
    say(`${rare.length} of ${all.length} ${name} granted less than ${OFTEN} times${rare.length === 0 ? '' : `: ${those}`}`);
  }
}

async function replay(file: string, options: RunOptions): Promise<boolean> {
  const schedule = JSON.parse(fs.readFileSync(path.resolve(ROOT, file), 'utf8')) as Schedule;
  const failure = await runSchedule(schedule, { ...options, tell: (line) => say(`  ${line}`) });
  say(failure === null ? 'every rule held' : `${failure.rule}: ${failure.what}`);
  return failure === null;
}

async function walk(flags: Flags, firstSeed: number, options: RunOptions): Promise<boolean> {
  const runs = count(flags, 'runs', RUNS);
  const coverage = createCoverage();
  const startedMs = performance.now();
  const fallen = new Map<Rule, number>();
  for (let run = 0; run < runs; run += 1) {
    const seed = firstSeed + run;
    const schedule = scheduleOf(seed);
    const failure = await runSchedule(schedule, { ...options, onStep: coverage.onStep, onAnswer: coverage.onAnswer });
    if (failure === null) continue;
    fallen.set(failure.rule, (fallen.get(failure.rule) ?? 0) + 1);
    if (fallen.get(failure.rule) === 1) await tellFailure(seed, schedule, failure, options);
    else say(`${failure.rule} once more: seed ${seed}`);
    if (flags['all'] !== true) break;
  }
  const tookS = (performance.now() - startedMs) / 1_000;
  const failures = [...fallen.values()].reduce((sum, times) => sum + times, 0);
  tellCoverage(coverage);
  say(`\nseeds ${firstSeed} to ${firstSeed + runs - 1}: ${runs} schedules, ${(runs / tookS).toFixed(1)} a second, ${failures} failed`);
  return failures === 0;
}

/** The whole till walked at random: see `src/till/testing/model`. */
export const MODEL: Campaign = {
  flag: 'runs',
  usage: ['--runs N [--all]', 'N random schedules of the whole till; --all goes on after a failure'],
  options: {
    runs: { type: 'string' },
    all: { type: 'boolean' },
    replay: { type: 'string' },
    without: { type: 'string' },
    'leave-out': { type: 'string' },
  },
  async run(flags, seed) {
    const grounds = await createGrounds();
    try {
      const options = { grounds, without: rules(flags), leaveOut: new Set(words(flags, 'leave-out')) };
      const file = flags['replay'];
      return typeof file === 'string' ? await replay(file, options) : await walk(flags, seed, options);
    } finally {
      grounds.end();
    }
  },
};
