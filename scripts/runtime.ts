/**
 * The one place that decides which program runs Kassa: `npm start`, the demo, the tests and the bench all ask here.
 *
 *   1. ELECTRON_OVERRIDE_DIST_PATH, Electron's own variable: a folder with the executable
 *   2. the Electron that has been fetched (node_modules/electron/dist)
 *   3. Electron's own download: announced, bounded in time, not tried again for a day after it failed
 *   4. on Linux, the stand-in (e2e/electron-standin)
 *
 * KASSA_RUNTIME=electron refuses the stand-in, KASSA_RUNTIME=stand-in refuses Electron.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface Runtime {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
  /** One sentence for people: what runs Kassa, and what is missing if it is not Electron. */
  readonly sentence: string;
}
export type RuntimeChoice =
  | { readonly ok: true; readonly runtime: Runtime }
  | { readonly ok: false; readonly sentence: string };

const ROOT = path.join(import.meta.dirname, '..');
const ELECTRON_DIR = path.join(ROOT, 'node_modules', 'electron');
const FAILED_MARKER = path.join(ROOT, 'node_modules', '.cache', 'kassa', 'electron-download-failed');
const RETRY_AFTER_MS = 24 * 60 * 60 * 1_000;
/** A network that does not answer within this does not let the download through either. */
const REACH_LIMIT_MS = 8_000;
/** A hundred megabytes over a slow line. */
const DOWNLOAD_LIMIT_MS = 5 * 60 * 1_000;
const LACKS = 'the OS keyring, native menus and dialogs, the OS sandbox and packaging are not shown';

function electronVersion(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(ELECTRON_DIR, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Electron's file name within its folder; `path.txt` says it once Electron has been fetched. */
function fileName(): string {
  const named = path.join(ELECTRON_DIR, 'path.txt');
  if (fs.existsSync(named)) return fs.readFileSync(named, 'utf8').trim();
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function electronIn(dir: string, origin: string): Runtime | undefined {
  const executablePath = path.join(dir, fileName());
  if (!fs.existsSync(executablePath)) return undefined;
  return { kind: 'electron', executablePath, sentence: `Electron ${electronVersion()} (${origin})` };
}

function fetchedElectron(): Runtime | undefined {
  if (!fs.existsSync(path.join(ELECTRON_DIR, 'path.txt'))) return undefined;
  return electronIn(path.join(ELECTRON_DIR, 'dist'), 'fetched by its npm package');
}

function failedRecently(): boolean {
  if (!fs.existsSync(FAILED_MARKER)) return false;
  return Date.now() - fs.statSync(FAILED_MARKER).mtimeMs < RETRY_AFTER_MS;
}

/** Asks the place Electron downloads from whether it is there at all, so that nobody waits minutes for a closed door. */
async function canReachDownload(): Promise<boolean> {
  const place = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(REACH_LIMIT_MS) });
    return true;
  } catch {
    return false;
  }
}

async function downloadElectron(): Promise<Runtime | undefined> {
  process.stderr.write(`Fetching Electron ${electronVersion()} (once) …\n`);
  if (await canReachDownload()) {
    spawnSync(process.execPath, [path.join(ELECTRON_DIR, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
  }
  const fetched = fetchedElectron();
  if (fetched === undefined) {
    fs.mkdirSync(path.dirname(FAILED_MARKER), { recursive: true });
    fs.writeFileSync(FAILED_MARKER, 'Electron could not be fetched; tried again a day after this file was written.\n');
  }
  return fetched;
}

function standIn(): RuntimeChoice {
  const executablePath = path.join(ROOT, 'e2e', 'electron-standin', 'bin', 'electron');
  if (process.platform !== 'linux') {
    return { ok: false, sentence: 'Electron could not be fetched. Check the connection and try: npx install-electron' };
  }
  const sentence = `a stand-in for Electron (Node ${process.versions.node.split('.')[0] ?? ''} and this machine's Chromium): ${LACKS}`;
  return { ok: true, runtime: { kind: 'stand-in', executablePath, sentence } };
}

/** @returns the program to run Kassa with, or a sentence that says why there is none and what to do */
export async function chooseRuntime(): Promise<RuntimeChoice> {
  const wish = process.env['KASSA_RUNTIME'];
  if (wish === 'stand-in') return standIn();
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined) {
    const runtime = electronIn(override, 'ELECTRON_OVERRIDE_DIST_PATH');
    if (runtime !== undefined) return { ok: true, runtime };
    return { ok: false, sentence: `ELECTRON_OVERRIDE_DIST_PATH holds no ${fileName()}: ${override}` };
  }
  const mayTry = wish === 'electron' || !failedRecently();
  const runtime = fetchedElectron() ?? (mayTry ? await downloadElectron() : undefined);
  if (runtime !== undefined) return { ok: true, runtime };
  if (wish !== 'electron') return standIn();
  return { ok: false, sentence: 'KASSA_RUNTIME=electron, but Electron could not be fetched from its release page.' };
}

if (import.meta.main) {
  const choice = await chooseRuntime();
  process.stdout.write(`${choice.ok ? choice.runtime.sentence : choice.sentence}\n`);
}
