import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Campaign } from './campaign.ts';
import { MUTATIONS } from './mutants/list.ts';
import { mutated } from './mutants/mutation.ts';
import type { Mutation } from './mutants/mutation.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const HOOK = pathToFileURL(path.join(import.meta.dirname, 'mutants', 'hook.ts')).href;
const WALK = path.join(import.meta.dirname, 'mutants', 'walk.ts');
const RUNS = 500;
const SECONDS = 60;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Why this mutation cannot be made; null: it can. */
function hindrance(mutation: Mutation): string | null {
  try {
    mutated(fs.readFileSync(path.join(ROOT, mutation.file), 'utf8'), mutation);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @returns whether the model saw it */
function isSeen(mutation: Mutation, seed: number): boolean {
  const args = ['--import', HOOK, WALK, String(seed), String(RUNS), String(SECONDS)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, KASSA_MUTANT: mutation.name },
    encoding: 'utf8',
  });
  say(`${status === 0 ? 'fell ' : 'STOOD'}  ${mutation.name}: ${stdout}${status === 0 ? '' : stderr.slice(-2_000)}`);
  return status === 0;
}

/** What of the till is made wrong on purpose has to fall to the model within some hundred schedules, or a minute. */
export const MUTANTS: Campaign = {
  flag: 'mutants',
  usage: ['--mutants [--only WORD]', `makes the till wrong in ${MUTATIONS.length} ways, one at a time; the model has to see each`],
  options: { mutants: { type: 'boolean' }, only: { type: 'string' } },
  run(flags, seed) {
    const only = typeof flags['only'] === 'string' ? flags['only'] : '';
    const wanted = MUTATIONS.filter(({ name }) => name.includes(only));
    const hindrances = wanted.map(hindrance).filter((why) => why !== null);
    for (const why of hindrances) say(why);
    if (hindrances.length > 0) return Promise.resolve(false);
    const seen = wanted.filter((mutation) => isSeen(mutation, seed)).length;
    say(`${seen} of ${wanted.length} fell`);
    return Promise.resolve(seen === wanted.length);
  },
};
