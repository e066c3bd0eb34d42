import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFault } from '../wire/envelope.ts';
import { BodyNotText, BodyTooLarge, readText } from './body.ts';
import type { JsonDeps } from './deps.ts';
import { XML_TYPE } from './exchange.ts';
import { Guard } from './guard.ts';
import type { Part } from './guard.ts';
import { jsonRoutes } from './json-api.ts';
import { BadInput, parseObject } from './json-input.ts';
import { PAGE_HEADERS, pageFile } from './page-file.ts';
import type { JsonAnswer, Route } from './route.ts';
import { SOAP_PATH, SoapEndpoint } from './soap-endpoint.ts';
import { wsdlWithAddress } from './wsdl.ts';

export interface ServerDeps extends JsonDeps {
  /** The text of the service description; its address is replaced. */
  readonly wsdl: string;
  /** Called after every request: there may be something to save. */
  readonly afterRequest: () => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Longer than any pause of a till that polls once a second: its connection stays open. */
const KEEP_ALIVE_MS = 75_000;
const MAX_JSON_BYTES = 64 * 1024;

/** Listens on `host` and `port` (0: any free one). Rejects when it cannot, with the system's error. */
export async function startServer(deps: ServerDeps, host: string, port: number): Promise<RunningServer> {
  const stopping = new AbortController();
  const router = createRouter(deps, new Guard(host), stopping.signal);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    void router(request, response).finally(deps.afterRequest);
  });
  await listen(server, host, port);
  return {
    url: urlOf(server.address() as AddressInfo),
    async stop() {
      stopping.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(address: AddressInfo): string {
  const anyInterface = address.address === '0.0.0.0' || address.address === '::';
  const host = anyInterface ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

type Router = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createRouter(deps: ServerDeps, guard: Guard, stopping: AbortSignal): Router {
  const routes = jsonRoutes(deps);
  const soap = new SoapEndpoint({ ...deps, stopping });

  return async (request, response) => {
    // The time that the service tells: a till holds it against its own clock.
    response.setHeader('date', new Date(deps.world.toldMs()).toUTCString());
    const url = addressOf(request);
    if (url === null) {
      send(response, 400, 'text/plain;charset=UTF-8', 'The address is none.', { connection: 'close' });
      return;
    }
    const refusal = guard.refusalOf(request, partOf(url));
    if (refusal) {
      sendJson(response, { status: refusal.status, body: { error: refusal.error } });
      return;
    }
    try {
      if (url.pathname === SOAP_PATH) await serveSoap(deps, soap, request, response, url);
      else await serveRest(routes.get(`${request.method ?? 'GET'} ${url.pathname}`), request, response, url);
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else sendCrash(response, url.pathname === SOAP_PATH, error);
    }
  };
}

function partOf({ pathname }: URL): Part {
  if (pathname === SOAP_PATH) return 'service';
  return pathname.startsWith('/api/') ? 'json' : 'page';
}

/** Null for an address that is none, such as `//[`: whatever a client sends, it must not end the simulator. */
function addressOf(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '/', 'http://simulator');
}

async function serveSoap(
  deps: ServerDeps,
  soap: SoapEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const moved = soap.movedDocument(url.searchParams.get('moved') ?? '');
  if (moved !== undefined) {
    send(response, 200, XML_TYPE, moved);
  } else if (request.method === 'POST') {
    await soap.handle(request, response);
  } else if (request.method === 'GET' && url.searchParams.has('wsdl')) {
    send(response, 200, XML_TYPE, wsdlWithAddress(deps.wsdl, `http://${hostOf(request)}${SOAP_PATH}`));
  } else {
    send(response, 405, 'text/plain;charset=UTF-8', 'POST a SOAP message, or GET ?wsdl.', { allow: 'GET, POST' });
  }
}

/** The address the client used, so that it is right behind a proxy or another name too. */
function hostOf(request: IncomingMessage): string {
  const { host } = request.headers;
  if (host !== undefined && /^[\w.:[\]-]+$/.test(host)) return host;
  const { localAddress = '127.0.0.1', localPort = 80 } = request.socket;
  return `${localAddress}:${localPort}`;
}

/** The JSON interface, and the pages with what they load. */
async function serveRest(route: Route | undefined, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const page = route === undefined && request.method === 'GET' ? pageFile(url.pathname) : undefined;
  if (page) send(response, 200, page.contentType, page.text, PAGE_HEADERS);
  else sendJson(response, await jsonAnswer(route, request, url));
}

async function jsonAnswer(route: Route | undefined, request: IncomingMessage, url: URL): Promise<JsonAnswer> {
  if (!route) return { status: 404, body: { error: `There is nothing at ${request.method ?? ''} ${url.pathname}.` } };
  try {
    const isQuery = request.method === 'GET';
    const input = isQuery ? Object.fromEntries(url.searchParams) : parseObject(await readText(request, MAX_JSON_BYTES));
    return route(input);
  } catch (error) {
    if (error instanceof BadInput) return { status: 400, body: { error: error.message } };
    if (error instanceof BodyNotText) return { status: 400, body: { error: 'The body is not text in its charset.' } };
    if (error instanceof BodyTooLarge) return { status: 413, body: { error: 'The body is too large.' } };
    throw error;
  }
}

function sendJson(response: ServerResponse, { status, body }: JsonAnswer): void {
  const close = status === 413 ? { connection: 'close' } : {};
  send(response, status, 'application/json', JSON.stringify(body), { 'cache-control': 'no-store', ...close });
}

function sendCrash(response: ServerResponse, isSoap: boolean, error: unknown): void {
  const message = error instanceof Error ? error.message : 'unknown';
  if (isSoap) send(response, 500, XML_TYPE, writeFault({ code: 'Server', message }));
  else sendJson(response, { status: 500, body: { error: `The simulator failed: ${message}` } });
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
