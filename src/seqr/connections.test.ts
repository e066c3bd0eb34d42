import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { DEADLINE_MS } from '../protocol/index.ts';
import type { SeqrConnection } from '../protocol/index.ts';
import type { Exchange } from './index.ts';
import { PAID_XML, answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawServer } from './testing/raw-server.ts';
import { INVOICE, TERMINAL, connectTill } from './testing/till.ts';

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

describe('connections (PF-25)', () => {
  it('asks a hundred times over one connection', async () => {
    const till = connect(server.url);
    for (let i = 0; i < 100; i += 1) expect((await ask(till)).kind).toBe('answered');
    expect(server.connections()).toBe(1);
  });

  it('gives every sendInvoice and cancelInvoice one of its own, and polling keeps its', async () => {
    const till = connect(server.url);
    await ask(till);
    await till.sendInvoice(TERMINAL, INVOICE);
    await till.sendInvoice(TERMINAL, INVOICE);
    await till.cancelInvoice(TERMINAL, '1');
    await ask(till);
    expect(server.requests.map((request) => request.connection)).toEqual([1, 2, 3, 4, 1]);
  });

  it('lets a poll through while another hangs', async () => {
    const till = connect(server.url);
    server.handle(({ body }) => (body.includes('>hangs<') ? undefined : http(PAID_XML)));
    const hanging = till.getPaymentStatus(TERMINAL, 'hangs', 0);
    await server.received(1);
    expect((await ask(till)).kind).toBe('answered');
    server.handle(() => undefined);
    await server.close();
    expect((await hanging).kind).toBe('noAnswer');
  });

  it('does not trust a connection that was idle for more than four seconds', async () => {
    const clock = createVirtualClock();
    const till = connect(server.url, { clock });
    await ask(till);
    await clock.advance(3_999);
    await ask(till);
    await clock.advance(4_001);
    await ask(till);
    expect(server.requests.map((request) => request.connection)).toEqual([1, 1, 2]);
  });

  it('counts a kept connection that dies under a poll as no answer, and asks no second time by itself', async () => {
    const till = connect(server.url);
    await ask(till);
    server.handle((_request, socket) => void socket.resetAndDestroy());
    expect(await ask(till)).toMatchObject({ kind: 'noAnswer', reason: 'connection' });
    expect(server.requests.length).toBe(2);
  });

  it('ends what is under way when it is closed, then refuses, and leaves no connection behind', async () => {
    const till = connect(server.url);
    await ask(till);
    let release: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      server.handle((_request, socket) => {
        release = () => socket.write(http(PAID_XML));
        socket.on('close', () => resolve());
        return undefined;
      });
    });
    const underWay = ask(till);
    await server.received(2);
    till.close();
    release();
    expect((await underWay).kind).toBe('answered');
    await closed;
    expect(await ask(till)).toMatchObject({ kind: 'notSent' });
    expect(server.requests.length).toBe(2);
  });
});

describe('deadlines are total, not idle (PF-25)', () => {
  it('gives up after the deadline of the operation although a byte drips in every time', async () => {
    const clock = createVirtualClock();
    const till = connect(server.url, { clock });
    let write: (text: string) => void = () => undefined;
    server.handle((_request, socket) => {
      write = (text) => socket.write(text);
      return undefined;
    });
    let isSettled = false;
    const pending = ask(till).finally(() => (isSettled = true));
    await server.received(1);
    const bytes = http(PAID_XML);
    for (let ms = 200; ms < DEADLINE_MS.getPaymentStatus; ms += 200) {
      write(bytes.charAt(ms / 200 - 1));
      await clock.advance(200);
      expect(isSettled, `after ${ms} ms`).toBe(false);
    }
    await clock.advance(200);
    expect(await pending).toEqual({ kind: 'noAnswer', reason: 'timeout', detail: 'no complete answer in time', tookMs: 4_000 });
  });

  it('holds with a real clock and a real drip as well', async () => {
    const till = connect(server.url, { deadlineMs: { getPaymentStatus: 150 } });
    const timers: NodeJS.Timeout[] = [];
    server.handle((_request, socket) => {
      const bytes = http(PAID_XML);
      let sent = 0;
      timers.push(setInterval(() => socket.write(bytes.charAt(sent++)), 10));
      return undefined;
    });
    const answer = await ask(till);
    timers.forEach((timer) => clearInterval(timer));
    expect(answer).toMatchObject({ kind: 'noAnswer', reason: 'timeout' });
    expect(answer.tookMs).toBeLessThan(1_500);
  });

  it.each(['sendInvoice', 'cancelInvoice'] as const)('waits for %s as long as PF-25 says', async (operation) => {
    const clock = createVirtualClock();
    const till = connect(server.url, { clock });
    server.handle(() => undefined);
    let isSettled = false;
    const call = operation === 'sendInvoice' ? till.sendInvoice(TERMINAL, INVOICE) : till.cancelInvoice(TERMINAL, '1');
    const pending = call.finally(() => (isSettled = true));
    await server.received(1);
    await clock.advance(DEADLINE_MS[operation] - 1);
    expect(isSettled).toBe(false);
    await clock.advance(1);
    expect(await pending).toMatchObject({ kind: 'noAnswer', reason: 'timeout' });
  });
});

describe('the log', () => {
  it('is told of every call once, with its correlation id and outcome, and cannot hurt it', async () => {
    const exchanges: Exchange[] = [];
    const till = connect(server.url, {
      log: (exchange) => {
        exchanges.push(exchange);
        throw new Error('disk full');
      },
    });
    expect((await ask(till)).kind).toBe('answered');
    server.handle(() => http('', { status: '503 Service Unavailable' }));
    expect((await till.sendInvoice(TERMINAL, INVOICE)).kind).toBe('noAnswer');
    expect(exchanges.map(({ tookMs, ...rest }) => (expect(tookMs).toBeGreaterThan(0), rest))).toEqual([
      {
        operation: 'getPaymentStatus',
        correlationId: 'K7Q2',
        outcome: 'answered',
        resultCode: 0,
        reason: null,
        detail: null,
        request: null,
        answer: null,
      },
      {
        operation: 'sendInvoice',
        correlationId: 'K7Q2',
        outcome: 'noAnswer',
        resultCode: null,
        reason: 'http-status',
        detail: 'the server answered HTTP 503',
        request: null,
        answer: null,
      },
    ]);
  });
});
