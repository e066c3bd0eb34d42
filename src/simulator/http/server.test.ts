import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { INVOICE_XML, SEQR_ID, TERMINAL, TERMINAL_CONTEXT_XML, envelope } from '../testing/harness.ts';

const WSDL = '<definitions><soap:address location="https://example.com/"/></definitions>';
const agent = new Agent({ keepAlive: true });
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ wsdl: WSDL, clock: createVirtualClock() });
});
afterEach(() => simulator.stop());

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** One request as it goes over the socket; rejects when the connection breaks. */
function send(method: string, path: string, body = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      simulator.url + path,
      { method, agent, headers: { 'content-type': path === SOAP ? 'text/xml' : 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const SOAP = '/soap/merchant/cashregister-2';
const soap = (operation: string, inner = ''): Promise<Reply> => send('POST', SOAP, envelope(operation, inner));
const api = async (method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> => {
  const reply = await send(method, path, body ? JSON.stringify(body) : '');
  return { status: reply.status, body: JSON.parse(reply.body) as unknown };
};
const sendInvoice = async (): Promise<string> => {
  const { body } = await soap('sendInvoice', TERMINAL_CONTEXT_XML + INVOICE_XML);
  return /<invoiceReference>(\d{17})</.exec(body)?.[1] ?? '';
};
const read = (reference: string): Promise<Reply> =>
  soap('getPaymentStatus', `${TERMINAL_CONTEXT_XML}<invoiceReference>${reference}</invoiceReference>`);
const assign = (): Promise<Reply> => soap('assignSeqrId', `${TERMINAL_CONTEXT_XML}<seqrId>${SEQR_ID}</seqrId>`);

describe('the SOAP endpoint', () => {
  it('answers text/xml on a connection that stays open', async () => {
    const reply = await soap('benchmarkingNop');
    expect(reply).toMatchObject({ status: 200, headers: { 'content-type': 'text/xml;charset=UTF-8' } });
    expect(reply.headers.connection).toBe('keep-alive');
    expect(reply.body).toContain('<ns2:benchmarkingNopResponse');
  });

  it('answers faults with 500, too much with 413, other methods with 405', async () => {
    expect(await soap('cancelInvoice', '<x/>')).toMatchObject({ status: 500 });
    expect(await send('POST', SOAP, '\u00ff'.repeat(3_000_000))).toMatchObject({ status: 413 });
    expect(await send('GET', SOAP)).toMatchObject({ status: 405 });
  });

  it('describes itself with its own address', async () => {
    expect((await send('GET', `${SOAP}?wsdl`)).body).toBe(`<definitions><soap:address location="${simulator.soapUrl}"/></definitions>`);
  });
});

describe('the JSON interface', () => {
  it('plays the phone: scan, pay with a bank that takes its time, clock, invoices', async () => {
    await assign();
    const invoiceReference = await sendInvoice();
    expect(await api('POST', '/api/phone/scan', { code: `http://seqr.se/q${SEQR_ID}` })).toEqual({
      status: 200,
      body: { invoiceReference, title: 'Kiosk', totalAmount: { currency: 'SEK', value: '149.00' }, status: 'ISSUED', rows: [] },
    });
    const pay = { invoiceReference, bankMs: 3000 };
    expect(await api('POST', '/api/phone/pay', pay)).toEqual({ status: 200, body: { status: 'ISSUED' } });
    expect((await soap('cancelInvoice', `${TERMINAL_CONTEXT_XML}<invoiceReference>${invoiceReference}</invoiceReference>`)).body).toContain(
      '<resultCode>51<',
    );
    expect(await api('POST', '/api/clock', { advanceMs: 3000 })).toEqual({
      status: 200,
      body: { now: '2026-11-23T08:00:03.000Z', told: '2026-11-23T08:00:03.000Z' },
    });
    await read(invoiceReference);
    expect((await api('GET', '/api/invoices')).body).toEqual([
      {
        invoiceReference,
        terminalId: TERMINAL,
        status: 'PAID',
        version: 1,
        totalAmount: { currency: 'SEK', value: '149.00' },
        reserved: null,
        customerTokens: [],
        paidAt: '2026-11-23T08:00:03.000Z',
        acknowledgedAt: '2026-11-23T08:00:03.000Z',
        reversedAt: null,
        ersReference: expect.stringMatching(/^\d{25}$/) as unknown,
      },
    ]);
    expect(await api('POST', '/api/phone/cancel', { invoiceReference })).toMatchObject({ status: 409 });
  });

  it('declines and cancels', async () => {
    await assign();
    for (const [act, status] of [
      ['decline', 'FAILED'],
      ['cancel', 'CANCELED'],
      ['pay', 'PAID'],
    ] as const) {
      const invoiceReference = await sendInvoice();
      await api('POST', '/api/phone/scan', { code: SEQR_ID });
      expect(await api('POST', `/api/phone/${act}`, { invoiceReference })).toEqual({ status: 200, body: { status } });
    }
  });

  it('answers 404 with a sentence where there is no terminal, no invoice, nothing at all', async () => {
    await assign();
    expect(await api('POST', '/api/phone/scan', { code: SEQR_ID })).toEqual({
      status: 404,
      body: { error: 'No invoice is waiting at this terminal.', reason: 'nothingWaiting' },
    });
    expect(await api('POST', '/api/phone/scan', { code: '1' })).toMatchObject({ status: 404, body: { reason: 'unknownCode' } });
    expect(await api('POST', '/api/phone/pay', { invoiceReference: '1' })).toMatchObject({ status: 404 });
    expect(await api('GET', '/api/nothing')).toMatchObject({ status: 404 });
  });

  it.each([
    ['/api/phone/scan', {}],
    ['/api/phone/scan', { code: 'https://example.com' }],
    ['/api/phone/pay', { invoiceReference: 1 }],
    ['/api/phone/pay', { invoiceReference: '1', bankMs: -1 }],
    ['/api/phone/pay', { invoiceReference: '1', pin: '12' }],
    ['/api/clock', { advanceMs: 1.5 }],
    ['/api/clock', {}],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'explode' }],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'drop:later' }],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'drop:late' }],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'drop:late:2592000001' }],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'delay:5:late:5' }],
    ['/api/faults', { operation: 'getPaymentStatus', kind: 'late:5' }],
    ['/api/faults', { operation: 'everything', kind: 'drop' }],
    ['/api/faults', { operation: '*', kind: 'delay:9999999' }],
    ['/api/faults', { operation: '*', kind: 'drop', count: -1 }],
  ])('answers 400 with a sentence to %s %j', async (path, body) => {
    const reply = await api('POST', path, body);
    expect(reply.status).toBe(400);
    expect((reply.body as { error: string }).error).toMatch(/\.$/);
  });

  it('answers 400 to what is not JSON', async () => {
    for (const body of ['{', '[]', 'null', '"x"']) expect((await send('POST', '/api/clock', body)).status).toBe(400);
  });

  it('keeps the latest messages, passwords masked, and starts over on reset', async () => {
    await assign();
    const { body } = await api('GET', '/api/messages');
    expect(body).toMatchObject([{ operation: 'assignSeqrId', httpStatus: 200, fault: null, processed: true }]);
    expect(JSON.stringify(body)).toContain('<password>***</password>');
    expect(JSON.stringify(body)).not.toContain('12345678');
    await api('POST', '/api/reset');
    expect((await api('GET', '/api/messages')).body).toEqual([]);
    expect((await api('GET', '/api/terminals')).body).toMatchObject([{ terminalId: TERMINAL, seqrId: null }]);
  });

  it('puts the switches back on reset: to what the simulator was started with, and to their defaults', async () => {
    await simulator.stop();
    simulator = await startSimulator({ wsdl: WSDL, clock: createVirtualClock(), reservedInvoices: 'cancel' });
    const { body: started } = await api('GET', '/api/switches');
    expect(started).toMatchObject({ reservedInvoices: 'cancel', refundsInReports: true });
    await api('POST', '/api/switches', {
      reservedInvoices: 'keep',
      refundsInReports: false,
      reportShape: 'swapped',
      resellersWithoutRefunds: ['hml'],
    });
    await api('POST', '/api/reset');
    expect((await api('GET', '/api/switches')).body).toEqual(started);
  });
});

describe('faults on the socket', () => {
  const plan = (kind: string, operation = 'sendInvoice', count = 1): Promise<unknown> =>
    api('POST', '/api/faults', { operation, kind, count });
  const invoiceCount = (): number => simulator.world.invoices().length;
  const trySend = (): Promise<Reply> => soap('sendInvoice', TERMINAL_CONTEXT_XML + INVOICE_XML);

  it('are used up in order, by their operation or any', async () => {
    await plan('result:93', 'sendInvoice', 2);
    await plan('empty-200', '*');
    expect((await api('GET', '/api/faults')).body).toEqual([
      { operation: 'sendInvoice', kind: 'result:93:before', count: 2 },
      { operation: '*', kind: 'empty-200:before', count: 1 },
    ]);
    expect((await soap('benchmarkingNop')).body).toBe('');
    expect((await trySend()).body).toContain('<resultCode>93</resultCode><resultDescription>SYSTEM_BUSY<');
    expect((await trySend()).body).toContain('<resultCode>93<');
    expect((await trySend()).body).toContain('<resultCode>0<');
    await plan('drop');
    expect((await api('DELETE', '/api/faults')).body).toEqual([]);
  });

  it.each([
    ['http-503-html', 503, /^<!DOCTYPE html>/],
    ['html-200', 200, /^<html/],
    ['empty-200', 200, /^$/],
    ['truncated', 200, /^<soap:Envelope(?![\s\S]*<\/soap:Envelope>)/],
    ['wrong-operation', 200, /<ns2:cancelInvoiceResponse [\s\S]*<invoiceReference>/],
    ['two-status', 200, /<resultCode>0<\/resultCode><resultCode>0<\/resultCode>/],
    ['http-500-good-body', 500, /<resultCode>0<[\s\S]*<invoiceReference>/],
    ['soap-fault', 500, /<faultcode>soap:Server</],
    ['redirect', 302, /^$/],
    ['result:90', 200, /<resultCode>90<\/resultCode><resultDescription>SYSTEM_ERROR</],
    ['result:777', 200, /<resultDescription>UNKNOWN ERSWSResultCode = 777</],
    ['delay:1', 200, /<resultCode>0</],
    ['drip:0', 200, /<resultCode>0<[\s\S]*<\/soap:Envelope>$/],
  ])('%s spoils the answer, before and after', async (kind, status, body) => {
    await plan(kind);
    const before = await trySend();
    expect(before.status).toBe(status);
    expect(before.body).toMatch(body);
    // A delay and a drip that the client sits out are processed in the end.
    expect(invoiceCount()).toBe(/^(delay|drip)/.test(kind) ? 1 : 0);
    await plan(`${kind}:after`);
    expect((await trySend()).body).toMatch(body);
    expect(invoiceCount()).toBe(/^(delay|drip)/.test(kind) ? 2 : 1);
  });

  it('drop resets the connection, with the request processed or not', async () => {
    await plan('drop');
    await expect(trySend()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(invoiceCount()).toBe(0);
    await plan('drop:after');
    await expect(trySend()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(invoiceCount()).toBe(1);
  });

  it('a status read lost after it was processed has acknowledged, one lost before has not', async () => {
    for (const [kind, status] of [
      ['drop:before', 'CANCELED'],
      ['drop:after', 'PAID'],
      ['http-500-good-body', 'CANCELED'],
    ] as const) {
      const reference = await sendInvoice();
      simulator.world.phone.scan(reference);
      simulator.world.phone.pay(reference);
      await plan(kind, 'getPaymentStatus');
      await read(reference).catch(() => undefined);
      simulator.world.advance(20_000);
      expect((await read(reference)).body).toContain(`<status>${status}<`);
    }
  });

  it('a status with two statuses says PAID in the second', async () => {
    const reference = await sendInvoice();
    await plan('two-status', 'getPaymentStatus');
    expect((await read(reference)).body).toContain('<status>ISSUED</status><status>PAID</status>');
  });

  it('a redirect leads to the good answer, for a client that follows', async () => {
    await plan('redirect');
    const { location = '' } = (await trySend()).headers;
    expect((await send('GET', location)).body).toContain('<resultCode>0<');
  });

  it.each(['delay:600000', 'drip:600000'])('%s is not processed when the client hangs up first', async (kind) => {
    await plan(kind);
    const before = simulator.world.invoices().length;
    await hangUpAfterSending(envelope('sendInvoice', TERMINAL_CONTEXT_XML + INVOICE_XML));
    expect(await messageOf('sendInvoice')).toMatchObject({ fault: `${kind}:before`, processed: false, response: null });
    expect(invoiceCount()).toBe(before);
  });

  it('delay:after is processed before the client hangs up', async () => {
    await plan('delay:600000:after');
    await hangUpAfterSending(envelope('sendInvoice', TERMINAL_CONTEXT_XML + INVOICE_XML));
    expect(await messageOf('sendInvoice')).toMatchObject({ processed: true, response: null });
    expect(invoiceCount()).toBe(1);
  });

  it('stopping ends an answer that is held back', async () => {
    await plan('delay:600000');
    const held = trySend();
    held.catch(() => undefined);
    while (simulator.faults.list().length > 0) await api('GET', '/api/faults');
    await simulator.stop();
    await expect(held).rejects.toThrow();
  });

  /** Sends a request, waits until its fault is taken, and leaves. */
  async function hangUpAfterSending(document: string): Promise<void> {
    const request = httpRequest(simulator.soapUrl, { method: 'POST', agent: false });
    request.on('error', () => undefined);
    request.end(document);
    while (simulator.faults.list().length > 0) await api('GET', '/api/faults');
    request.destroy();
  }

  /** The latest exchange of an operation, as soon as it is in the log. */
  async function messageOf(operation: string): Promise<unknown> {
    for (;;) {
      const messages = (await api('GET', '/api/messages')).body as { readonly operation: string }[];
      const found = messages.find((m) => m.operation === operation);
      if (found) return found;
    }
  }
});
