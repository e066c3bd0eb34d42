/**
 * `npm run torture`: what `npm test` does with the till under faults for some seconds, as long as one likes.
 *
 *   npm run torture -- --help         the campaigns there are
 *   npm run torture -- --seed S       any of them from a chosen seed; without it the seed of the day is taken
 *
 * The exit code is 1 if anything did not hold. What a failure needs to be seen again stands in the output.
 */
import { parseArgs } from 'node:util';
import { count } from './torture/campaign.ts';
import type { Campaign, FlagTable, Flags } from './torture/campaign.ts';
import { CAMPAIGNS } from './torture/campaigns.ts';
import { seedOfTheDay } from './torture/seed.ts';

function help(): string {
  const lines = CAMPAIGNS.map(({ usage: [flags, what] }) => `  npm run torture -- ${flags.padEnd(34)} ${what}`);
  return `${lines.join('\n')}\n`;
}

function chosen(flags: Flags): Campaign | undefined {
  return CAMPAIGNS.find(({ flag }) => flags[flag] !== undefined) ?? CAMPAIGNS[0];
}

const EVERYBODYS: FlagTable = { help: { type: 'boolean' }, seed: { type: 'string' } };
const table = CAMPAIGNS.reduce<FlagTable>((known, { options }) => ({ ...known, ...options }), EVERYBODYS);
const values: Flags = parseArgs({ options: table }).values;
const campaign = chosen(values);
if (values['help'] === true || campaign === undefined) {
  process.stdout.write(help());
} else {
  const seed = count(values, 'seed', seedOfTheDay());
  process.stdout.write(`torture ${campaign.flag}, seed ${seed}\n`);
  process.exitCode = (await campaign.run(values, seed)) ? 0 : 1;
}
