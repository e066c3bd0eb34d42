import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Operation, SeqrConnection } from '../protocol/index.ts';
import type { Exchange } from './exchange.ts';
import { answerXml, http, PAID_RETURN } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawServer } from './testing/raw-server.ts';
import { connectTill, INVOICE, RESELLER, TERMINAL } from './testing/till.ts';

/*
 * SEQR's answers with every one of their texts a million characters long, or with far too many of anything. What can be done
 * without is left out, and the log says so; what cannot makes the answer none.
 */

const LONG = 'x'.repeat(1_000_000);

let server: RawServer;
let till: SeqrConnection;
let logged: Exchange[] = [];
beforeAll(async () => {
  server = await startRawServer();
  till = connectTill(server.url, { log: (exchange) => void logged.push(exchange) });
});
beforeEach(() => {
  logged = [];
});
afterAll(async () => {
  till.close();
  await server.close();
});

const TOKEN = '<token><id>KASSA_CLUB</id><value>97521234</value><description>Club</description><status>0</status></token>';
const STATUS_RETURN = `${PAID_RETURN}<customerTokens>${TOKEN}</customerTokens>`;

/** What stands in the answer of each operation, and how it is asked for. */
const ANSWERS: Readonly<Record<Operation, readonly [returned: string, ask: () => Promise<Answer<unknown>>]>> = {
  sendInvoice: [
    '<invoiceQRCode>HTTP://SEQR.SE/R1397222701693</invoiceQRCode><invoiceReference>1397222701693</invoiceReference>',
    () => till.sendInvoice(TERMINAL, INVOICE),
  ],
  getPaymentStatus: [STATUS_RETURN, () => till.getPaymentStatus(TERMINAL, '1', 0)],
  updateInvoice: ['', () => till.updateInvoice(TERMINAL, '1', INVOICE)],
  cancelInvoice: ['', () => till.cancelInvoice(TERMINAL, '1')],
  commitReservation: ['', () => till.commitReservation(TERMINAL, '1', null)],
  submitPaymentReceipt: [
    '',
    () => till.submitPaymentReceipt(TERMINAL, '1', { mimeType: 'text/html', receiptData: 'QQ==', receiptType: 'x' }),
  ],
  refundPayment: ['<ersReference>1</ersReference>', () => till.refundPayment(TERMINAL, '1', INVOICE)],
  creditUser: [
    '<correlationId>K7Q2</correlationId>',
    () => till.creditUser(TERMINAL, { userId: '1', amount: INVOICE.totalAmount, correlationId: 'K7Q2' }),
  ],
  registerTerminal: [
    '<terminalId>t1</terminalId>',
    () => till.registerTerminal(RESELLER, { externalTerminalId: 'Till 1', password: 'secret', name: 'Till 1' }),
  ],
  unregisterTerminal: ['', () => till.unregisterTerminal(TERMINAL)],
  assignSeqrId: ['', () => till.assignSeqrId(TERMINAL, 'FISK01')],
  markTransactionPeriod: ['<transactionPeriodId>12</transactionPeriodId>', () => till.markTransactionPeriod(RESELLER, null)],
  executeReport: [
    '<report><title>R</title><mimeType>text/xml</mimeType><content>QQ==</content></report>',
    () =>
      till.executeReport(RESELLER, {
        reportId: 'Reconciliation/STD_RECON_007.xml',
        transactionPeriodId: '12',
        terminalId: null,
        language: 'en',
      }),
  ],
  benchmarkingNop: ['', () => till.benchmarkingNop()],
};
const OPERATIONS = Object.keys(ANSWERS) as readonly Operation[];

const complete = (returned: string): string =>
  returned.includes('<resultCode>') ? returned : `<resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>${returned}`;

function ask(operation: Operation, returned: string): Promise<Answer<unknown>> {
  server.handle(() => http(answerXml(operation, returned)));
  return ANSWERS[operation][1]();
}

/** The names of all values that are nothing but text. */
const textsIn = (xml: string): readonly string[] => [...new Set([...xml.matchAll(/<(\w+)>[^<]+<\/\1>/g)].map(([, name = '']) => name))];

describe.each(OPERATIONS)('%s', (operation) => {
  const whole = complete(ANSWERS[operation][0]);

  it.each(textsIn(whole))('with a million characters in %s is an answer without it, or none', async (name) => {
    const spoilt = whole.replaceAll(new RegExp(`<${name}>[^<]+</${name}>`, 'g'), `<${name}>${LONG}</${name}>`);
    const answer = await ask(operation, spoilt);
    if (answer.kind === 'answered') {
      // The content of a report is as long as the day was.
      if (name !== 'content') expect(JSON.stringify(answer).length).toBeLessThan(2_000);
      if (!['content', 'resultDescription', 'description'].includes(name)) expect(JSON.stringify(answer.value)).not.toContain('xxx');
      if (name !== 'content') expect(logged.at(-1)?.detail).toBe(`too long, and left out: ${name}`);
    } else expect(answer).toMatchObject({ kind: 'noAnswer', reason: 'invalid-value' });
  });
});

describe('a payment that is PAID', () => {
  const needed = ['resultCode', 'status', 'version'];

  it.each(textsIn(STATUS_RETURN).filter((name) => !needed.includes(name)))('is not lost for %s (PF-06)', async (name) => {
    const spoilt = STATUS_RETURN.replaceAll(new RegExp(`<${name}>[^<]+</${name}>`, 'g'), `<${name}>${LONG}</${name}>`);
    const answer = await ask('getPaymentStatus', spoilt);
    expect(answer).toMatchObject({ kind: 'answered', resultCode: name === 'resultCode' ? 1 : 0, value: { status: 'PAID', version: 2 } });
  });

  it('is not lost for a thousand cards, of which the first are taken', async () => {
    const answer = await ask('getPaymentStatus', STATUS_RETURN.replace(TOKEN, TOKEN.repeat(1_000)));
    expect(answer).toMatchObject({ kind: 'answered', value: { status: 'PAID' } });
    expect((answer as { value: { customerTokens: unknown[] } }).value.customerTokens).toHaveLength(20);
  });
});

describe('the code of an invoice', () => {
  it.each([
    ['HTTP://SEQR.SE/R1397222701693', true],
    ['http://seqr.se/000/service?x=1', true],
    [`HTTP://SEQR.SE/R${'1'.repeat(200)}`, false],
    ['HTTP://ATTACKER.EXAMPLE/R1', false],
    ['HTTP://SEQR.SE.ATTACKER.EXAMPLE/R1', false],
    ['javascript:alert(1)', false],
    ['HTTP://SEQR.SE/', false],
  ])('%s is one: %s (PF-20)', async (code, isOne) => {
    const answer = await ask('sendInvoice', complete(`<invoiceQRCode>${code}</invoiceQRCode><invoiceReference>1</invoiceReference>`));
    expect(answer).toMatchObject({ kind: 'answered', value: { invoiceReference: '1', invoiceQRCode: isOne ? code : null } });
  });
});

it('an answer of 240,000 elements is refused before it costs a poll (S16)', async () => {
  const startedMs = performance.now();
  const answer = await ask('getPaymentStatus', `${PAID_RETURN}${'<x/>'.repeat(240_000)}`);
  expect(answer).toMatchObject({ kind: 'noAnswer', reason: 'malformed' });
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});
