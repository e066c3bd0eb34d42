import type { CdpSession } from './cdp.ts';
/** One attached Chromium page: set up before anything loads in it, its protocol events turned into a few plain ones. */
import { interceptRequests, type RequestOwner } from './interception.ts';
import { fromChromium, toChromium } from './origin-map.ts';
import { PageLink, type PageLinkOptions } from './page-link.ts';
import type { OpenTarget } from './targets.ts';
import { emulateTheme } from './theme.ts';

export interface PageObserver extends RequestOwner {
  readonly onMessage: PageLinkOptions['onMessage'];
  readonly onNavigated: (url: string, isInPage: boolean) => void;
  readonly onDomReady: () => void;
  readonly onLoaded: (title: string) => void;
  readonly onCrashed: () => void;
  readonly onWindowOpen: (url: string, frameName: string, features: string) => void;
  readonly onConsole: (level: string, text: string) => void;
}

/** Chromium's net errors a page can meet here; Electron reports them by number. */
const NET_ERRORS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

export class NavigationError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;
  constructor(code: string, url: string) {
    const errno = NET_ERRORS[code] ?? -2;
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}

export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly link: PageLink;
  private readonly observer: PageObserver;
  /** Documents the application's navigations committed, by loader; the blank one a window opens with is not among them. */
  private committed: string | undefined = undefined;
  private loaded: string | undefined = undefined;
  private readonly awaitingLoad = new Map<string, () => void>();

  private constructor(target: OpenTarget, observer: PageObserver) {
    this.targetId = target.targetId;
    this.session = target.session;
    this.link = new PageLink(target.session);
    this.observer = observer;
  }

  static async attach(
    target: OpenTarget,
    observer: PageObserver,
    preload: Pick<PageLinkOptions, 'preloadPath' | 'additionalArguments'>,
  ): Promise<Page> {
    const page = new Page(target, observer);
    const { session } = page;
    page.listen();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Inspector.enable'),
      page.link.start({ ...preload, onMessage: observer.onMessage }),
      interceptRequests(session, observer),
      emulateTheme(session),
    ]);
    return page;
  }

  /** Loads `url` and resolves when its load event has fired. @throws NavigationError */
  async navigate(url: string): Promise<void> {
    const { errorText, loaderId } = await this.session.send('Page.navigate', { url: toChromium(url) });
    if (errorText !== undefined && errorText !== '') throw new NavigationError(errorText.replace('net::', ''), url);
    // Without a loader only the fragment changed, and there is nothing to wait for.
    if (loaderId === undefined || this.loaded === loaderId) return;
    await new Promise<void>((resolve) => this.awaitingLoad.set(loaderId, resolve));
  }

  async evaluate(expression: string, userGesture = false): Promise<unknown> {
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', options);
    if (exceptionDetails === undefined) return result.value as unknown;
    const first = exceptionDetails.exception?.description?.split('\n')[0] ?? exceptionDetails.text;
    throw new Error(first.replace(/^Error: /, ''));
  }

  private listen(): void {
    const { session, observer } = this;
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined || frame.url.startsWith('data:text/html,<title></title>')) return;
      const isFirst = this.committed === undefined;
      this.committed = frame.loaderId;
      // Back must not lead to the blank document the window opened with.
      if (isFirst) session.post('Page.resetNavigationHistory');
      observer.onNavigated(fromChromium(frame.url + (frame.urlFragment ?? '')), false);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) observer.onNavigated(fromChromium(url), true);
    });
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== this.targetId || loaderId !== this.committed) return;
      if (name === 'DOMContentLoaded') observer.onDomReady();
      if (name === 'load') void this.finishLoad(loaderId);
    });
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      observer.onWindowOpen(fromChromium(url), windowName, windowFeatures.join(','));
    });
    session.on('Inspector.targetCrashed', () => observer.onCrashed());
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const text = args.map((argument) => String(argument.value ?? argument.description ?? argument.type)).join(' ');
      observer.onConsole(type, text);
    });
  }

  private async finishLoad(loaderId: string): Promise<void> {
    const title = await this.evaluate('document.title').catch(() => '');
    if (loaderId !== this.committed || loaderId === this.loaded) return;
    this.loaded = loaderId;
    this.observer.onLoaded(String(title));
    this.awaitingLoad.get(loaderId)?.();
    this.awaitingLoad.delete(loaderId);
  }
}
