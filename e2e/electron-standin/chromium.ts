/** Starts Debian's Chromium: a fresh profile, windows without browser furniture, no way to the network. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';
import { findChromium } from './chromium-path.ts';

/** Windows open here and are moved into view when shown: X has no window that is laid out yet invisible. */
export const OFF_SCREEN_X = -16_000;

const PROFILE_PREFIX = 'electron-standin-';
/**
 * What a browser prepares and an application's windows do not have: its own pages in the address bar's list alone cost more
 * processor time at each start than an empty window.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'SegmentationPlatform',
  'AutofillServerCommunication',
  'GlobalMediaControls',
  'LensOverlay',
  'HistoryClusters',
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'PaintHolding',
];
const SWITCHES = [
  '--test-type', // no bar that warns about the switches below
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-popup-blocking',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--password-store=basic',
  // A request that no handler answers finds a closed port: no page ever reaches the network.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--window-position=${OFF_SCREEN_X},0`,
  // Beside the port, the pipe: Chromium ends by itself when it closes, so also when this process is killed.
  '--remote-debugging-pipe',
];
/** Switches that are the main process's business or Node's. */
const NOT_FOR_CHROMIUM = /^--(inspect|user-data-dir|require$)/;

export interface Chromium {
  readonly child: ChildProcess;
  readonly profileDir: string;
  readonly connection: CdpConnection;
  /** Resolves to the line that names the DevTools address, if a port was asked for. */
  readonly devToolsLine: Promise<string>;
}

function executable(): string {
  const found = findChromium(process.env['PATH'] ?? '');
  if (found !== undefined) return found;
  process.stderr.write('The Electron stand-in needs Chromium (no snap) or Chrome: apt-get install chromium\n');
  process.exit(1);
}

/** A profile carries the id of the process that made it, so that one a killed process left is known as such. */
function makeProfile(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));
  fs.mkdirSync(path.join(dir, 'Default'));
  fs.writeFileSync(path.join(dir, 'First Run'), '');
  // The window manager draws the frame, as it does for Electron; Chromium's own would cost height.
  const preferences = { browser: { custom_chrome_frame: false }, profile: { exit_type: 'Normal' } };
  fs.writeFileSync(path.join(dir, 'Default', 'Preferences'), JSON.stringify(preferences));
  return dir;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes the profiles of processes that were killed before they could. */
export function sweepProfiles(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    if (!name.startsWith(PROFILE_PREFIX)) continue;
    const pid = Number(name.slice(PROFILE_PREFIX.length).split('-')[0]);
    if (Number.isInteger(pid) && !isAlive(pid)) {
      fs.rm(path.join(os.tmpdir(), name), { recursive: true, force: true }, () => undefined);
    }
  }
}

/** @param args the switches this process was started with; Chromium gets those that Electron would give it. */
export function startChromium(args: readonly string[]): Chromium {
  const profileDir = makeProfile();
  const asked = args.filter((arg) => arg.startsWith('--') && !NOT_FOR_CHROMIUM.test(arg));
  const sandbox = process.getuid?.() === 0 && !asked.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  const child = spawn(executable(), [...SWITCHES, ...sandbox, ...asked, `--user-data-dir=${profileDir}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  // Nothing of Chromium's log is the application's; of its lines only the DevTools address matters.
  const devToolsLine = new Promise<string>((resolve) => {
    let seen = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      if (seen.length < 100_000) seen += chunk;
      const line = /^DevTools listening on ws:.*$/m.exec(seen);
      if (line !== null) resolve(line[0]);
    });
  });
  const connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  process.on('exit', () => {
    child.kill('SIGKILL');
    fs.rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  });
  return { child, profileDir, connection, devToolsLine };
}
