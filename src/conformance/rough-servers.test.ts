import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSystemClock } from '../clock/system-clock.ts';
import type { PaymentStatus } from '../protocol/index.ts';
import { createSeqrConnector } from '../seqr/index.ts';
import { answerXml } from '../seqr/testing/messages.ts';
import { startRawServer } from '../seqr/testing/raw-server.ts';
import type { RawServer } from '../seqr/testing/raw-server.ts';
import { RESELLER, TERMINAL, WSDL_PATH, connectTill } from '../seqr/testing/till.ts';
import { CAMPAIGN_TIMEOUT_MS, seeds } from './campaign.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { judge } from './judge.ts';
import type { Believed } from './judge.ts';
import { heldMegabytes } from './memory.ts';
import { mutate } from './mutate.ts';

/*
 * HTTP that lies, cuts, drips and talks out of turn, round answers good and spoiled. Whatever the till believes has to be
 * there (libxml2), has to be the answer to this very request, and has to come within the deadline.
 */

const ANSWERS = 300;
const DEADLINE_MS = 120;
/** How late a call may end on a busy machine. */
const GRACE_MS = 3_000;
/** The version in an answer nobody asked for. */
const STRAY = 666;

const statusXml = (version: number): string =>
  answerXml(
    'getPaymentStatus',
    `<resultCode>0</resultCode><status>${version === STRAY ? 'PAID' : 'ISSUED'}</status><version>${version}</version>`,
  );

const HEADS = [
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 OK',
  'HTTP/1.0 200 OK',
  'HTTP/1.1 200',
  'HTTP/1.1 500 Internal Server Error',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK',
  'HTTP/1.1 204 No Content',
  'HTTP/1.1 206 Partial Content',
  'HTTP/2 200',
  'HTTP/1.1 2000 OK',
  'ICY 200 OK',
  '',
] as const;
const HEADERS = [
  '',
  '',
  '',
  'Connection: close\r\n',
  'Connection: keep-alive\r\n',
  'Content-Length: 5\r\n',
  'Content-Length: 999999\r\n',
  'Content-Length: -1\r\n',
  'Content-Type: text/html\r\n',
  'Content-Encoding: gzip\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n',
  'X: \u0001\r\n',
  'No colon\r\n',
  ' folded: x\r\n',
  'Date: yesterday\r\n',
] as const;

function chunked(body: Buffer, dice: Dice): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const size = 1 + dice.below(dice.pick([3, 50, 2_000]));
    const piece = body.subarray(at, at + size);
    const said = dice.chance(0.005) ? dice.pick(['0', 'zz', 'ffffffff', '-1', String(piece.length + 1)]) : piece.length.toString(16);
    parts.push(Buffer.from(`${said}${dice.chance(0.05) ? ';x=y' : ''}\r\n`), piece, Buffer.from('\r\n'));
    at += size;
  }
  const end = dice.pick(['0\r\n\r\n', '0\r\n\r\n', '0\r\n\r\n', '0\r\nContent-Length: 3\r\n\r\n', '0\r\n', '']);
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** The bytes of one HTTP answer, framed well or badly. */
function framed(body: Buffer, dice: Dice): Buffer {
  const start = `${dice.pick(HEADS)}\r\nContent-Type: text/xml\r\n${dice.pick(HEADERS)}`;
  const wholeLength = body.length + (dice.chance(0.2) ? dice.below(40) - 20 : 0);
  return dice.pick([
    () => Buffer.concat([Buffer.from(`${start}Content-Length: ${wholeLength}\r\n\r\n`), body]),
    () => Buffer.concat([Buffer.from(`${start}Transfer-Encoding: chunked\r\n\r\n`), chunked(body, dice)]),
    () => Buffer.concat([Buffer.from(`${start}\r\n`), body]),
  ])();
}

/** Writes in pieces, one a turn of the event loop, then hangs up, resets or just falls silent. */
function writeOut(socket: Socket, bytes: Buffer, dice: Dice): void {
  const pieces = dice.pick([1, 1, 2, 5, 40]);
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const ending = dice.pick(['end', 'end', 'end', 'end', 'reset', 'stay'] as const);
  const writeNext = (at: number): void => {
    if (socket.destroyed) return;
    if (at < bytes.length) {
      socket.write(bytes.subarray(at, at + size));
      setImmediate(writeNext, at + size);
    } else if (ending === 'end') socket.end();
    else if (ending === 'reset') socket.resetAndDestroy();
  };
  writeNext(0);
}

/** A whole answer, as it stands on the connection. */
const http = (version: number): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: ${statusXml(version).length}\r\n\r\n${statusXml(version)}`;

describe('a rough server', () => {
  let server: RawServer;
  const believed: Believed[] = [];
  let lastAnswer: string | null = null;
  const connector = createSeqrConnector({
    wsdlPath: WSDL_PATH,
    clock: createSystemClock(),
    deadlineMs: { getPaymentStatus: DEADLINE_MS },
    showMessages: true,
    log: ({ answer }) => (lastAnswer = answer),
  });
  beforeAll(async () => {
    server = await startRawServer();
    // Loading takes longer than the deadline.
    await connector.load();
  });
  afterAll(() => server.close());

  it(
    'is believed only what it said whole, in answer to this request, within the deadline',
    async () => {
      let slowestMs = 0;
      let answered = 0;
      const unsent: string[] = [];
      for (const seed of seeds(ANSWERS)) {
        const dice = createDice(seed);
        const till = connector.connect(server.url, 'Kassa 0.1.0');
        server.handle((_request, socket) => {
          const good = Buffer.from(statusXml(dice.below(5)));
          const bytes = framed(dice.chance(0.7) ? good : mutate(good.toString(), dice), dice);
          const stray = dice.chance(0.1) ? framed(Buffer.from(statusXml(STRAY)), dice) : Buffer.alloc(0);
          writeOut(socket, Buffer.concat([bytes, stray]), dice);
          return undefined;
        });
        // Twice on one kept connection: what is left over from the first must not answer the second.
        for (let turn = 0; turn < 2; turn += 1) {
          const reference = `${seed}-${turn}`;
          const startMs = performance.now();
          const answer = await till.getPaymentStatus(TERMINAL, reference, 0);
          slowestMs = Math.max(slowestMs, performance.now() - startMs);
          if (answer.kind === 'notSent') unsent.push(reference);
          if (answer.kind !== 'answered') continue;
          answered += 1;
          const { resultCode, ersReference } = answer;
          const { status, version }: PaymentStatus = answer.value;
          expect(version, `seed ${seed}`).not.toBe(STRAY);
          believed.push({ seed, operation: 'getPaymentStatus', text: lastAnswer ?? '', resultCode, ersReference, status, version });
        }
        till.close();
      }
      expect((await judge(believed)).slice(0, 3)).toEqual([]);
      // A busy machine may not even connect in time; then nothing has arrived either.
      const arrived = server.requests.map(({ body }) => body);
      expect(unsent.filter((reference) => arrived.some((body) => body.includes(`>${reference}<`)))).toEqual([]);
      expect(slowestMs).toBeLessThan(DEADLINE_MS + GRACE_MS);
      expect(answered).toBeGreaterThan(20);
    },
    CAMPAIGN_TIMEOUT_MS,
  );

  it.each([0, 1, 20])(
    'that sends a second answer unasked, %i ms after the first, is not believed when the till asks again',
    async (delayMs) => {
      const till = connectTill(server.url);
      let asked = 0;
      server.handle((_request, socket) => {
        asked += 1;
        if (asked > 1) return http(2);
        if (delayMs === 0) return http(1) + http(STRAY);
        setTimeout(() => socket.write(http(STRAY)), delayMs);
        return http(1);
      });
      expect(await till.getPaymentStatus(TERMINAL, '1', 0)).toMatchObject({ kind: 'answered', value: { version: 1 } });
      await new Promise((resolve) => setTimeout(resolve, delayMs * 2));
      const second = await till.getPaymentStatus(TERMINAL, '2', 0);
      // The connection may be gone by then; that is no answer, and no wrong one.
      expect(second.kind === 'answered' ? second.value.version : 2).toBe(2);
      till.close();
    },
  );

  it('that sent a second answer unasked just before the till asks again is not believed', async () => {
    const till = connectTill(server.url);
    const kept: { write: (bytes: string) => unknown }[] = [];
    server.handle((_request, socket) => http(kept.push(socket)));
    expect(await till.getPaymentStatus(TERMINAL, '1', 0)).toMatchObject({ kind: 'answered', value: { version: 1 } });
    // Both in one turn of the event loop: the bytes have arrived, and nobody has read them.
    kept[0]?.write(http(STRAY));
    const second = await till.getPaymentStatus(TERMINAL, '2', 0);
    expect(second.kind === 'answered' ? second.value.version : 2).toBe(2);
    till.close();
  });

  it.each<[string, (body: string) => string]>([
    ['without a length', (body) => `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n${body}`],
    [
      'in chunks',
      (body) => `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}`,
    ],
    [
      'in chunks of a byte',
      (body) =>
        `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n${Array.from(body.slice(0, 300_000), (byte) => `1\r\n${byte}\r\n`).join('')}`,
    ],
  ])('that never ends an answer %s is left, and its bytes with it', async (_name, bytes) => {
    const flood = Buffer.from(bytes('<a>'.repeat(400_000)));
    const before = heldMegabytes();
    const till = connector.connect(server.url, 'Kassa 0.1.0');
    server.handle((_request, socket) => {
      const pour = (): void => {
        while (!socket.destroyed && socket.write(flood));
        if (!socket.destroyed) socket.once('drain', pour);
      };
      pour();
      return undefined;
    });
    const asked = { reportId: 'Reconciliation/Shop.xml', transactionPeriodId: '1', terminalId: null, language: null } as const;
    expect((await till.executeReport(RESELLER, asked)).kind).toBe('noAnswer');
    till.close();
    expect(heldMegabytes() - before).toBeLessThan(40);
  });
});
