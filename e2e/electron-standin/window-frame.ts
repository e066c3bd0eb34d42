/** Where a window is: Chromium is told in the order of the calls, the application gets its answers at once. */
import type { CdpSession } from './cdp.ts';
import { OFF_SCREEN_X } from './chromium.ts';
import { screenSize } from './screen.ts';
import type { OpenTarget } from './targets.ts';

const DEFAULT_WIDTH = 800;
const DEFAULT_HEIGHT = 600;

export class WindowFrame {
  private bounds: Electron.Rectangle;
  isVisible = false;
  isFullScreen = false;
  isMaximized = false;
  private work: Promise<unknown>;
  private readonly browser: () => CdpSession;
  private readonly target: Promise<OpenTarget>;
  private pageFills = false;
  private windowId: number | undefined = undefined;

  /** @param target resolves when the window is there */
  constructor(options: Partial<Electron.Rectangle>, browser: () => CdpSession, target: Promise<OpenTarget>) {
    const { width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT } = options;
    const screen = screenSize();
    // Electron centres a window that was given no place.
    const x = options.x ?? Math.max(0, Math.round((screen.width - width) / 2));
    const y = options.y ?? Math.max(0, Math.round((screen.height - height) / 2));
    this.bounds = { x, y, width, height };
    this.browser = browser;
    this.target = target;
    this.work = target;
    this.place();
  }

  /** Bounds as asked for: what a user or a window manager does to the window afterwards is not known here. */
  get current(): Electron.Rectangle {
    if (!this.isFullScreen && !this.isMaximized) return { ...this.bounds };
    return { x: 0, y: 0, ...screenSize() };
  }
  move(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.place();
  }

  /** Brings Chromium's window to where this one is. */
  place(): void {
    const { x, y, width, height } = this.current;
    const left = this.isVisible ? x : OFF_SCREEN_X;
    const fills = this.isFullScreen || this.isMaximized;
    // Under X, Chromium makes a window that is exactly as large as the screen one pixel smaller.
    const spare = fills ? 1 : 0;
    const bounds = { left, top: y, width: width + spare, height: height + spare };
    this.work = this.work
      .then(async () => {
        const browser = this.browser();
        const { session, targetId } = await this.target;
        this.windowId ??= (await browser.send('Browser.getWindowForTarget', { targetId })).windowId;
        await browser.send('Browser.setWindowBounds', { windowId: this.windowId, bounds });
        if (fills === this.pageFills) return;
        this.pageFills = fills;
        // So the page is told the screen's size, and the spare pixel lies beyond it.
        if (!fills) return session.send('Emulation.clearDeviceMetricsOverride');
        return session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
      })
      .catch(() => undefined);
  }
  /** Resolves when Chromium's window is where this one is. */
  async settled(): Promise<void> {
    await this.work;
  }
}
