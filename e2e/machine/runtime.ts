/**
 * The one place that decides which program runs Kassa: `npm start`, the demo, the tests and the harness all ask here.
 *
 *   1. ELECTRON_OVERRIDE_DIST_PATH, Electron's own variable: a folder with the executable
 *   2. the Electron that has been fetched (node_modules/electron/dist)
 *   3. Electron's own download (runtime/download.ts)
 *   4. on Linux, the stand-in (e2e/electron-standin)
 *
 * KASSA_RUNTIME=electron refuses the stand-in, KASSA_RUNTIME=stand-in refuses Electron. Where there is a stand-in, a
 * download that failed is tried again an hour later; otherwise by every command.
 */
import fs from 'node:fs';
import path from 'node:path';
import { STAND_IN } from '../electron-standin/index.ts';
import { choose, chooseWithout } from './runtime/choice.ts';
import type { Choice, Situation } from './runtime/choice.ts';
import { downloadElectron } from './runtime/download.ts';

export interface Runtime {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
  /** One sentence for people: what runs Kassa, and what is missing if it is not Electron. */
  readonly sentence: string;
}
export type RuntimeChoice = { readonly ok: true; readonly runtime: Runtime } | { readonly ok: false; readonly sentence: string };

const ROOT = path.join(import.meta.dirname, '..', '..');
const ELECTRON_DIR = path.join(ROOT, 'node_modules', 'electron');
const DIST = path.join(ELECTRON_DIR, 'dist');
const FAILED_MARKER = path.join(ROOT, 'node_modules', '.cache', 'kassa', 'electron-download-failed');
const LACKS = 'the OS keyring, native menus and dialogs, the OS sandbox and packaging are not shown';

function packageVersion(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(ELECTRON_DIR, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Electron's executable within its folder. */
function fileName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @returns what Electron's folder says about itself; undefined if it holds none, or half of one */
function versionIn(dir: string): string | undefined {
  if (!fs.existsSync(path.join(dir, fileName()))) return undefined;
  const file = path.join(dir, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}

/** Its npm package writes path.txt last, when all is unpacked. */
function isFetched(): boolean {
  return fs.existsSync(path.join(ELECTRON_DIR, 'path.txt')) && versionIn(DIST) === packageVersion();
}

function electronIn(dir: string, origin: string): RuntimeChoice {
  const sentence = `Electron ${versionIn(dir) ?? ''} (${origin})`;
  return { ok: true, runtime: { kind: 'electron', executablePath: path.join(dir, fileName()), sentence } };
}

function standIn(): RuntimeChoice {
  const node = process.versions.node.split('.')[0] ?? '';
  const sentence = `a stand-in for Electron (Node ${node} and this machine's Chromium): ${LACKS}`;
  return { ok: true, runtime: { kind: 'stand-in', executablePath: STAND_IN, sentence } };
}

function look(): Situation {
  const dir = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return {
    wish: process.env['KASSA_RUNTIME'],
    platform: process.platform,
    override: dir === undefined || dir === '' ? undefined : { dir, hasElectron: versionIn(dir) !== undefined },
    isFetched: isFetched(),
    failedAtMs: fs.statSync(FAILED_MARKER, { throwIfNoEntry: false })?.mtimeMs,
    nowMs: Date.now(),
  };
}

async function download(now: Situation): Promise<RuntimeChoice> {
  const fetched = await downloadElectron({ electronDir: ELECTRON_DIR, version: packageVersion(), out: process.stderr });
  if (fetched.ok) {
    fs.rmSync(FAILED_MARKER, { force: true });
    return electronIn(DIST, 'fetched by its npm package');
  }
  fs.mkdirSync(path.dirname(FAILED_MARKER), { recursive: true });
  fs.writeFileSync(FAILED_MARKER, `${fetched.reason}\n`);
  const next = chooseWithout(now, fetched.reason);
  if (next.use === 'stand-in') {
    process.stderr.write(
      `Electron could not be fetched (${fetched.reason}). Tried again in an hour, or at once with KASSA_RUNTIME=electron.\n`,
    );
  }
  return follow(next, now);
}

async function follow(choice: Choice, now: Situation): Promise<RuntimeChoice> {
  switch (choice.use) {
    case 'override':
      return electronIn(now.override?.dir ?? '', 'ELECTRON_OVERRIDE_DIST_PATH');
    case 'fetched':
      return electronIn(DIST, 'fetched by its npm package');
    case 'stand-in':
      return standIn();
    case 'nothing':
      return { ok: false, sentence: choice.sentence };
    case 'download':
      return download(now);
  }
}

let chosen: Promise<RuntimeChoice> | undefined;

/**
 * Chooses once per process, fetching Electron if need be.
 * @returns the program to run Kassa with, or a sentence that says why there is none and what to do
 */
export function chooseRuntime(): Promise<RuntimeChoice> {
  if (chosen !== undefined) return chosen;
  const now = look();
  chosen = follow(choose(now), now);
  return chosen;
}

if (import.meta.main) {
  const choice = await chooseRuntime();
  process.stdout.write(`${choice.ok ? choice.runtime.sentence : choice.sentence}\n`);
}
