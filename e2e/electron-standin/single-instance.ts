/**
 * The lock of the first instance: a socket in Linux's abstract namespace, named after the user-data folder. It vanishes
 * with its process however that ends, so a killed till never locks the next one out.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import net from 'node:net';

export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}

/** The first instance answers at once or hangs; a second one must not wait for it for ever. */
const NOTIFY_LIMIT_MS = 5_000;
/** Sends its third argument to the socket its second one names. A process of its own, because the caller cannot wait. */
const NOTIFIER = `
const socket = require('node:net').connect('\\0' + process.argv[1], () => socket.end(process.argv[2]));
socket.on('error', () => {}).on('close', () => process.exit()).resume();`;

let server: net.Server | undefined;

function receive(socket: net.Socket, onSecond: (second: SecondInstance) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('end', () => {
    if (text !== '') onSecond(JSON.parse(text) as SecondInstance);
  });
}

/** @returns whether this process is the first for `userData`; if not, the first one has been told */
export function takeLock(userData: string, own: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
  if (server !== undefined) return true;
  const name = `electron-standin-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`;
  const candidate = net.createServer((socket) => receive(socket, onSecond));
  candidate.on('error', () => undefined);
  // Node binds within the call, so the answer is known at once; only the error event comes later.
  candidate.listen({ path: `\0${name}` });
  if (candidate.listening) {
    candidate.unref();
    server = candidate;
    return true;
  }
  execFileSync(process.execPath, ['-e', NOTIFIER, name, JSON.stringify(own)], { timeout: NOTIFY_LIMIT_MS });
  return false;
}

export function hasLock(): boolean {
  return server !== undefined;
}

export function releaseLock(): void {
  server?.close();
  server = undefined;
}
