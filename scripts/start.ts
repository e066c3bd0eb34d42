/** `npm start`: builds if needed and runs Kassa on this machine's display. Arguments after `--` go to Kassa. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { hasDisplay } from '../e2e/machine/display.ts';
import { chooseRuntime } from '../e2e/machine/runtime.ts';
import { build, buildIsStale } from './build.ts';
import { displaySwitches, sandboxProblemHere } from './os-session.ts';

const ROOT = path.join(import.meta.dirname, '..');

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (!hasDisplay()) {
  giveUp(
    'Kassa opens a window, and this session has no display: log in to a desktop, or connect with ssh -X.\n' +
      'npm run demo needs no display: it lets Kassa take payments on a virtual one and keeps pictures of every step.',
  );
}
const choice = await chooseRuntime();
if (!choice.ok) giveUp(choice.sentence);
if (buildIsStale()) {
  process.stderr.write('Building …\n');
  if (!build()) giveUp('Kassa could not be built (see above).');
}
const { runtime } = choice;
if (runtime.kind === 'stand-in') process.stderr.write(`Kassa runs in ${runtime.sentence}.\n`);
// Chromium's own sandbox does not start for root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const args = process.argv.slice(2);
const forbidden = runtime.kind === 'electron' && !args.includes('--no-sandbox') ? sandboxProblemHere(runtime.executablePath) : null;
if (forbidden !== null) giveUp(forbidden);
const switches = [...sandbox, ...displaySwitches(process.platform, process.env, args)];
const child = spawn(runtime.executablePath, [...switches, ROOT, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('error', (error) => giveUp(`Kassa could not be started: ${error.message}`));
child.on('exit', (code) => process.exit(code ?? 1));
