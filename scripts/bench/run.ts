/**
 * `npm run bench`: how fast and how small Kassa is, each figure beside its baseline in the same run and against its goal.
 *
 *   npm run bench                     everything, short
 *   npm run bench -- --full           as many repetitions as the goals are set for (about an hour)
 *   npm run bench -- --only NAME      one part; may be repeated
 *   npm run bench -- --json           the bare numbers as well, as one JSON array on stdout
 *
 * A goal that is missed is told, not a failure; the exit code is 1 only if something could not be measured.
 */
import { parseArgs } from 'node:util';
import { EXECUTABLE_VARIABLE, KIND_VARIABLE } from '../../e2e/support/launch.ts';
import { startSimulatorProcess } from '../../e2e/support/simulator-process.ts';
import { build, buildIsStale } from '../build.ts';
import { useDisplay } from '../display.ts';
import { chooseRuntime } from '../runtime.ts';
import type { Bench, Part } from './bench.ts';
import { createFolders } from './folders.ts';
import { catalogue } from './parts/catalogue.ts';
import { memory } from './parts/memory.ts';
import { paid } from './parts/paid.ts';
import { polls } from './parts/polls.ts';
import { start } from './parts/start.ts';
import { statusCall } from './parts/status-call.ts';
import { terminals } from './parts/terminals.ts';
import { table } from './report.ts';
import type { PartReport } from './report.ts';

const PARTS: Readonly<Record<string, Part>> = { 'status-call': statusCall, terminals, start, catalogue, paid, polls, memory };
/** Invoices outlive the longest part. */
const LIFETIME_S = '86400';

const { values: flags } = parseArgs({
  options: { only: { type: 'string', multiple: true }, full: { type: 'boolean' }, json: { type: 'boolean' } },
});

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measure(name: string, part: Part, bench: Bench): Promise<PartReport> {
  const told: Bench = { ...bench, tell: (text) => tell(`${name}: ${text}`) };
  told.tell('…');
  try {
    return { name, rows: await part(told), failure: null };
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { name, rows: [], failure: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

const wanted = flags.only ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) giveUp(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

const choice = await chooseRuntime();
if (!choice.ok) giveUp(choice.sentence);
process.env[EXECUTABLE_VARIABLE] = choice.runtime.executablePath;
process.env[KIND_VARIABLE] = choice.runtime.kind;
if (buildIsStale() && !build()) giveUp('Kassa could not be built (see above).');

const display = await useDisplay();
const simulator = await startSimulatorProcess(['--lifetime', LIFETIME_S]);
const folders = createFolders(simulator);
const bench: Bench = { full: flags.full ?? false, simulator, setUpFolder: folders.setUp, emptyFolder: folders.empty, tell };

const reports: PartReport[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.includes(name)) reports.push(await measure(name, part, bench));
}
await simulator.stop();
folders.removeAll();
display.stop();

tell(`\nIn ${choice.runtime.sentence}, ${bench.full ? 'full' : 'short'} run\n`);
const text = `${table(reports)}\n`;
if (flags.json === true) {
  tell(text);
  process.stdout.write(`${JSON.stringify(reports)}\n`);
} else {
  process.stdout.write(text);
}
process.exit(reports.some(({ failure }) => failure !== null) ? 1 : 0);
