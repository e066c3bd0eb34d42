import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { DEADLINE_MS } from '../protocol/index.ts';
import type { SeqrConnection } from '../protocol/index.ts';
import { PAID_XML, answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawServer } from './testing/raw-server.ts';
import { SELF_SIGNED } from './testing/self-signed.ts';
import { INVOICE, TERMINAL, WSDL_PATH, connectTill } from './testing/till.ts';

let server: RawServer;
let open: SeqrConnection[] = [];
const connect: typeof connectTill = (url, options) => {
  const till = connectTill(url, options);
  open.push(till);
  return till;
};
const ask = (till: SeqrConnection): ReturnType<SeqrConnection['getPaymentStatus']> => till.getPaymentStatus(TERMINAL, '1', 0);

beforeEach(async () => {
  server = await startRawServer();
  server.handle(({ body }) => http(body.includes(':getPaymentStatus') ? PAID_XML : answerXml('sendInvoice', '<resultCode>0</resultCode>')));
});
afterEach(async () => {
  for (const till of open) till.close();
  open = [];
  await server.close();
});

/** A port nobody listens on. */
async function deadPort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('not sent, or no answer? (PF-10)', () => {
  it('calls a refused connection not sent', async () => {
    const answer = await connect(`http://127.0.0.1:${await deadPort()}/`).sendInvoice(TERMINAL, INVOICE);
    expect(answer).toMatchObject({ kind: 'notSent', reason: 'connection', detail: 'the connection failed (ECONNREFUSED)' });
  });

  it('calls a name that leads nowhere not sent', async () => {
    expect(await connect('https://kassa.invalid/').sendInvoice(TERMINAL, INVOICE)).toMatchObject({ kind: 'notSent', reason: 'connection' });
  });

  it('calls an answer that never came no answer, because SEQR may have seen the request', async () => {
    server.handle((_request, socket) => void socket.resetAndDestroy());
    expect(await connect(server.url).sendInvoice(TERMINAL, INVOICE)).toMatchObject({ kind: 'noAnswer', reason: 'connection' });
    expect(server.requests.length, 'sent once').toBe(1);
  });

  it('calls a certificate nobody vouches for not sent: the password stays here', async () => {
    const secure = await startRawServer(SELF_SIGNED);
    const answer = await connect(secure.url).sendInvoice(TERMINAL, INVOICE);
    expect(answer).toMatchObject({ kind: 'notSent', reason: 'connection', detail: 'the connection failed (DEPTH_ZERO_SELF_SIGNED_CERT)' });
    expect(secure.requests.length).toBe(0);
    await secure.close();
  });

  it('speaks no TLS below 1.2, even where the runtime would: the password stays here (security)', async () => {
    const ofRuntime = { min: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS };
    [tls.DEFAULT_MIN_VERSION, tls.DEFAULT_CIPHERS] = ['TLSv1', 'DEFAULT:@SECLEVEL=0'];
    try {
      for (const maxVersion of ['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const) {
        const old = await startRawServer({ ...SELF_SIGNED, minVersion: 'TLSv1', maxVersion });
        old.handle(() => http(PAID_XML));
        const answer = await ask(connect(old.url, { certificateAuthority: SELF_SIGNED.cert }));
        expect([maxVersion, answer.kind, old.requests.length]).toEqual(
          maxVersion === 'TLSv1.2' ? [maxVersion, 'answered', 1] : [maxVersion, 'notSent', 0],
        );
        await old.close();
      }
    } finally {
      [tls.DEFAULT_MIN_VERSION, tls.DEFAULT_CIPHERS] = [ofRuntime.min, ofRuntime.ciphers];
    }
  });

  it('calls a server that is no TLS server not sent', async () => {
    const plain = net.createServer((socket) => socket.on('error', () => undefined).on('data', () => socket.end('no')));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    expect(await connect(`https://127.0.0.1:${port}/`).sendInvoice(TERMINAL, INVOICE)).toMatchObject({
      kind: 'notSent',
      reason: 'connection',
    });
    await new Promise((resolve) => plain.close(resolve));
  });

  it('calls a TLS handshake that never ends not sent', async () => {
    const clock = createVirtualClock();
    const silent = net.createServer();
    const accepted = new Promise<net.Socket>((resolve) => silent.on('connection', resolve));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const pending = connect(`https://127.0.0.1:${port}/`, { clock }).sendInvoice(TERMINAL, INVOICE);
    const socket = await accepted;
    await clock.advance(DEADLINE_MS.sendInvoice);
    expect(await pending).toMatchObject({ kind: 'notSent', reason: 'timeout', detail: 'no connection in time' });
    socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('speaks TLS to a server that a trusted authority vouches for, over one kept connection', async () => {
    const secure = await startRawServer(SELF_SIGNED);
    secure.handle(() => http(PAID_XML));
    const till = connect(secure.url, { certificateAuthority: SELF_SIGNED.cert });
    for (let i = 0; i < 5; i += 1) expect((await ask(till)).kind).toBe('answered');
    expect(secure.connections()).toBe(1);
    till.close();
    await secure.close();
  });

  it.each([
    ['http://pay.example.com/soap', 'https-required'],
    ['ftp://127.0.0.1/', 'not-http'],
    ['nonsense', 'not-a-url'],
  ])('never opens %s', async (endpoint, code) => {
    expect(await connect(endpoint).benchmarkingNop()).toMatchObject({ kind: 'notSent', detail: `the endpoint cannot be used (${code})` });
  });

  it.each([
    ['is missing', null],
    ['is no XML', (): string => '{}'],
    ['breaks off, which strong-soap would not notice', (text: string): string => text.slice(0, text.indexOf('<wsdl:service'))],
    ['lacks an operation', (text: string): string => text.replaceAll(/<wsdl:operation name="creditUser">.*?<\/wsdl:operation>/gs, '')],
  ])('sends nothing when the description %s', async (_name, spoil) => {
    const folder = await mkdtemp(join(tmpdir(), 'kassa-wsdl-'));
    const wsdlPath = join(folder, 'seqr.wsdl');
    if (spoil !== null) await writeFile(wsdlPath, spoil(await readFile(WSDL_PATH, 'utf8')));
    const till = connect(server.url, { wsdlPath });
    expect(await till.sendInvoice(TERMINAL, INVOICE)).toMatchObject({ kind: 'notSent', reason: 'no-description' });
    expect(server.requests.length).toBe(0);
    expect((await ask(till)).kind, 'a payment is still asked about').toBe('answered');
    await rm(folder, { recursive: true });
  });
});
