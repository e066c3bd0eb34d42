// @ts-check
/** The npm packages: whether they are those of package-lock.json, and how they come. Uses nothing that Node 20 lacks. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly peer?: boolean }} Locked
 * @typedef {Readonly<Record<string, Locked>>} Lock by the package's folder; '' is Kassa itself
 */

/**
 * Whether what is installed is what is wanted. Packages for other systems are optional, and may be absent.
 * @param {Lock} wanted
 * @param {Lock} installed
 * @returns {boolean}
 */
export function matches(wanted, installed) {
  return Object.entries(wanted).every(([name, { version, optional, peer }]) => {
    if (name === '') return true;
    const found = installed[name];
    if (found === undefined) return optional === true || peer === true;
    return found.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Lock | undefined} undefined if there is none, or half of one
 */
function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} root */
function packagesAreCurrent(root) {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined || !matches(wanted, installed)) return false;
  return Object.keys(installed).every((name) => fs.existsSync(path.join(root, name)));
}

/**
 * Runs npm by the file it was itself started from, if there is one: on Windows `npm` is a shell script.
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const script = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Installs the packages unless they are there.
 * @param {string} root Kassa's folder
 * @returns {string | null} what went wrong, and what to do about it
 */
export function installPackages(root) {
  if (packagesAreCurrent(root)) return null;
  process.stderr.write('Installing npm packages (once; a minute or two) …\n');
  // Windows removes no program that runs, and `npm ci` removes all: this process may be the Node of node_modules.
  const renew = process.platform === 'win32' && fs.existsSync(path.join(root, 'node_modules'));
  // An .npmrc or NODE_ENV may leave out what only the tools need; here the tools are what runs.
  const kinds = ['--include=dev', '--include=optional', '--include=peer'];
  const result = npm(root, [...(renew ? ['install', '--no-save'] : ['ci']), ...kinds, '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status === 0) return null;
  const said = (result.stderr || result.stdout || result.error?.message || '').trim();
  return `${said}\nThe npm packages could not be installed (see above). Check the connection, and behind a proxy HTTPS_PROXY; then run the command again.`;
}
