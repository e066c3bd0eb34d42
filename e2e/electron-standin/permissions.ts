/**
 * Permissions. Chromium is told the answers before a page of an origin loads; it cannot ask at the moment of use. So the
 * application's handlers are asked once per origin and permission, ahead of use. Without handlers everything is granted,
 * which is Electron's default (and the reason why a till sets both).
 */
import type { CdpSession } from './cdp.ts';
import { toChromium } from './origin-map.ts';

export type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
export type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
/** The names both handlers are asked about. */
type Permission = Parameters<RequestHandler>[1];

/** DevTools' names, and what Electron calls the same. */
const NAMES: readonly (readonly [devTools: string, electron: Permission])[] = [
  ['camera', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
];

export class Permissions {
  private request: RequestHandler | null = null;
  private check: CheckHandler | null = null;
  private answered = new Set<string>();

  setRequestHandler(handler: RequestHandler | null): void {
    this.request = handler;
    this.answered = new Set();
  }
  setCheckHandler(handler: CheckHandler | null): void {
    this.check = handler;
    this.answered = new Set();
  }

  /** Asks the handlers about every permission of `origin` and tells Chromium, once per origin and pair of handlers. */
  async settle(browser: CdpSession, contents: Electron.WebContents, origin: string): Promise<void> {
    if (this.answered.has(origin)) return;
    this.answered.add(origin);
    await Promise.all(
      NAMES.map(async ([devTools, electron]) => {
        const setting = (await this.grants(contents, electron, origin)) ? 'granted' : 'denied';
        const answer = { permission: { name: devTools }, setting, origin: toChromium(origin) } as const;
        await browser.send('Browser.setPermission', answer).catch(() => {
          process.stderr.write(`The Electron stand-in could not set the permission ${devTools}\n`);
        });
      }),
    );
  }

  private async grants(contents: Electron.WebContents, permission: Permission, origin: string): Promise<boolean> {
    const details = { isMainFrame: true, requestingUrl: `${origin}/` };
    if (this.check !== null && !this.check(contents, permission, origin, details)) return false;
    const { request } = this;
    if (request === null) return true;
    return new Promise((resolve) => request(contents, permission, resolve, details));
  }
}
