/** `webContents`: loading, messages, navigation, printing of one page. */
import { app } from './app.ts';
import { asElectron } from './as-electron.ts';
import type { CdpSession } from './cdp.ts';
import { ipcMain } from './ipc-main.ts';
import { nativeImage } from './native-image.ts';
import { NavigationGuard } from './navigation-guard.ts';
import { fromChromium } from './origin-map.ts';
import type { PageMessage } from './page-link.ts';
import { NavigationError, type Page, type PageObserver } from './page.ts';
import { listPrinters, printOnPaper, printToPdf } from './printing.ts';
import { record } from './record.ts';
import { defaultSession, permissions, webRequest } from './session.ts';
import { StrictEmitter, preventable } from './strict.ts';
import { forgetTheme } from './theme.ts';
import { MainFrame } from './web-frame.ts';

/** The window around the contents. */
export interface ContentsOwner {
  readonly browser: () => CdpSession;
  readonly close: () => void;
  readonly onLoaded: (title: string) => void;
}

export class WebContents
  extends StrictEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'loadURL'
      | 'getURL'
      | 'getTitle'
      | 'isLoading'
      | 'isDestroyed'
      | 'send'
      | 'reload'
      | 'close'
      | 'print'
      | 'getPrintersAsync'
      | 'printToPDF'
      | 'executeJavaScript'
      | 'setWindowOpenHandler'
      | 'openDevTools'
      | 'getType'
      | 'closeDevTools'
      | 'isDevToolsOpened'
      | 'isCrashed'
      | 'forcefullyCrashRenderer'
      | 'capturePage'
      | 'isFocused'
      | 'getUserAgent'
    >
{
  readonly apiName = 'webContents';
  protected readonly knownEvents = [
    'did-start-loading',
    'dom-ready',
    'did-finish-load',
    'did-stop-loading',
    'did-fail-load',
    'did-navigate',
    'did-navigate-in-page',
    'page-title-updated',
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'render-process-gone',
    'preload-error',
    'console-message',
    'destroyed',
    'focus',
    'blur',
    // Accepted; what they report cannot happen here, so they never come (a test may emit them).
    'will-attach-webview',
    'did-attach-webview',
    'did-create-window',
    'unresponsive',
    'responsive',
    'will-prevent-unload',
    'select-bluetooth-device',
    // Keys go to the page without passing here: a test that needs it emits it.
    'before-input-event',
  ];
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: Electron.WebFrameMain;
  private readonly owner: ContentsOwner;
  private readonly page: Promise<Page>;
  private readonly guard: NavigationGuard;
  private readonly preferences: Electron.WebPreferences;
  private attached: Page | undefined = undefined;
  private url = '';
  private title = '';
  private loading = false;
  private crashed = false;
  private destroyed = false;

  constructor(id: number, owner: ContentsOwner, preferences: Electron.WebPreferences, open: (observer: PageObserver) => Promise<Page>) {
    super();
    this.id = id;
    this.owner = owner;
    this.preferences = preferences;
    this.mainFrame = asElectron<Electron.WebFrameMain>(new MainFrame(this, id));
    this.guard = new NavigationGuard(
      (event, details) => this.emitPreventable(event, details, details.url, false, details.isMainFrame),
      () => this.mainFrame,
      (loading) => {
        this.loading = loading;
        this.emit(loading ? 'did-start-loading' : 'did-stop-loading');
      },
    );
    this.page = open(this.observer());
    this.page.then(
      (page) => {
        this.attached = page;
        this.guard.mainFrameId = page.targetId;
      },
      () => undefined,
    );
  }

  get targetId(): string | undefined {
    return this.attached?.targetId;
  }
  getType(): 'window' {
    return 'window';
  }
  getURL(): string {
    return this.url;
  }
  getTitle(): string {
    return this.title;
  }
  getUserAgent(): string {
    return `Mozilla/5.0 (X11; Linux x86_64) Electron/${process.versions.electron}`;
  }
  isLoading(): boolean {
    return this.loading;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isFocused(): boolean {
    return this.focused;
  }
  focused = false;
  getLastWebPreferences(): Electron.WebPreferences {
    return { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, ...this.preferences };
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    this.beginLoad(url);
    try {
      await page.navigate(url);
    } catch (error) {
      if (error instanceof NavigationError) this.emit('did-fail-load', {}, error.errno, error.code, url, true);
      throw error;
    } finally {
      this.loading = false;
    }
  }
  reload(): void {
    this.beginLoad(this.url);
    this.attached?.session.post('Page.reload');
  }
  private beginLoad(url: string): void {
    this.guard.expect(url);
    this.loading = true;
    this.crashed = false;
    this.emit('did-start-loading');
  }

  send(channel: string, ...args: unknown[]): void {
    if (!this.destroyed) this.attached?.link.deliver({ op: 'message', channel, args });
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.page).evaluate(code, userGesture);
  }

  print(options: Electron.WebContentsPrintOptions = {}, done?: (ok: boolean, failureReason: string) => void): void {
    const report = (reason: string | undefined): void => done?.(reason === undefined, reason ?? '');
    this.page.then((page) => printOnPaper(page.session, options)).then(report, (error: unknown) => report(String(error)));
  }
  getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    return listPrinters();
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return printToPdf((await this.page).session, options);
  }
  async capturePage(): Promise<Electron.NativeImage> {
    const { session } = await this.page;
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    return nativeImage(Buffer.from(data, 'base64'));
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.guard.windowOpenHandler = handler;
  }
  close(): void {
    this.owner.close();
  }
  forcefullyCrashRenderer(): void {
    this.attached?.session.post('Page.crash');
  }
  openDevTools(): void {
    record('webContents.openDevTools');
  }
  closeDevTools(): void {
    record('webContents.closeDevTools');
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  /** X without a window manager raises a window only when its page becomes the active one. */
  bringToFront(): void {
    this.page.then(
      ({ session }) => session.post('Page.bringToFront'),
      () => undefined,
    );
    this.emit('focus', {});
  }
  /** Told by the window when its target is gone. */
  markDestroyed(): void {
    this.destroyed = true;
    if (this.attached !== undefined) forgetTheme(this.attached.session);
    this.emit('destroyed');
  }

  private observer(): PageObserver {
    return {
      allowsNavigation: (url, frameId, isRedirect) => this.guard.allows(url, frameId, isRedirect),
      beforeDocument: (origin) => permissions.settle(this.owner.browser(), asElectron(this), origin),
      refusesRequest: ({ request, resourceType, requestId }) =>
        webRequest.refuses(
          asElectron({
            id: Number.parseInt(requestId.replace(/\D/g, ''), 10),
            url: fromChromium(request.url),
            method: request.method,
            webContentsId: this.id,
            webContents: this,
            frame: this.mainFrame,
            resourceType: resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase(),
            referrer: fromChromium(request.headers['Referer'] ?? ''),
            timestamp: Date.now(),
          }),
        ),
      onMessage: (message) => void this.receive(message),
      onNavigated: (url, isInPage) => {
        this.url = url;
        if (isInPage) this.emit('did-navigate-in-page', {}, url, true, this.id, 1);
        else this.emit('did-navigate', {}, url, 200, 'OK');
      },
      onDomReady: () => this.emit('dom-ready', {}),
      onLoaded: (title) => {
        this.loading = false;
        this.title = title;
        if (title !== '') this.emit('page-title-updated', preventable({}), title, true);
        this.owner.onLoaded(title);
        this.emit('did-finish-load');
        this.emit('did-stop-loading');
      },
      onCrashed: () => {
        const details = { reason: 'crashed', exitCode: 5 };
        this.crashed = true;
        this.emit('render-process-gone', {}, details);
        app.emit('render-process-gone', {}, this, details);
      },
      onWindowOpen: (url, frameName, features) => this.guard.refuseWindow(url, frameName, features),
      onConsole: (level, message) => this.emit('console-message', { level, message, frame: this.mainFrame }),
    };
  }

  private async receive(message: PageMessage): Promise<void> {
    this.url = fromChromium(message.href);
    switch (message.op) {
      case 'invoke': {
        const event = asElectron<Electron.IpcMainInvokeEvent>(this.ipcEvent());
        const answer = await ipcMain.run(message.channel, event, message.args);
        this.answer(message.id, answer);
        return;
      }
      case 'send': {
        const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
        ipcMain.emit(message.channel, { ...this.ipcEvent(), ports: [], reply }, ...message.args);
        return;
      }
      case 'open':
        this.guard.refuseWindow(fromChromium(message.url), message.frameName, message.features);
        return;
      case 'close':
        this.owner.close();
        return;
      case 'preload-error':
        this.emit('preload-error', {}, this.preferences.preload, message.error);
    }
  }
  private answer(id: number, answer: Awaited<ReturnType<typeof ipcMain.run>>): void {
    try {
      this.attached?.link.deliver({ op: 'answer', id, ...answer });
    } catch (error) {
      this.attached?.link.deliver({ op: 'answer', id, ok: false, error: String(error) });
    }
  }
  private ipcEvent(): object {
    return { type: 'frame', sender: this, senderFrame: this.mainFrame, processId: this.id, frameId: 1 };
  }
}
