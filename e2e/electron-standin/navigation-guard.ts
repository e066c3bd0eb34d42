/** Asks the application before a page goes anywhere or opens a window. */
import { toChromium } from './origin-map.ts';
import { notProvided } from './strict.ts';

interface NavigationDetails {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument: false;
  readonly frame: Electron.WebFrameMain;
  readonly initiator: Electron.WebFrameMain;
}
type NavigationEvent = 'will-navigate' | 'will-frame-navigate' | 'will-redirect';
/** @returns whether a listener prevented it */
type Announce = (event: NavigationEvent, details: NavigationDetails) => boolean;
type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

function withoutFragment(url: string): string {
  return toChromium(url).split('#')[0] ?? '';
}

export class NavigationGuard {
  mainFrameId = '';
  windowOpenHandler: WindowOpenHandler | undefined = undefined;
  private readonly announce: Announce;
  private readonly mainFrame: () => Electron.WebFrameMain;
  private readonly onLoading: (loading: boolean) => void;
  private expected: string | undefined = undefined;

  /** @param onLoading a page's own navigation begins; or it ends at once, because a listener prevented it */
  constructor(announce: Announce, mainFrame: () => Electron.WebFrameMain, onLoading: (loading: boolean) => void) {
    this.announce = announce;
    this.mainFrame = mainFrame;
    this.onLoading = onLoading;
  }

  /** The next navigation to `url` is the application's own and is not asked about. */
  expect(url: string): void {
    this.expected = withoutFragment(url);
  }

  allows(url: string, frameId: string, isRedirect: boolean): boolean {
    const isMainFrame = frameId === this.mainFrameId;
    const frame = this.mainFrame();
    const details = { url, isMainFrame, isSameDocument: false, frame, initiator: frame } as const;
    if (isRedirect) return !this.announce('will-redirect', details);
    if (isMainFrame && this.expected === withoutFragment(url)) {
      this.expected = undefined;
      return true;
    }
    // A page that loads the document it shows once more (Playwright's `reload`, F5) goes nowhere.
    if (isMainFrame && withoutFragment(frame.url) === withoutFragment(url)) return true;
    if (isMainFrame) this.onLoading(true);
    const isPrevented = this.announce('will-frame-navigate', details) || (isMainFrame && this.announce('will-navigate', details));
    if (isMainFrame && isPrevented) this.onLoading(false);
    return !isPrevented;
  }

  /** The window is never opened; the handler is asked because a till's own answer must be a refusal. */
  refuseWindow(url: string, frameName: string, features: string): void {
    const referrer = { url: this.mainFrame().url, policy: 'strict-origin-when-cross-origin' } as const;
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    const answer = this.windowOpenHandler?.({ url, frameName, features, disposition, referrer });
    if (answer?.action !== 'deny') notProvided(`A window opened by a page (${url}); a handler that denies it`);
  }
}
