/**
 * Makes a bare clone ready: npm packages, and on Debian the programs the stand-in and the tests need. Every entry point
 * runs it first (`prestart`, `pretest` …), so it uses nothing that is not in Node 20 itself, is silent when there is
 * nothing to do, and says in one sentence what it could not do.
 *
 *   node scripts/setup.mjs --for start|test|simulator
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = 20;

/** Debian packages by the program (or folder) that shows they are there. */
const CHROMIUM = { isThere: () => onPath('chromium'), name: 'chromium' };
const XVFB = { isThere: () => onPath('Xvfb'), name: 'xvfb' };
const FONTS = { isThere: () => fs.existsSync('/usr/share/fonts/truetype'), name: 'fonts-liberation' };
const CUPS = { isThere: () => onPath('lp'), name: 'cups-client' };
/** Its own place is not on everybody's path. */
const CUPSD = { isThere: () => fs.existsSync('/usr/sbin/cupsd'), name: 'cups-daemon' };
const XMLLINT = { isThere: () => onPath('xmllint'), name: 'libxml2-utils' };
const PDFINFO = { isThere: () => onPath('pdfinfo'), name: 'poppler-utils' };
const PROFILES = {
  simulator: { electron: false, packages: [] },
  start: { electron: true, packages: [CHROMIUM, FONTS] },
  display: { electron: true, packages: [CHROMIUM, FONTS, XVFB] },
  test: { electron: true, packages: [CHROMIUM, FONTS, XVFB, CUPS, CUPSD, XMLLINT, PDFINFO] },
};

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((dir) => fs.existsSync(path.join(dir, program)));
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json asks for. Packages for other systems may be absent. */
function packagesAreCurrent() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([name, { version, optional, peer }]) => {
    if (name === '') return true;
    const found = installed[name];
    if (found === undefined) return optional === true || peer === true;
    return found.version === version && (optional === true || fs.existsSync(path.join(ROOT, name)));
  });
}

/** Runs npm itself, by the file it was started from if there is one: on Windows `npm` is a shell script. */
function npm(args) {
  const script = process.env.npm_execpath;
  const options = { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  if (script !== undefined && /\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function installPackages() {
  if (packagesAreCurrent()) return;
  say('Installing npm packages (once; a minute or two) …');
  const { status, stderr, stdout } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  say((stderr || stdout || '').trim());
  giveUp('The npm packages could not be installed (see above). Check the connection and run the command again.');
}

function hasElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return override !== undefined || fs.existsSync(path.join(ROOT, 'node_modules', 'electron', 'path.txt'));
}

/** Tries Electron's own download, so that what only its stand-in needs is not installed in vain. */
function fetchElectron() {
  const node = path.join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  spawnSync(fs.existsSync(node) ? node : process.execPath, [path.join(ROOT, 'scripts', 'runtime.ts'), '--fetch'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function installSystemPackages(profile) {
  if (process.platform !== 'linux') return;
  const missing = () =>
    profile.packages
      .filter((entry) => !entry.isThere() && !(entry.name === 'chromium' && hasElectron()))
      .map((entry) => entry.name);
  if (missing().length === 0) return;
  if (profile.electron && missing().includes('chromium')) fetchElectron();
  const names = missing();
  if (names.length === 0) return;
  const command = `apt-get install --no-install-recommends ${names.join(' ')}`;
  if (!onPath('apt-get')) return say(`Kassa needs these programs, under whatever name your system has them: ${names.join(', ')}.`);
  if (os.userInfo().uid !== 0) return say(`Kassa needs programs that only root can install: sudo ${command}`);
  say(`Installing ${names.join(', ')} (once) …`);
  const options = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  if (status !== 0) say(`${stderr.trim()}\nCould not be installed: ${names.join(', ')}. Try: ${command}`);
}

const asked = process.argv[process.argv.indexOf('--for') + 1];
const profile = PROFILES[asked];
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  giveUp(`Kassa needs Node ${OLDEST_NODE} or newer to set itself up; this is ${process.version}.`);
}
if (profile === undefined) giveUp(`Usage: node scripts/setup.mjs --for ${Object.keys(PROFILES).join('|')}`);
installPackages();
installSystemPackages(profile);
