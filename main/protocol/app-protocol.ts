import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { APP_HOSTS, APP_SCHEME } from '../windows/roles.ts';
import { fileInBundle } from './bundle-path.ts';
import { BUNDLE_POLICY, securityHeaders } from './content-security.ts';
import { contentType } from './content-type.ts';
import { answerPhone } from './phone-proxy.ts';

export interface AppProtocolDeps {
  /** Absolute folder of the built pages. */
  readonly bundle: string;
  /** Address of the running simulator; null unless the till practises. */
  readonly simulatorUrl: () => string | null;
}

/** Must run before Electron is ready (security §18). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://`: the bundle's files, and the phone in practice. Everything else is not found. */
export function serveApp(session: Session, deps: AppProtocolDeps): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url);
    if (url.host === APP_HOSTS.bundle) return answerBundle(deps.bundle, request.method, url.pathname);
    const simulatorUrl = deps.simulatorUrl();
    if (url.host === APP_HOSTS.phone && simulatorUrl !== null) return answerPhone(simulatorUrl, request, url);
    return notFound();
  });
}

/**
 * Loads what every answer of {@link serveApp} is made with. Node brings its `Request` and `Response` in when they are first
 * touched, which takes it as long as all the rest of an answer many times over.
 */
export function loadResponses(): void {
  new Response(null);
}

async function answerBundle(bundle: string, method: string, pathname: string): Promise<Response> {
  const file = fileInBundle(bundle, pathname);
  const type = file === null ? null : contentType(file);
  if (method !== 'GET' || file === null || type === null) return notFound();
  try {
    const content = await readFile(file);
    return new Response(new Uint8Array(content), { headers: { 'Content-Type': type, ...securityHeaders(BUNDLE_POLICY) } });
  } catch {
    return notFound();
  }
}

export function notFound(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders(BUNDLE_POLICY) },
  });
}
