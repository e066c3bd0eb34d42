/**
 * Every request of a page stops here: navigations can be refused by the application, `app://` requests are answered by
 * its protocol handler, and anything else fails, because no page may reach the network.
 */
import type { CdpSession, Protocol } from './cdp.ts';
import { fromChromium, originOf, toChromium } from './origin-map.ts';
import { schemeHandler } from './protocol.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type Reason = Protocol.Network.ErrorReason;

/** What the page's owner decides about a request. */
export interface RequestOwner {
  /** @returns false if the page may not go there */
  readonly allowsNavigation: (url: string, frameId: string, isRedirect: boolean) => boolean;
  readonly refusesRequest: (request: Paused) => Promise<boolean>;
  /** Runs before a document of `origin` loads. */
  readonly beforeDocument: (origin: string) => Promise<void>;
}

export async function interceptRequests(session: CdpSession, owner: RequestOwner): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, owner, paused).catch((error: unknown) => {
      console.error(`The request ${fromChromium(paused.request.url)} failed:`, error);
      fail(session, paused, 'Failed');
    });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
}

function fail(session: CdpSession, { requestId }: Paused, errorReason: Reason): void {
  session.post('Fetch.failRequest', { requestId, errorReason });
}

async function answer(session: CdpSession, owner: RequestOwner, paused: Paused): Promise<void> {
  const url = fromChromium(paused.request.url);
  // A browser's habit that Electron does not have: the application is not asked for it.
  if (paused.resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') {
    session.post('Fetch.fulfillRequest', { requestId: paused.requestId, responseCode: 204 });
    return;
  }
  if (paused.resourceType === 'Document') {
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (!owner.allowsNavigation(url, paused.frameId, isRedirect)) return fail(session, paused, 'Aborted');
    await owner.beforeDocument(originOf(url));
  }
  if (await owner.refusesRequest(paused)) return fail(session, paused, 'BlockedByClient');
  const handler = url === paused.request.url ? undefined : schemeHandler(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return fail(session, paused, 'InternetDisconnected');
  const response = await handler(toRequest(url, paused.request));
  if (response.type === 'error') return fail(session, paused, 'Failed');
  await session.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: headersOf(response),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

function toRequest(url: string, request: Paused['request']): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, fromChromium(value));
  const entries = request.postDataEntries ?? [];
  const body = Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
  return new Request(url, { method: request.method, headers, ...(entries.length > 0 ? { body } : {}) });
}

function headersOf(response: Response): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => ({
    name,
    value: name.toLowerCase() === 'location' ? toChromium(value) : value,
  }));
}
