import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../protocol/index.ts';
import type { Answer, Operation, SeqrConnection } from '../protocol/index.ts';
import { answerXml, http } from '../seqr/testing/messages.ts';
import { startRawServer } from '../seqr/testing/raw-server.ts';
import type { RawServer } from '../seqr/testing/raw-server.ts';
import { INVOICE, TERMINAL, connectTill } from '../seqr/testing/till.ts';
import { parseRequest } from '../simulator/testing/index.ts';
import { CALLS } from './calls.ts';
import type { Call } from './calls.ts';
import { anyDateTime, anyText } from './values.ts';
import { schemaProblems } from './xmllint.ts';

const CALLS_EACH = 80;
const SEED = 20261123;

describe('every request the till can send, as it comes out of the socket', () => {
  let server: RawServer;
  let till: SeqrConnection;
  const sent: { readonly operation: Operation; readonly body: string }[] = [];
  beforeAll(async () => {
    server = await startRawServer();
    server.handle(() => http(answerXml('benchmarkingNop', '<resultCode>0</resultCode>')));
    till = connectTill(server.url);
  });
  afterAll(async () => {
    till.close();
    await server.close();
  });

  it.each(OPERATIONS)('carries the values of %s exactly', async (operation) => {
    const calls: fc.Arbitrary<Call<Operation>> = CALLS[operation];
    await fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const before = server.requests.length;
        await call.make(till);
        expect(server.requests.length, 'it was sent once').toBe(before + 1);
        const body = server.requests.at(-1)?.body ?? '';
        sent.push({ operation, body });
        const parsed = parseRequest(body);
        expect(parsed.ok ? parsed.call : parsed.fault).toEqual({ operation, request: call.arrives });
      }),
      { numRuns: operation === 'benchmarkingNop' ? 1 : CALLS_EACH, seed: SEED },
    );
  });

  it.each(Object.entries(TYPED))('leaves with a %s of its type, or not at all', async (_name, spoil) => {
    await fc.assert(
      fc.asyncProperty(JUNK, async (junk) => {
        const before = server.requests.length;
        const answer = await spoil(till, junk);
        if (answer.kind === 'notSent') expect(server.requests.length).toBe(before);
        else sent.push({ operation: 'sendInvoice', body: server.requests.at(-1)?.body ?? '' });
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('is valid by the schema of the service', async () => {
    const problems = await schemaProblems(sent.map(({ body }) => body));
    expect(problems.flatMap((problem, i) => (problem === null ? [] : [`${problem}\n${sent[i]?.body ?? ''}`]))).toEqual([]);
  });

  it('was looked at with every member there, and with every optional one away', () => {
    for (const [operation, members] of Object.entries(OPTIONAL)) {
      const bodies = sent.filter((request) => request.operation === operation).map(({ body }) => body);
      for (const member of members) {
        const withIt = bodies.filter((body) => body.includes(member)).length;
        expect(withIt, `${operation} with ${member}`).toBeGreaterThan(0);
        expect(bodies.length - withIt, `${operation} without ${member}`).toBeGreaterThan(0);
      }
    }
  });

  it('would be found out: xmllint refuses a message with anything wrong', async () => {
    const good = sent.find(({ operation, body }) => operation === 'sendInvoice' && body.includes('<itemQuantity>'))?.body ?? '';
    const spoiled: readonly (readonly [string, string])[] = [
      [
        'members in another order',
        good.replace(/(<paymentMode>.*?<\/paymentMode>)(<acknowledgmentMode>.*?<\/acknowledgmentMode>)/, '$2$1'),
      ],
      ['an empty element', good.replace(/<issueDate>.*?<\/issueDate>/, '<issueDate/>')],
      ['a decimal comma', good.replace(/<itemQuantity>.*?</, '<itemQuantity>0,45<')],
      ['an unknown member', good.replace('<invoice>', '<invoice><tip>1</tip>')],
      ['a qualified member', good.replaceAll('invoice>', 'ns1:invoice>')],
      ['no clientRequestTimeout', good.replace('<clientRequestTimeout>0</clientRequestTimeout>', '')],
      ['another operation', good.replaceAll(':sendInvoice', ':sendMoney')],
      ['half a message', good.slice(0, -30)],
      ['a second body', good.replace('</soap:Body>', '</soap:Body><soap:Body/>')],
    ];
    for (const [name, body] of spoiled) expect(body, name).not.toBe(good);
    const problems = await schemaProblems([good, ...spoiled.map(([, body]) => body)]);
    expect(problems[0]).toBeNull();
    expect(spoiled.filter((_, i) => problems[i + 1] === null)).toEqual([]);
  });
});

/** Values that may or may not be numbers, dates or Base64: the till's types say text or number, the schema says more. */
const JUNK = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,+-eE:TZ= /')), maxLength: 12 }),
  anyText,
  anyDateTime.map((text) => text.replace('0', '9')),
  fc.constantFrom(
    '2026-02-29T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:00:00+14:30',
    '0000-01-01T00:00:00',
    '1e5',
    'NaN',
    '-0',
    'SGVq',
    'SGV=',
    'SG=q',
  ),
);

/** Each member whose schema type is not text, given whatever there is. */
const TYPED: Readonly<Record<string, (till: SeqrConnection, junk: string) => Promise<Answer<unknown>>>> = {
  itemQuantity: (till, itemQuantity) =>
    till.sendInvoice(TERMINAL, { ...INVOICE, invoiceRows: [{ itemTotalAmount: INVOICE.totalAmount, itemQuantity }] }),
  itemTaxRate: (till, itemTaxRate) =>
    till.sendInvoice(TERMINAL, { ...INVOICE, invoiceRows: [{ itemTotalAmount: INVOICE.totalAmount, itemTaxRate }] }),
  issueDate: (till, issueDate) => till.sendInvoice(TERMINAL, { ...INVOICE, issueDate }),
  commitReservationTimeout: (till, junk) => till.sendInvoice(TERMINAL, { ...INVOICE, commitReservationTimeout: Number(junk) }),
  tokenStatus: (till, junk) => till.sendInvoice(TERMINAL, INVOICE, [{ status: Number(junk) * 1e6 }]),
  invoiceVersion: (till, junk) => till.getPaymentStatus(TERMINAL, '1', Number(junk) * 1e6),
  receiptData: (till, receiptData) => till.submitPaymentReceipt(TERMINAL, '1', { mimeType: 'x', receiptData, receiptType: 'x' }),
};

const INVOICE_MEMBERS = [
  '<notificationUrl>',
  '<commitReservationTimeout>',
  '<invoiceRows>',
  ...['Description', 'Discount', 'EAN', 'Quantity', 'SKU', 'TaxRate', 'Unit', 'UnitPrice'].map((name) => `<item${name}>`),
] as const;
const TOKEN_MEMBERS = ['<tokens>', '</status><value>', '<tokens><description>', '</id><status>'] as const;

/** What each operation may leave out, by a piece of text that shows it. */
const OPTIONAL: { readonly [N in Operation]?: readonly string[] } = {
  sendInvoice: [...INVOICE_MEMBERS, ...TOKEN_MEMBERS, '<userId>'],
  updateInvoice: [...INVOICE_MEMBERS, ...TOKEN_MEMBERS],
  refundPayment: INVOICE_MEMBERS,
  commitReservation: ['<amount>'],
  markTransactionPeriod: ['<parameters>'],
  executeReport: ['<language>', '<key>TERMINALID</key>'],
  creditUser: ['<description>', '<correlationId>'],
};
