import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';

/** One request as its bytes came. */
export interface RawRequest {
  readonly head: string;
  readonly body: string;
  /** Counted from 1 in the order the connections were opened. */
  readonly connection: number;
}

/** What to do with a request: the bytes to answer with, or anything one can do to a socket. */
export type RawHandler = (request: RawRequest, socket: Socket) => string | Buffer | undefined;

export interface RawServer {
  readonly url: string;
  readonly requests: readonly RawRequest[];
  connections(): number;
  handle(handler: RawHandler): void;
  /** Resolves when `count` requests have come in whole. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

function takeRequest(buffer: Buffer): { head: string; body: string; rest: Buffer } | null {
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = buffer.subarray(0, end).toString('latin1');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const bodyEnd = end + 4 + length;
  if (buffer.length < bodyEnd) return null;
  return { head, body: buffer.subarray(end + 4, bodyEnd).toString('utf8'), rest: buffer.subarray(bodyEnd) };
}

/** A server without manners: it writes whatever bytes a test wants. Speaks TLS if it is given a key and a certificate. */
export async function startRawServer(secure?: tls.TlsOptions): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<net.Socket>();
  let waiting: { readonly count: number; readonly wake: () => void }[] = [];
  let opened = 0;
  let answer: RawHandler = () => undefined;

  const onConnection = (socket: net.Socket): void => {
    const connection = ++opened;
    let buffer: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (let taken = takeRequest(buffer); taken !== null; taken = takeRequest(buffer)) {
        buffer = taken.rest;
        const request = { head: taken.head, body: taken.body, connection };
        requests.push(request);
        const bytes = answer(request, socket);
        if (bytes !== undefined) socket.write(bytes);
        waiting = waiting.filter(({ count, wake }) => {
          if (requests.length < count) return true;
          wake();
          return false;
        });
      }
    });
  };
  const server = secure ? tls.createServer(secure, onConnection) : net.createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}/soap/merchant/cashregister-2`,
    requests,
    connections: () => opened,
    handle: (handler) => (answer = handler),
    received: (count) => (requests.length >= count ? Promise.resolve() : new Promise((wake) => waiting.push({ count, wake }))),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
