import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer, CallContext, Operation, SeqrConnection } from '../protocol/index.ts';
import type { Exchange } from './index.ts';
import { createSecrets } from './secrets.ts';
import { answerXml, envelope, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawHandler, RawServer } from './testing/raw-server.ts';
import { INVOICE, RESELLER, TERMINAL, connectTill } from './testing/till.ts';

const PASSWORD = 'c0rrect-horse&battery';
const NEW_PASSWORD = 'staple<9>';
const HIDDEN = [PASSWORD, NEW_PASSWORD, 'c0rrect-horse&amp;battery', 'staple&lt;9&gt;'];
const withPassword = (context: CallContext): CallContext => ({ ...context, credentials: { ...context.credentials, password: PASSWORD } });

/** Everything a value can be made to show. */
function everything(value: unknown): string {
  return JSON.stringify(value) + inspect(value, { depth: null, showHidden: true, maxStringLength: null, getters: true });
}

/** A good answer to whatever operation the request names. */
const answerTo = (body: string, returned: string): string => http(answerXml(/<ns\d:(\w+) /.exec(body)?.[1] as Operation, returned));
/** The passwords of a request, as they stand in it. */
const passwordsIn = (body: string): string =>
  [...body.matchAll(/<password>(.*?)<\/password>/g)].map(([, password]) => password).join(' and ');

const SERVERS: readonly (readonly [string, RawHandler])[] = [
  ['answers well', ({ body }) => answerTo(body, '<resultCode>0</resultCode><status>PAID</status><version>1</version>')],
  ['sends the request back', ({ body }) => http(body)],
  [
    'quotes the request in a fault',
    ({ body }) => http(envelope(`<soap:Fault><faultstring><![CDATA[${body}]]></faultstring></soap:Fault>`), { status: '500 Oops' }),
  ],
  [
    'names the password in its description',
    ({ body }) => answerTo(body, `<resultCode>20</resultCode><resultDescription>not ${passwordsIn(body)}</resultDescription>`),
  ],
  ['resets', (_request, socket) => void socket.resetAndDestroy()],
  ['answers with a page', () => http('<h1>no</h1>', { status: '503 no', type: 'text/html' })],
  ['sends half an envelope', ({ body }) => http(body.slice(0, -20))],
  ['speaks something else', ({ body }) => `SSH ${body}`],
];

describe('a password is in the request on the wire and nowhere else (PF-19)', () => {
  let server: RawServer;
  const exchanges: Exchange[] = [];
  let till: SeqrConnection;
  const printed: unknown[] = [];
  beforeAll(async () => {
    server = await startRawServer();
    till = connectTill(server.url, { showMessages: true, log: (exchange) => exchanges.push(exchange) });
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...args) => printed.push(args));
  });
  afterEach(() => {
    exchanges.length = 0;
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    till.close();
    await server.close();
  });

  const callAll = (connection: SeqrConnection): Promise<readonly Answer<unknown>[]> => {
    const terminal = withPassword(TERMINAL);
    return Promise.all([
      connection.sendInvoice(terminal, INVOICE),
      connection.getPaymentStatus(terminal, '1', 0),
      connection.cancelInvoice(terminal, '1'),
      connection.submitPaymentReceipt(terminal, '1', { mimeType: 'Base64', receiptData: '', receiptType: 'OTHER' }),
      connection.registerTerminal(withPassword(RESELLER), { externalTerminalId: 'e', name: 'n', password: NEW_PASSWORD }),
      connection.unregisterTerminal(terminal),
      connection.assignSeqrId(terminal, '1'),
    ]);
  };

  it.each(SERVERS)('when the server %s', async (_name, handler) => {
    server.handle(handler);
    const before = server.requests.length;
    const answers = await callAll(till);
    expect(
      server.requests.slice(before).filter((request) => request.body.includes('c0rrect-horse&amp;battery')).length,
      'it did go out',
    ).toBe(7);
    expect(exchanges.length).toBe(7);
    const shown = everything(answers) + everything(exchanges) + everything(till) + everything(printed);
    expect(HIDDEN.filter((hidden) => shown.includes(hidden))).toEqual([]);
    expect(everything(exchanges)).toContain('<password>***</password>');
  });

  it('when nothing is sent at all', async () => {
    const refused = connectTill('http://127.0.0.1:1/', { showMessages: true, log: (exchange) => exchanges.push(exchange) });
    const shown = everything(await callAll(refused)) + everything(exchanges) + everything(refused);
    expect(HIDDEN.filter((hidden) => shown.includes(hidden))).toEqual([]);
  });

  it('is masked wherever a text repeats it, and is put in once', () => {
    const secrets = createSecrets('nonce');
    const placeholder = secrets.seal('pass$&word');
    expect(secrets.reveal(`<p>${placeholder}</p>`)).toBe('<p>pass$&amp;word</p>');
    expect(secrets.mask(`${placeholder} pass$&word pass$&amp;word`)).toBe('*** *** ***');
  });
});
