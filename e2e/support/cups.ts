/**
 * A print server of the test's own: the system's CUPS, started once more on a socket and in a folder that nobody else
 * uses, with one printer that keeps its paper. Nothing of the machine's own printing is read or changed.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const CUPSD = '/usr/sbin/cupsd';
/** Where distributions keep what CUPS itself starts. */
const HELPERS = '/usr/lib/cups/daemon';
const QUEUE = 'Receipts';

/** Whether this machine can print at all for a test: other systems have no print server that can be started beside their own. */
export function hasPrintServer(): boolean {
  return process.platform === 'linux' && fs.existsSync(CUPSD) && fs.existsSync(HELPERS);
}

export interface PrintServer {
  /** The printer's name. */
  readonly queue: string;
  /** What came out of the printer: each job's data as it reached the device, oldest first. */
  readonly papers: () => readonly Buffer[];
  /** Jobs that the server holds and has not printed. */
  readonly held: () => Promise<readonly string[]>;
  /** As an administrator, or CUPS itself after a failure: jobs would be taken, but held. */
  readonly stopPrinter: () => Promise<void>;
  readonly resumePrinter: () => Promise<void>;
  /** Who prints here is somebody else: the printer is ready, and each job is refused. */
  readonly refuseJobs: () => Promise<void>;
  readonly takeJobs: () => Promise<void>;
  /** The device fails at each job it is given, and says why. */
  readonly breakDevice: () => void;
  readonly mendDevice: () => void;
  /** No answer from now on, not even a refusal. */
  readonly freeze: () => void;
  /** The server is gone; what it held stays. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it, and removes what it kept. */
  readonly close: () => Promise<void>;
}

/** @param socket where it listens: what a till has as CUPS_SERVER. @returns the server once it takes jobs */
export async function startPrintServer(socket: string): Promise<PrintServer> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-cups-'));
  const paperTray = path.join(home, 'papers');
  const fault = path.join(home, FAULT);
  const env = { CUPS_SERVER: socket };
  writeHome(home, socket, paperTray);
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const args = ['-f', '-c', path.join(home, 'cupsd.conf'), '-s', path.join(home, 'cups-files.conf')];
    server = spawn(path.join(home, 'cupsd'), args, { stdio: ['ignore', 'ignore', 'inherit'] });
    await expect.poll(() => answers(socket), { intervals: [20], message: 'the print server answers' }).toBe(true);
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = server;
    server = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    // A frozen one would hear anything else only later.
    child.kill('SIGCONT');
    await ended;
  }
  const tell = async (program: string, ...args: readonly string[]): Promise<string> => {
    const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin`;
    const { stdout } = await promisify(execFile)(program, args, { env: { ...process.env, ...env, PATH, LC_ALL: 'C' } });
    return stdout;
  };

  await start();
  return {
    queue: QUEUE,
    papers: () =>
      fs
        .readdirSync(paperTray)
        .sort()
        .map((name) => fs.readFileSync(path.join(paperTray, name))),
    held: async () => (await tell('lpstat', '-o', QUEUE)).split('\n').filter((line) => line !== ''),
    async stopPrinter() {
      await tell('cupsdisable', QUEUE);
    },
    async resumePrinter() {
      await tell('cupsenable', QUEUE);
    },
    async refuseJobs() {
      await tell('lpadmin', '-p', QUEUE, '-u', 'allow:nobody-here');
    },
    async takeJobs() {
      await tell('lpadmin', '-p', QUEUE, '-u', 'allow:all');
    },
    breakDevice: () => fs.writeFileSync(fault, DEVICE_FAULT),
    mendDevice: () => fs.rmSync(fault),
    freeze: () => void server?.kill('SIGSTOP'),
    crash: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGTERM');
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Everything the server reads, writes and runs, in one folder. */
function writeHome(home: string, socket: string, paperTray: string): void {
  const at = (...names: string[]): string => path.join(home, ...names);
  for (const dir of ['programs/backend', 'spool/tmp', 'state', 'log', 'papers']) fs.mkdirSync(at(dir), { recursive: true });
  // A copy: where programs are confined by their path (AppArmor), the system's own may not leave the system's folders.
  fs.copyFileSync(CUPSD, at('cupsd'));
  fs.chmodSync(at('cupsd'), 0o700);
  fs.symlinkSync(HELPERS, at('programs', 'daemon'));
  // For its owner alone, or CUPS would run it as somebody who may not write here.
  fs.writeFileSync(at('programs', 'backend', 'paper'), DEVICE, { mode: 0o700 });
  const files = {
    SystemGroup: 'root',
    ServerRoot: home,
    ServerBin: at('programs'),
    RequestRoot: at('spool'),
    TempDir: at('spool', 'tmp'),
    CacheDir: at('state'),
    StateDir: at('state'),
    AccessLog: at('log', 'access'),
    ErrorLog: at('log', 'error'),
    PageLog: at('log', 'page'),
  };
  fs.writeFileSync(
    at('cups-files.conf'),
    Object.entries(files)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  fs.writeFileSync(at('cupsd.conf'), serverSettings(socket));
  fs.writeFileSync(at('printers.conf'), printer(paperTray));
}

/** What the device says when it fails; as long as the file is there, it does. */
export const DEVICE_FAULT = 'The cutter is stuck.';
const FAULT = 'fault';

/** The printer's device, as CUPS calls it: without arguments it is asked what it could reach, with six it is given a file. */
const DEVICE = `#!/bin/sh
[ $# = 0 ] && exit 0
tray="\${DEVICE_URI#paper:}"
[ -e "$tray/../${FAULT}" ] && { echo "ERROR: $(cat "$tray/../${FAULT}")" >&2; exit 1; }
part="$tray/../$1.part"
cat -- "\${6:--}" > "$part" && mv "$part" "$tray/$(printf '%05d' "$1").pdf"
`;

function serverSettings(socket: string): string {
  return `Listen ${socket}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
}

/** Takes what it is given as it is: what arrives is what the till sent. */
function printer(paperTray: string): string {
  return `<Printer ${QUEUE}>
  Info Receipts, by the till
  DeviceURI paper:${paperTray}
  State Idle
  Accepting Yes
</Printer>
`;
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    const say = (answer: boolean) => (): void => {
      connection.destroy();
      resolve(answer);
    };
    connection.once('connect', say(true)).once('error', say(false));
  });
}
