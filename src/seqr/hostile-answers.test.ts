import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoAnswerReason, SeqrConnection } from '../protocol/index.ts';
import { FAULT_XML, PAID_RETURN, PAID_XML, answerXml, envelope, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawHandler, RawServer } from './testing/raw-server.ts';
import { TERMINAL, connectTill } from './testing/till.ts';

/*
 * Every answer that is none (PF-05). Most of them say PAID somewhere, which makes them worse. For each: what the server
 * sends, and the reason the till gives. None may be `answered`.
 */

const LOGIN_PAGE =
  '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Wi-Fi</title></head><body><p>Log in</p></body></html>';
const ENTITIES =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "0"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
  PAID_XML.replace('<?xml version="1.0" encoding="UTF-8"?>', '').replace('<resultCode>0<', '<resultCode>&b;<');

const paid = (from: string, to: string): string => {
  const changed = PAID_XML.replaceAll(from, to);
  if (changed === PAID_XML) throw new Error(`nothing to change: ${from}`);
  return changed;
};
const reset: RawHandler = (_request, socket) => {
  socket.resetAndDestroy();
  return undefined;
};
/** Announces `announced` bytes, sends `text`, hangs up. */
const hangUpAfter =
  (text: string, announced: number): RawHandler =>
  (_request, socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: ${announced}\r\n\r\n${text}`);
    return undefined;
  };
const untilClosed =
  (text: string): RawHandler =>
  (_request, socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n${text}`);
    return undefined;
  };

const CASES: readonly (readonly [string, string | Buffer | RawHandler, NoAnswerReason])[] = [
  // What strong-soap resolves with null.
  ['an empty 200', http(''), 'malformed'],
  ['an empty 200 without a content type', http('', { type: '' }), 'content-type'],
  ['an empty 500', http('', { status: '500 Internal Server Error' }), 'http-status'],
  ['a Wi-Fi login page as XHTML', http(LOGIN_PAGE, { type: 'application/xhtml+xml' }), 'content-type'],
  ['a Wi-Fi login page as HTML', http(LOGIN_PAGE, { type: 'text/html' }), 'content-type'],
  ['a Wi-Fi login page that claims to be XML', http(LOGIN_PAGE), 'malformed'],
  ['a page that is well-formed XML', http('<html><body>PAID</body></html>'), 'malformed'],
  ['half an XML document, its length right', http(PAID_XML.slice(0, PAID_XML.indexOf('<receipt>'))), 'malformed'],
  ['an envelope that lacks its last character', http(PAID_XML.slice(0, -1)), 'malformed'],
  ['an empty Body', http(envelope('')), 'malformed'],
  // What it resolves with undefined.
  ["another operation's answer", http(answerXml('cancelInvoice', PAID_RETURN)), 'wrong-operation'],
  ['the request sent back', http(PAID_XML.replaceAll('getPaymentStatusResponse', 'getPaymentStatus')), 'wrong-operation'],
  [
    'an empty response element',
    http(envelope('<n:getPaymentStatusResponse xmlns:n="http://external.interfaces.ers.seamless.com/"/>')),
    'invalid-value',
  ],
  // What it resolves as if paid.
  ['HTTP 500 with a good body', http(PAID_XML, { status: '500 Internal Server Error' }), 'http-status'],
  ['a 302 to a good answer', http('', { status: '302 Found', headers: 'Location: /paid\r\n' }), 'http-status'],
  ['a 307 to a good answer', http(PAID_XML, { status: '307 Temporary Redirect', headers: 'Location: /paid\r\n' }), 'http-status'],
  ['HTTP 201 with a good body', http(PAID_XML, { status: '201 Created' }), 'http-status'],
  ['two statuses', http(paid('<status>PAID</status>', '<status>ISSUED</status><status>PAID</status>')), 'invalid-value'],
  ['the same status twice', http(paid('<status>PAID</status>', '<status>PAID</status><status>PAID</status>')), 'invalid-value'],
  ["a second status in SEQR's namespace", http(paid('<status>PAID', '<ns2:status>ISSUED</ns2:status><status>PAID')), 'invalid-value'],
  // Values that are not what they should be.
  ['a result code that is not a number', http(paid('<resultCode>0<', '<resultCode>abc<')), 'invalid-value'],
  ['a result code with decimals', http(paid('<resultCode>0<', '<resultCode>0.0<')), 'invalid-value'],
  ['a result code in hexadecimal', http(paid('<resultCode>0<', '<resultCode>0x0<')), 'invalid-value'],
  ['an empty result code', http(paid('<resultCode>0<', '<resultCode><')), 'invalid-value'],
  [
    'a result code that is nil',
    http(paid('<resultCode>0<', '<resultCode xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">0<')),
    'invalid-value',
  ],
  ['a result code with an element in it', http(paid('<resultCode>0<', '<resultCode>0<x/><')), 'invalid-value'],
  ['two result codes', http(paid('<resultCode>0</resultCode>', '<resultCode>0</resultCode><resultCode>90</resultCode>')), 'invalid-value'],
  ['no result code', http(paid('<resultCode>0</resultCode>', '')), 'invalid-value'],
  ["a result code in a stranger's namespace", http(paid('<resultCode>0<', '<resultCode xmlns="urn:x">0<')), 'invalid-value'],
  ['no status', http(paid('<status>PAID</status>', '')), 'invalid-value'],
  ['an empty status', http(paid('<status>PAID</status>', '<status/>')), 'invalid-value'],
  ['two versions', http(paid('<version>2</version>', '<version>2</version><version>2</version>')), 'invalid-value'],
  ['a version of 17 digits', http(paid('<version>2<', '<version>20151029186719114<')), 'invalid-value'],
  ['a version just over 32 bits', http(paid('<version>2<', '<version>2147483648<')), 'invalid-value'],
  ['a version that is not a number', http(paid('<version>2<', '<version>NaN<')), 'invalid-value'],
  ['two returns', http(paid('</return>', '</return><return><resultCode>0</resultCode></return>')), 'invalid-value'],
  // The wrong house, or the wrong door.
  ['a wrong namespace', http(paid('external.interfaces.ers', 'external.interfaces.other')), 'wrong-operation'],
  ['no namespace', http(paid(' xmlns:ns2="http://external.interfaces.ers.seamless.com/"', '').replaceAll('ns2:', '')), 'wrong-operation'],
  ['a SOAP 1.2 envelope', http(paid('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope')), 'malformed'],
  [
    "an envelope in a stranger's namespace",
    http(paid('soap:Envelope', 'x:Envelope').replace('<x:Envelope', '<x:Envelope xmlns:x="urn:x"')),
    'malformed',
  ],
  ['something else of SOAP round the Body', http(paid('soap:Envelope', 'soap:Envelop')), 'malformed'],
  ["a Body in a stranger's namespace", http(paid('soap:Body', 'x:Body').replace('<x:Body', '<x:Body xmlns:x="urn:x"')), 'malformed'],
  ['two Bodies', http(paid('</soap:Body>', '</soap:Body><soap:Body/>')), 'malformed'],
  ['two answers in one Body', http(paid('</soap:Body>', '<x/></soap:Body>')), 'malformed'],
  ['a fault beside an answer', http(paid('</soap:Body>', '<soap:Fault/></soap:Body>')), 'malformed'],
  ['an undeclared prefix', http(paid(' xmlns:ns2="http://external.interfaces.ers.seamless.com/"', '')), 'malformed'],
  ['text after the envelope', http(`${PAID_XML}PAID`), 'malformed'],
  ['a second envelope after the first', http(PAID_XML + PAID_XML), 'malformed'],
  // Attacks.
  ['a DOCTYPE with entities', http(ENTITIES), 'malformed'],
  ['a bare DOCTYPE', http(PAID_XML.replace('?>', '?><!DOCTYPE Envelope>')), 'malformed'],
  ['an entity nobody declared', http(paid('>Shop<', '>&shop;<')), 'malformed'],
  ['a control character by the rules of XML 1.1', http(paid('>Shop<', '>&#x1;<').replace('version="1.0"', 'version="1.1"')), 'malformed'],
  ['a processing instruction, which SOAP forbids', http(paid('<return>', '<?pi x?><return>')), 'malformed'],
  ['260,000 tiny elements', http(paid('>Shop<', `>${'<a/>'.repeat(260_000)}<`)), 'malformed'],
  ['ten thousand levels', http('<a>'.repeat(10_000) + '</a>'.repeat(10_000)), 'malformed'],
  ['10 MB in a good envelope', http(paid('>Shop<', `>${'x'.repeat(10_000_000)}<`)), 'too-large'],
  ['10 MB without a length', untilClosed(PAID_XML.replace('>Shop<', `>${'x'.repeat(10_000_000)}<`)), 'too-large'],
  [
    'a good answer with 100,000 pieces of a byte after it',
    'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n' +
      `${PAID_XML.length.toString(16)}\r\n${PAID_XML}\r\n${'1\r\n \r\n'.repeat(100_000)}0\r\n\r\n`,
    'too-large',
  ],
  ['endless headers', `HTTP/1.1 200 OK\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(100)}\r\n`, 'too-large'],
  [
    'bytes that are not UTF-8',
    Buffer.from(http(paid('>Shop<', '>Sh\u00f6p<').replaceAll('\u00f6', '?')).replace('Sh?p', 'Sh\u00ffp'), 'latin1'),
    'malformed',
  ],
  ['an encoding nobody knows', http(PAID_XML, { type: 'text/xml; charset=klingon' }), 'malformed'],
  ['a compressed answer', http(PAID_XML, { headers: 'Content-Encoding: gzip\r\n' }), 'content-type'],
  // The line.
  ['HTTP 503 with a page', http('<h1>PAID</h1>', { status: '503 Service Unavailable', type: 'text/html' }), 'http-status'],
  ['HTTP 404', http(PAID_XML, { status: '404 Not Found' }), 'http-status'],
  ['a reset', reset, 'connection'],
  ['an end of the connection without a byte', (_request, socket) => void socket.end(), 'connection'],
  ['a length longer than the answer', hangUpAfter(PAID_XML, PAID_XML.length + 1), 'connection'],
  ['half an answer, then the end', hangUpAfter(PAID_XML.slice(0, 300), PAID_XML.length), 'connection'],
  ['half an answer, the end being its length', untilClosed(PAID_XML.slice(0, 300)), 'malformed'],
  [
    'half a chunk, then the end',
    (_r, s) => void s.end('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n<'),
    'connection',
  ],
  ['something that is no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'malformed'],
  ['a protocol switch', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'connection'],
  // A fault is an answer to nothing.
  ['a SOAP fault with 500', http(FAULT_XML, { status: '500 Internal Server Error' }), 'soap-fault'],
  ['a SOAP fault with 200', http(FAULT_XML), 'soap-fault'],
  ['HTTP 500 with a page', http('<h1>Oops</h1>', { status: '500 Internal Server Error', type: 'text/html' }), 'http-status'],
];

describe('an answer that is not complete, well-formed and to the point never counts (PF-05)', () => {
  let server: RawServer;
  let till: SeqrConnection;
  beforeAll(async () => {
    server = await startRawServer();
    till = connectTill(server.url);
  });
  afterAll(async () => {
    till.close();
    await server.close();
  });

  it.each(CASES)('%s', async (_name, answer, reason) => {
    server.handle(typeof answer === 'function' ? answer : () => answer);
    const before = server.requests.length;
    const result = await till.getPaymentStatus(TERMINAL, '20151029186719114', 1);
    expect(result).toMatchObject({ kind: 'noAnswer', reason });
    expect(server.requests.length - before, 'it was asked once').toBe(1);
  });

  it('counts the untouched answer, so the cases above fail for their own reasons', async () => {
    server.handle(() => http(PAID_XML));
    expect(await till.getPaymentStatus(TERMINAL, '20151029186719114', 1)).toMatchObject({
      kind: 'answered',
      value: { status: 'PAID', version: 2 },
    });
  });

  it("tells a fault's words, shortened", async () => {
    server.handle(() => http(FAULT_XML.replace('unexpected element', 'x'.repeat(5_000)), { status: '500 Internal Server Error' }));
    const result = await till.cancelInvoice(TERMINAL, '1');
    expect(result).toMatchObject({
      kind: 'noAnswer',
      detail: expect.stringMatching(/^soap:Client: Unmarshalling Error: x{10,200}$/) as string,
    });
  });
});
