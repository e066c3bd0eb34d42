/** `BrowserWindow`: one Chromium window each, its life cycle and its place on the screen. */
import { app } from './app.ts';
import { asElectron } from './as-electron.ts';
import { engine } from './engine.ts';
import { Page } from './page.ts';
import { record } from './record.ts';
import { notProvided, preventable } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';
import { WindowGeometry } from './window-geometry.ts';
import { checkOptions } from './window-options.ts';

const windows = new Map<number, BrowserWindow>();
let lastId = 0;
let focusedWindow: BrowserWindow | null = null;

app.openWindows = () => [...windows.values()];

export class BrowserWindow
  extends WindowGeometry
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'focus'
      | 'blur'
      | 'isFocused'
      | 'isVisible'
      | 'setTitle'
      | 'getTitle'
      | 'minimize'
      | 'restore'
      | 'isMinimized'
      | 'reload'
    >
{
  readonly apiName = 'BrowserWindow';
  readonly id: number;
  readonly webContents: Electron.WebContents;
  private readonly contents: WebContents;
  protected readonly frame: WindowFrame;
  private readonly parentWindow: BrowserWindow | null;
  private title: string;
  private shown = false;
  protected destroyed = false;
  private closing = false;
  private minimized = false;
  private targetId: string | undefined = undefined;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { targets: opener, chromium: browser } = engine();
    checkOptions(options);
    lastId += 1;
    this.id = lastId;
    this.title = options.title ?? app.getName();
    this.parentWindow = windows.get(options.parent?.id ?? 0) ?? null;
    const preferences = options.webPreferences ?? {};
    const opened = opener.open(options.backgroundColor ?? '#ffffff', () => this.targetGone());
    const targetId = opened.then((target) => target.targetId);
    targetId.then(
      (id) => (this.targetId = id),
      () => undefined,
    );
    this.contents = new WebContents(
      this.id,
      {
        browser: () => browser.connection.browser,
        close: () => this.closeUnasked(),
        onLoaded: (title) => this.pageLoaded(title),
      },
      preferences,
      async (observer) => {
        const target = await opened;
        const { preload = '', additionalArguments = [] } = preferences;
        return Page.attach(target, observer, { preloadPath: preload, additionalArguments });
      },
    );
    this.webContents = asElectron(this.contents);
    this.frame = new WindowFrame(options, () => browser.connection.browser, opened);
    this.frame.isFullScreen = options.fullscreen === true || options.kiosk === true;
    windows.set(this.id, this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.contents);
    // Before anybody can listen: Electron tells nobody of the showing of a window that opens shown.
    if (options.show !== false) this.show();
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return asElectron([...windows.values()]);
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return asElectron([...windows.values()].find((window) => window.webContents === contents) ?? null);
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return asElectron(windows.get(id) ?? null);
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return asElectron(focusedWindow);
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }
  reload(): void {
    this.contents.reload();
  }
  getParentWindow(): BrowserWindow | null {
    return this.parentWindow;
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.minimized = false;
    this.frame.isVisible = true;
    this.frame.place();
    this.shown = true;
    this.emit('show', {});
  }
  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.frame.isVisible = false;
    this.frame.place();
    this.emit('hide', {});
    this.blur();
  }
  focus(): void {
    if (focusedWindow === this) return;
    focusedWindow?.blur();
    focusedWindow = windows.get(this.id) ?? null;
    this.contents.focused = true;
    this.contents.bringToFront();
    this.later('focus');
  }
  blur(): void {
    if (focusedWindow !== this) return;
    focusedWindow = null;
    this.contents.focused = false;
    this.later('blur');
  }
  isFocused(): boolean {
    return focusedWindow === this;
  }
  isVisible(): boolean {
    return this.shown;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }

  close(): void {
    this.tryClose();
  }
  /** @returns false if a listener of 'close' prevented it */
  tryClose(): boolean {
    if (this.destroyed || this.closing) return true;
    if (this.emitPreventable('close')) return false;
    this.closeUnasked();
    return true;
  }
  /** By the page or its contents: `closed` will say so, and nobody is asked. */
  private closeUnasked(): void {
    if (this.destroyed || this.closing) return;
    this.closing = true;
    this.closeTarget();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.closing = true;
    this.closeTarget();
    this.finishClose();
  }
  private closeTarget(): void {
    const { targets: opener } = engine();
    if (this.targetId !== undefined) opener.close(this.targetId);
    // Asked to close before it was there: it closes as soon as it is.
    else void this.frame.settled().then(() => this.targetId !== undefined && opener.close(this.targetId));
  }
  /** The window is gone, whoever closed it. A window manager's close cannot be prevented here. */
  private targetGone(): void {
    if (this.destroyed) return;
    if (!this.closing) this.emit('close', preventable({}));
    this.finishClose();
  }
  private finishClose(): void {
    this.destroyed = true;
    this.shown = false;
    if (focusedWindow === this) focusedWindow = null;
    windows.delete(this.id);
    this.contents.markDestroyed();
    this.emit('closed', {});
    for (const window of windows.values()) if (window.parentWindow === this) window.destroy();
    app.windowClosed();
  }

  hasTarget(targetId: string): boolean {
    return this.targetId === targetId;
  }

  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    record('BrowserWindow.setTitle', title);
    this.title = title;
  }
  private pageLoaded(title: string): void {
    if (title !== '' && !this.emitPreventable('page-title-updated', {}, title, true)) this.title = title;
    this.emit('ready-to-show');
  }

  minimize(): void {
    this.minimized = true;
    this.frame.isVisible = false;
    this.frame.place();
    this.later('minimize');
  }
  restore(): void {
    if (!this.minimized) return;
    this.show();
    this.later('restore');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
}

/** The static side of `webContents`. */
export const webContentsModule = {
  getAllWebContents: (): Electron.WebContents[] => [...windows.values()].map((window) => window.webContents),
  getFocusedWebContents: (): Electron.WebContents | null => focusedWindow?.webContents ?? null,
  fromId: (id: number): Electron.WebContents | undefined => windows.get(id)?.webContents,
  fromFrame: (): never => notProvided('webContents.fromFrame'),
  fromDevToolsTargetId: (targetId: string): Electron.WebContents | undefined =>
    [...windows.values()].find((window) => window.hasTarget(targetId))?.webContents,
};
