/**
 * `npm run bench`: how fast and how small Kassa is, each figure beside its baseline in the same run and against its goal.
 *
 *   npm run bench                     everything, short (about 10 minutes)
 *   npm run bench -- --full           as many repetitions as the goals are set for (about half an hour)
 *   npm run bench -- --only NAME      one part; may be repeated
 *   npm run bench -- --beside DIR     what has windows once more in the Electron of this folder (ELECTRON_OVERRIDE_DIST_PATH's kind)
 *   npm run bench -- --json           the bare numbers as well, as one JSON array on stdout
 *
 * A goal that is missed is told, not a failure; the exit code is 1 only if something could not be measured.
 */
import { parseArgs } from 'node:util';
import { useDisplay } from '../e2e/machine/display.ts';
import { chooseRuntime } from '../e2e/machine/runtime.ts';
import type { Runtime } from '../e2e/machine/runtime.ts';
import { EXECUTABLE_VARIABLE, KIND_VARIABLE } from '../e2e/support/launch.ts';
import { startSimulatorProcess } from '../e2e/support/simulator-process.ts';
import type { Bench, Part } from './bench/bench.ts';
import { createFolders } from './bench/folders.ts';
import type { Folders } from './bench/folders.ts';
import { catalogue } from './bench/parts/catalogue.ts';
import { firstRead } from './bench/parts/first-read.ts';
import { memory } from './bench/parts/memory.ts';
import { paid } from './bench/parts/paid.ts';
import { polls } from './bench/parts/polls.ts';
import { start } from './bench/parts/start.ts';
import { statusCall } from './bench/parts/status-call.ts';
import { terminals } from './bench/parts/terminals.ts';
import { table } from './bench/report.ts';
import type { PartReport } from './bench/report.ts';
import { electronIn, NO_WINDOWS, shortName } from './bench/runtimes.ts';
import { build, buildIsStale } from './build.ts';

interface PartEntry {
  readonly part: Part;
  /** Whether a runtime with windows has any share in it: if not, it is measured once. */
  readonly hasWindows: boolean;
}

const PARTS: Readonly<Record<string, PartEntry>> = {
  'status-call': { part: statusCall, hasWindows: false },
  terminals: { part: terminals, hasWindows: false },
  'first-read': { part: firstRead, hasWindows: true },
  start: { part: start, hasWindows: true },
  catalogue: { part: catalogue, hasWindows: true },
  paid: { part: paid, hasWindows: true },
  polls: { part: polls, hasWindows: true },
  memory: { part: memory, hasWindows: true },
};
/** Invoices outlive the longest part. */
const LIFETIME_S = '86400';

const { values: flags } = parseArgs({
  options: { only: { type: 'string', multiple: true }, full: { type: 'boolean' }, json: { type: 'boolean' }, beside: { type: 'string' } },
});

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measure(name: string, part: Part, runtime: string, bench: Bench): Promise<PartReport> {
  const told: Bench = { ...bench, tell: (text) => tell(`${name} (${runtime}): ${text}`) };
  told.tell('…');
  try {
    return { name, runtime, rows: await part(told), failure: null };
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { name, runtime, rows: [], failure: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/** A runtime under its short name, and the data folders of the tills that it has set up. */
interface Place {
  readonly name: string;
  readonly runtime: Runtime;
  readonly folders: Folders;
}

/** What starts windows from here on starts them in this runtime. */
function moveTo({ runtime }: Place): void {
  process.env[EXECUTABLE_VARIABLE] = runtime.executablePath;
  process.env[KIND_VARIABLE] = runtime.kind;
}

const wanted = flags.only ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) giveUp(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

const choice = await chooseRuntime();
if (!choice.ok) giveUp(choice.sentence);
const beside = flags.beside === undefined ? null : electronIn(flags.beside);
if (beside !== null && !beside.ok) giveUp(beside.sentence);
if (buildIsStale() && !build()) giveUp('Kassa could not be built (see above).');

const display = await useDisplay();
const simulator = await startSimulatorProcess(['--lifetime', LIFETIME_S]);
const runtimes = [choice.runtime, ...(beside === null ? [] : [beside.runtime])];
const places = runtimes.map((runtime): Place => ({ name: shortName(runtime), runtime, folders: createFolders(simulator) }));

const reports: PartReport[] = [];
for (const [name, { part, hasWindows }] of Object.entries(PARTS)) {
  if (!wanted.includes(name)) continue;
  for (const place of hasWindows ? places : places.slice(0, 1)) {
    moveTo(place);
    const { folders } = place;
    const bench: Bench = {
      full: flags.full ?? false,
      simulator,
      setUpFolder: folders.setUp,
      ownTerminalFolder: folders.ownTerminal,
      emptyFolder: folders.empty,
      tell,
    };
    reports.push(await measure(name, part, hasWindows ? place.name : NO_WINDOWS, bench));
  }
}
await simulator.stop();
for (const { folders } of places) folders.removeAll();
display.stop();

tell(`\nIn ${runtimes.map(({ sentence }) => sentence).join(', and in ')}; ${flags.full === true ? 'full' : 'short'} run\n`);
const text = `${table(reports)}\n`;
if (flags.json === true) {
  tell(text);
  process.stdout.write(`${JSON.stringify(reports)}\n`);
} else {
  process.stdout.write(text);
}
process.exit(reports.some(({ failure }) => failure !== null) ? 1 : 0);
