import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import type { NoAnswerReason } from '../protocol/index.ts';
import { isXml, decodeBody } from './http-content.ts';

/*
 * The guarded way to the server and back: one total deadline, a limit on bytes, no redirects, no retries, and for every
 * failure the one question that matters: can the server have seen the request (PF-10)?
 */

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds left for everything: connecting, sending, waiting, reading. */
  readonly deadlineMs: number;
  /** The most bytes an answer may have. */
  readonly byteLimit: number;
}

/**
 * The most pieces an answer may come in. A network cuts 16 MiB into twelve thousand; only a server that means harm sends
 * a byte at a time, and a million pieces hold a hundred times the memory that their bytes do.
 */
const PIECE_LIMIT = 100_000;

export interface HttpAnswer {
  readonly kind: 'answer';
  readonly statusCode: 200 | 500;
  readonly text: string;
  readonly serverDateMs: number | null;
}
/** `notSent`: not a byte of the request has left. */
export interface HttpFailure {
  readonly kind: 'notSent' | 'noAnswer';
  readonly reason: NoAnswerReason;
  readonly detail: string;
}

/** Whose connection to use: an agent that keeps them alive, or none for one of the request's own. */
export type ConnectionSource = http.Agent | https.Agent | false;

/** The library's code for a failure, never its message or the object: those may hold the request. */
function failureOf(error: unknown): { reason: NoAnswerReason; detail: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'HPE_HEADER_OVERFLOW') return { reason: 'too-large', detail: 'the headers of the answer are too large' };
  if (code.startsWith('HPE_')) return { reason: 'malformed', detail: `the answer is no HTTP (${code})` };
  return { reason: 'connection', detail: `the connection failed (${code})` };
}

function parseDate(header: string | undefined): number | null {
  const ms = header === undefined ? NaN : Date.parse(header);
  return Number.isNaN(ms) ? null : ms;
}

/** Calls `left` as soon as bytes may leave: when a new connection stands (over TLS: is trusted), at once on a kept one. */
function watchSocket(socket: Socket, secure: boolean, left: () => void): void {
  if (!socket.connecting) left();
  else socket.once(secure ? 'secureConnect' : 'connect', left);
}

/** What is wrong with an answer's head, before a byte of its body is read. */
function headProblem(response: http.IncomingMessage, byteLimit: number): { reason: NoAnswerReason; detail: string } | null {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200 && statusCode !== 500) return { reason: 'http-status', detail: `the server answered HTTP ${statusCode}` };
  if (!isXml(headers['content-type'])) {
    return statusCode === 500
      ? { reason: 'http-status', detail: 'the server answered HTTP 500 without XML' }
      : { reason: 'content-type', detail: 'the answer is not XML by its content type' };
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { reason: 'content-type', detail: 'the answer is compressed, which was not asked for' };
  if (Number(headers['content-length'] ?? 0) > byteLimit) return { reason: 'too-large', detail: `the answer is over ${byteLimit} bytes` };
  return null;
}

/**
 * Resolves when everything that had arrived by now has been read. On a kept connection that nobody uses, an answer nobody asked
 * for ends the connection; unread, it would be taken for the answer to the next request. Twice, because the turn of the event
 * loop that is under way may be past its reading.
 */
function arrivedIsRead(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Sends one request and reads one answer. Never rejects, and ends within the deadline whatever the server does. */
export async function post(request: HttpRequest, source: ConnectionSource, clock: Clock, ca?: string): Promise<HttpAnswer | HttpFailure> {
  if (source !== false) await arrivedIsRead();
  return send(request, source, clock, ca);
}

function send(request: HttpRequest, source: ConnectionSource, clock: Clock, ca: string | undefined): Promise<HttpAnswer | HttpFailure> {
  return new Promise((resolve) => {
    const secure = request.url.protocol === 'https:';
    let mayHaveLeft = false;
    let settled = false;

    const disbursement = (secure ? https : http).request(request.url, {
      method: 'POST',
      agent: source,
      headers: {
        ...request.headers,
        Accept: 'text/xml',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Kassa',
        'Content-Length': Buffer.byteLength(request.body),
      },
      ...(secure ? { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) } : {}),
    });
    const settle = (outcome: HttpAnswer | HttpFailure): void => {
      if (settled) return;
      settled = true;
      withdraw();
      if (outcome.kind !== 'answer') disbursement.destroy();
      resolve(outcome);
    };
    const fail = (failure: { reason: NoAnswerReason; detail: string }): void =>
      settle({ kind: mayHaveLeft ? 'noAnswer' : 'notSent', ...failure });
    const withdraw = clock.after(Math.max(0, request.deadlineMs), () =>
      fail({ reason: 'timeout', detail: mayHaveLeft ? 'no complete answer in time' : 'no connection in time' }),
    );

    disbursement.on('socket', (socket) => watchSocket(socket, secure, () => (mayHaveLeft = true)));
    disbursement.on('error', (error) => fail(failureOf(error)));
    disbursement.on('close', () => fail({ reason: 'connection', detail: 'the connection was closed without an answer' }));
    disbursement.on('response', (response) => {
      const problem = headProblem(response, request.byteLimit);
      if (problem !== null) return fail(problem);
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > request.byteLimit) fail({ reason: 'too-large', detail: `the answer is over ${request.byteLimit} bytes` });
        else if (chunks.length >= PIECE_LIMIT) fail({ reason: 'too-large', detail: `the answer came in over ${PIECE_LIMIT} pieces` });
        else chunks.push(chunk);
      });
      response.on('error', (error) => fail(failureOf(error)));
      response.on('end', () => {
        if (!response.complete) return fail({ reason: 'connection', detail: 'the answer broke off' });
        const text = decodeBody(Buffer.concat(chunks), response.headers['content-type']);
        if (text === null) return fail({ reason: 'malformed', detail: 'the answer is not in the encoding it claims' });
        settle({
          kind: 'answer',
          statusCode: response.statusCode === 500 ? 500 : 200,
          text,
          serverDateMs: parseDate(response.headers.date),
        });
      });
    });
    disbursement.end(request.body);
  });
}
