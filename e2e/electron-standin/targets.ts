/**
 * Opens one Chromium window per BrowserWindow and reports when it is gone. Only a start with `--app=` gives a window
 * without tabs and address bar, so each one is asked for as a second start of Chromium would ask: over the profile's socket.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { CdpSession, Protocol } from './cdp.ts';
import type { Chromium } from './chromium.ts';

type TargetInfo = Protocol.Target.TargetInfo;

export interface OpenTarget {
  readonly targetId: string;
  readonly session: CdpSession;
}

export class Targets {
  private readonly chromium: Chromium;
  private readonly awaited = new Map<string, (info: TargetInfo) => void>();
  private readonly closeListeners = new Map<string, () => void>();
  private readonly foreign = new Set<string>();

  constructor(chromium: Chromium) {
    this.chromium = chromium;
    const browser = chromium.connection.browser;
    browser.on('Target.targetCreated', ({ targetInfo }) => this.seen(targetInfo));
    browser.on('Target.targetInfoChanged', ({ targetInfo }) => this.seen(targetInfo));
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      this.closeListeners.get(targetId)?.();
      this.closeListeners.delete(targetId);
      this.foreign.delete(targetId);
    });
  }

  async start(): Promise<void> {
    await this.chromium.connection.browser.send('Target.setDiscoverTargets', { discover: true });
  }

  /** @param onClosed runs once, whoever closed the window: the application, the page or the window manager. */
  async open(backgroundColor: string, onClosed: () => void): Promise<OpenTarget> {
    const token = randomUUID();
    const blank = `data:text/html,<title></title><body bgcolor="${encodeURIComponent(backgroundColor)}"><!--${token}-->`;
    const found = new Promise<TargetInfo>((resolve) => this.awaited.set(token, resolve));
    this.askForWindow(blank);
    const { targetId } = await found;
    this.closeListeners.set(targetId, onClosed);
    const browser = this.chromium.connection.browser;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    return { targetId, session: this.chromium.connection.session(sessionId) };
  }

  close(targetId: string): void {
    this.chromium.connection.browser.post('Target.closeTarget', { targetId });
  }

  private seen(info: TargetInfo): void {
    if (info.type !== 'page' || this.closeListeners.has(info.targetId)) return;
    for (const [token, resolve] of this.awaited) {
      if (!info.url.includes(token)) continue;
      this.awaited.delete(token);
      this.closeListeners.set(info.targetId, () => undefined);
      resolve(info);
      return;
    }
    // A window nobody here asked for: a pop-up of a page, or Chromium's own answer to a shortcut such as Ctrl+N.
    const undecided = info.url === '' && info.openerId === undefined;
    if (undecided || this.foreign.has(info.targetId)) return;
    this.foreign.add(info.targetId);
    this.close(info.targetId);
  }

  private askForWindow(url: string): void {
    const { profileDir, child } = this.chromium;
    const socket = net.connect(fs.readlinkSync(path.join(profileDir, 'SingletonSocket')));
    socket.on('error', (error) => {
      process.stderr.write(`Chromium did not open a window: ${error.message}\n`);
    });
    socket.resume();
    // `--test-type` again: for the bar that warns about switches Chromium looks at the start that opens the window.
    const start = [child.spawnfile, '--test-type', `--user-data-dir=${profileDir}`, `--app=${url}`];
    socket.end(['START', process.cwd(), ...start].join('\0'));
  }
}
