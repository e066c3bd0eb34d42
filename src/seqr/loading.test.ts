import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { DEADLINE_MS } from '../protocol/index.ts';
import { makeCall } from './call.ts';
import type { CallEnvironment } from './call.ts';
import { createConnections } from './connections.ts';
import { createSeqrConnector } from './index.ts';
import type { SoapSeqrConnector } from './index.ts';
import { createCodecLoader, LOAD_DEADLINE_MS } from './soap-codec.ts';
import { PAID_XML, answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawServer } from './testing/raw-server.ts';
import { INVOICE, TERMINAL, WSDL_PATH } from './testing/till.ts';

const NOP = { operation: 'benchmarkingNop', correlationId: null, args: () => ({}), read: () => ({}) } as const;
const GOOD_NOP = http(answerXml('benchmarkingNop', '<resultCode>0</resultCode>'));

let server: RawServer;
beforeEach(async () => {
  server = await startRawServer();
});
afterEach(() => server.close());

describe('the deadline of a call counts from its socket (PF-25)', () => {
  const clock = createVirtualClock();
  const environment = (encode: CallEnvironment['encode']): CallEnvironment => ({
    url: new URL(server.url),
    clock,
    encode,
    connections: createConnections(new URL(server.url), clock),
    nonce: () => 'nonce',
    log: () => undefined,
    showMessages: false,
    deadlineMs: DEADLINE_MS,
    byteLimit: () => 10_000,
    certificateAuthority: undefined,
  });

  it('and not from the loading of the SOAP library: the first call is answered though that took 5.5 s', async () => {
    let answer: () => void = () => undefined;
    server.handle((_request, socket) => {
      answer = () => socket.end(GOOD_NOP);
      return undefined;
    });
    const loaded = new Promise<void>((resolve) => void clock.after(5_500, resolve));
    const pending = makeCall(
      environment(() => loaded.then(() => ({ xml: '<x/>', headers: {} }))),
      NOP,
    );
    await clock.advance(5_500);
    await server.received(1);
    await clock.advance(DEADLINE_MS.benchmarkingNop - 1);
    answer();
    expect(await pending).toMatchObject({ kind: 'answered', resultCode: 0, tookMs: DEADLINE_MS.benchmarkingNop - 1 });
  });

  it('and loading has a limit of its own: after that nothing was sent, and it says why', async () => {
    const codec = createCodecLoader(WSDL_PATH, clock, () => new Promise(() => undefined));
    let isSettled = false;
    const pending = makeCall(
      environment((operation, args) => codec().then((loaded) => loaded.encode(operation, args))),
      NOP,
    ).finally(() => (isSettled = true));
    await clock.advance(LOAD_DEADLINE_MS - 1);
    expect(isSettled).toBe(false);
    await clock.advance(1);
    expect(await pending).toEqual({
      kind: 'notSent',
      reason: 'no-description',
      detail: 'the SOAP description took too long to load',
      tookMs: 0,
    });
    expect(server.requests.length).toBe(0);
  });
});

describe('loading the SOAP library blocks the thread', () => {
  const events: string[] = [];
  let connector: SoapSeqrConnector;
  beforeEach(() => {
    events.length = 0;
    server.handle(({ body }) => {
      const [, operation = ''] = /<ns\d:(\w+) /.exec(body) ?? [];
      events.push(operation);
      return http(operation === 'getPaymentStatus' ? PAID_XML : answerXml('sendInvoice', '<resultCode>0</resultCode>'));
    });
    connector = createSeqrConnector({ wsdlPath: WSDL_PATH, clock: createVirtualClock(), onLibraryLoad: () => events.push('load') });
  });

  it('so the calls that SEQR’s 20 s hang on do without it, from the first on', async () => {
    const till = connector.connect(server.url, 'Kassa');
    expect((await till.getPaymentStatus(TERMINAL, '1', 0)).kind).toBe('answered');
    await till.cancelInvoice(TERMINAL, '1');
    expect(events).toEqual(['getPaymentStatus', 'cancelInvoice']);
    till.close();
  });

  it('so it begins when such a call has been answered, and not while one is on its way', async () => {
    const till = connector.connect(server.url, 'Kassa');
    const sale = till.sendInvoice(TERMINAL, INVOICE);
    const read = till.getPaymentStatus(TERMINAL, '1', 0).then(() => events.push('answered'));
    const loading = connector.load();
    await Promise.all([sale, read, loading]);
    expect(events).toEqual(['getPaymentStatus', 'answered', 'load', 'sendInvoice']);
    till.close();
  });

  it('so a read that an answer calls for at once goes first', async () => {
    const till = connector.connect(server.url, 'Kassa');
    const twice = till.getPaymentStatus(TERMINAL, '1', 0).then(() => till.getPaymentStatus(TERMINAL, '1', 1));
    await Promise.all([twice, connector.load()]);
    expect(events.slice(0, 2)).toEqual(['getPaymentStatus', 'getPaymentStatus']);
    till.close();
  });

  it('so it happens once, when it is asked for or when the first call needs it', async () => {
    const till = connector.connect(server.url, 'Kassa');
    await till.sendInvoice(TERMINAL, INVOICE);
    await connector.load();
    await till.sendInvoice(TERMINAL, INVOICE);
    expect(events).toEqual(['load', 'sendInvoice', 'sendInvoice']);
    till.close();
  });
});
