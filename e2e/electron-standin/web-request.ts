/** `session.webRequest`: of its events the one that can refuse a request before it is made. */
import { Strict, notProvided } from './strict.ts';

type Details = Electron.OnBeforeRequestListenerDetails;
type Answer = (response: Electron.CallbackResponse) => void;
type BeforeRequest = (details: Details, callback: Answer) => void;

export class WebRequest extends Strict implements Pick<Electron.WebRequest, 'onBeforeRequest'> {
  readonly apiName = 'session.webRequest';
  private urls: readonly RegExp[] = [];
  private listener: BeforeRequest | undefined = undefined;

  onBeforeRequest(filterOrListener: Electron.WebRequestFilter | BeforeRequest | null, listener?: BeforeRequest | null): void {
    if (typeof filterOrListener === 'function') {
      this.urls = [/^/];
      this.listener = filterOrListener;
      return;
    }
    this.urls = (filterOrListener?.urls ?? []).map(patternToRegExp);
    this.listener = listener ?? undefined;
  }

  /** @returns whether the listener refused the request */
  refuses(details: Details): Promise<boolean> {
    const { listener } = this;
    if (listener === undefined || !this.urls.some((pattern) => pattern.test(details.url))) return Promise.resolve(false);
    return new Promise((resolve) => {
      listener(details, (response) => {
        if (response.redirectURL !== undefined) notProvided('redirectURL in webRequest.onBeforeRequest');
        resolve(response.cancel === true);
      });
    });
  }
}

/** Chromium's match patterns: `<all_urls>`, and `*` for any text. */
function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
