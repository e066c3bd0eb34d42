import { readFile } from 'node:fs/promises';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { startSimulator } from '../simulator/testing/index.ts';
import type { Simulator } from '../simulator/testing/index.ts';
import { CAMPAIGN_TIMEOUT_MS, seeds } from './campaign.ts';
import { createDice } from './dice.ts';
import { heldMegabytes } from './memory.ts';
import { mutate } from './mutate.ts';
import { postXml } from './post-xml.ts';
import { requestXml, walk } from './walk.ts';
import { schemaProblems } from './xmllint.ts';

const SPOILED_REQUESTS = 800;
const PATH = '/soap/merchant/cashregister-2';
const PATIENCE_MS = 25_000;
const MEGABYTE = 1024 * 1024;

const GOOD = requestXml('benchmarkingNop', {});
const head = (lines: readonly string[], first = `POST ${PATH} HTTP/1.1`): string =>
  [first, 'Host: x', 'Content-Type: text/xml', ...lines, '', ''].join('\r\n');
const post = (body: string, ...lines: readonly string[]): string => head([`Content-Length: ${Buffer.byteLength(body)}`, ...lines]) + body;

/** Sends bytes and gathers what comes back until the server hangs up; with `leave`, hangs up itself once all is sent. */
function talk(url: string, bytes: string | Buffer, leave: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
    let heard = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after ${PATIENCE_MS} ms; heard: ${heard.slice(0, 200)}`));
    }, PATIENCE_MS);
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    // A server that has heard enough may reset while the rest is still being sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
    socket.write(bytes, () => {
      if (leave) socket.destroy();
    });
  });
}

/** What a client may send that is no POST of XML, and the statuses it may be answered with. */
const ROUGH: readonly (readonly [string, string | Buffer, RegExp])[] = [
  ['a method of its own', head(['Content-Length: 0', 'Connection: close'], `PAY ${PATH} HTTP/1.1`), /^HTTP\/1.1 400 /],
  ['a PUT', head(['Content-Length: 0', 'Connection: close'], `PUT ${PATH} HTTP/1.1`), /^HTTP\/1.1 405 /],
  ['a DELETE', head(['Connection: close'], `DELETE ${PATH} HTTP/1.1`), /^HTTP\/1.1 405 /],
  ['a CONNECT', head([], `CONNECT ${PATH} HTTP/1.1`), /^$/],
  ['no Host', `POST ${PATH} HTTP/1.1\r\nContent-Length: 0\r\n\r\n`, /^HTTP\/1.1 400 /],
  ['an address that is none', head(['Content-Length: 0', 'Connection: close'], 'POST //[ HTTP/1.1'), /^HTTP\/1.1 (400|404) /],
  ['a header without end', head([`X: ${'x'.repeat(100_000)}`]), /^HTTP\/1.1 431 /],
  ['a length below 0', head(['Content-Length: -1']), /^HTTP\/1.1 400 /],
  ['two lengths', head(['Content-Length: 5', 'Content-Length: 6']), /^HTTP\/1.1 400 /],
  ['a length and chunks', head(['Content-Length: 5', 'Transfer-Encoding: chunked']), /^HTTP\/1.1 400 /],
  ['a chunk that is none', `${head(['Transfer-Encoding: chunked'])}zz\r\nx\r\n`, /^HTTP\/1.1 400 /],
  ['a chunk beyond all numbers', `${head(['Transfer-Encoding: chunked'])}fffffffffffffffff\r\nx`, /^HTTP\/1.1 400 /],
  ['200,000 chunks of a byte', head(['Transfer-Encoding: chunked', 'Connection: close']) + '1\r\nx\r\n'.repeat(200_000), /^HTTP\/1.1 413 /],
  ['a body of 20 MB', post('x'.repeat(20 * MEGABYTE), 'Connection: close'), /^HTTP\/1.1 413 /],
  ['an empty body', post('', 'Connection: close'), /^HTTP\/1.1 500 [\s\S]*Fault/],
  ['JSON', post('{"operation":"sendInvoice"}', 'Connection: close'), /^HTTP\/1.1 500 [\s\S]*Fault/],
  ['a form', post('operation=sendInvoice', 'Connection: close'), /^HTTP\/1.1 500 [\s\S]*Fault/],
  [
    'a charset nobody knows',
    post(GOOD, 'Connection: close').replace('text/xml', 'text/xml; charset=klingon'),
    /^HTTP\/1.1 500 [\s\S]*Fault/,
  ],
  [
    'UTF-8 that calls itself UTF-16',
    post(GOOD, 'Connection: close').replace('text/xml', 'text/xml; charset=utf-16'),
    /^HTTP\/1.1 500 [\s\S]*Fault/,
  ],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from(head(['Content-Length: 4', 'Connection: close'])), Buffer.of(0xc0, 0xff, 0xfe, 0x80)]),
    /^HTTP\/1.1 500 [\s\S]*Fault/,
  ],
  ['a hello of TLS', Buffer.from('16030100c8010000c40303', 'hex'), /^HTTP\/1.1 400 /],
  ['a hello of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^(HTTP\/1.1 (400|505) |$)/],
  ['noise', Buffer.from(Array.from({ length: 1_000 }, (_, i) => (i * 7919) % 256)), /^HTTP\/1.1 400 /],
  [
    'a hundred requests in one breath',
    post(GOOD).repeat(99) + post(GOOD, 'Connection: close'),
    /^(HTTP\/1.1 200 OK[\s\S]*?<\/soap:Envelope>){100}$/,
  ],
];

const HALVES: readonly (readonly [string, string])[] = [
  ['half a request line', 'POST /so'],
  ['half a head', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nConte`],
  ['half a body', post(GOOD).slice(0, -40)],
  ['half a chunk', `${head(['Transfer-Encoding: chunked'])}ff\r\n<`],
  ['a whole request, and no ear for the answer', post(GOOD)],
];

describe('a rough client of the simulator', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ wsdl: await readFile(WSDL_PATH, 'utf8'), clock: createVirtualClock() });
  });
  afterAll(() => simulator.stop());

  const expectStillGood = async (): Promise<void> => {
    const reply = await postXml(simulator.soapUrl, GOOD);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toContain('<resultCode>0</resultCode>');
  };

  it.each(ROUGH)('that sends %s is told so, and harms nobody', async (_name, bytes, answer) => {
    expect((await talk(simulator.url, bytes, false)).slice(0, 100_000)).toMatch(answer);
    await expectStillGood();
  });

  it.each(HALVES)('that leaves after %s harms nobody', async (_name, bytes) => {
    await talk(simulator.url, bytes, true);
    await expectStillGood();
  });

  it(
    'that spoils its requests gets a code or a fault for each, valid by the schema, and the next client is served',
    async () => {
      const good = (await walk(simulator, 1, 150)).map(({ request }) => request);
      const answers: string[] = [];
      const objections: string[] = [];
      const settle = async (): Promise<void> => {
        const documents = answers.splice(0);
        objections.push(
          ...(await schemaProblems(documents)).flatMap((problem, i) => (problem === null ? [] : [`${problem}\n${documents[i] ?? ''}`])),
        );
        await expectStillGood();
      };
      for (const seed of seeds(SPOILED_REQUESTS)) {
        const dice = createDice(seed);
        const { status, type, body } = await postXml(
          simulator.soapUrl,
          mutate(dice.pick(good), dice),
          dice.pick(['text/xml', 'text/xml;charset=utf-8', 'text/xml;charset=utf-16le']),
        );
        expect({ seed, status: [200, 500].includes(status), type }).toEqual({ seed, status: true, type: 'text/xml;charset=UTF-8' });
        expect(body).toMatch(status === 200 ? /<resultCode>\d+<\/resultCode>/ : /<faultcode>soap:(Client|VersionMismatch)<\/faultcode>/);
        answers.push(body);
        if (answers.length >= 1_000) await settle();
      }
      await settle();
      expect(objections.slice(0, 3)).toEqual([]);
    },
    CAMPAIGN_TIMEOUT_MS,
  );

  it(
    'that sends large messages leaves no more behind than the log keeps of each',
    async () => {
      const large = requestXml('assignSeqrId', { seqrId: 'x'.repeat(2 * MEGABYTE) });
      const before = heldMegabytes();
      for (let i = 0; i < 8; i += 1) expect((await postXml(simulator.soapUrl, large)).status).toBe(200);
      expect(heldMegabytes() - before).toBeLessThan(8);
      await expectStillGood();
    },
    CAMPAIGN_TIMEOUT_MS,
  );
});
