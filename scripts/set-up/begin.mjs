// @ts-check
/** From a bare clone to the command that was asked for: npm packages, Node 24, and in it what the machine must have. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from './commands.mjs';
import { installPackages } from './packages.mjs';
import { findNode } from './tool-node.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Also run by hand it ends by the signal's number, as a shell expects. */
const SIGNALS = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * @param {string | undefined} name as in COMMANDS
 * @param {readonly string[]} args the command's own
 */
export function run(name, args) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name ?? ''] : undefined;
  if (command === undefined)
    giveUp(`There is no command ${name ?? ''}: node scripts/run.js ${Object.keys(COMMANDS).join('|')} [arguments]`);
  const problem = installPackages(ROOT);
  if (problem !== null) giveUp(problem);
  const node = findNode(ROOT);
  if (!node.ok) giveUp(node.sentence);
  const entry = path.join(ROOT, command.entry);
  const given = [entry, ...(command.args ?? []), ...args];
  const first = command.needs === 'packages' ? [] : [path.join(ROOT, 'scripts', 'set-up', 'then-run.ts'), command.needs];
  const child = spawn(node.path, [...first, ...given], { stdio: 'inherit' });
  for (const signal of /** @type {(keyof typeof SIGNALS)[]} */ (Object.keys(SIGNALS))) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => giveUp(`${node.path} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? SIGNALS[/** @type {keyof typeof SIGNALS} */ (signal)] ?? 1));
}
