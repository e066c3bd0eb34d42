import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands before a service, and keeps every byte that is sent to it: also what the service itself would not write down. */
export interface WireTap {
  /** The service's address, through the tap. */
  readonly url: string;
  heard(): string;
  close(): Promise<void>;
}

export async function tapWire(url: string): Promise<WireTap> {
  const service = new URL(url);
  let heard = '';
  const server = createServer((from) => {
    const to = connect(Number(service.port), service.hostname);
    from.on('data', (bytes) => (heard += bytes.toString('latin1')));
    from.pipe(to);
    to.pipe(from);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${service.pathname}`,
    heard: () => heard,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
