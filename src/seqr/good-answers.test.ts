import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import type { Answer, PaymentStatus, SeqrConnection } from '../protocol/index.ts';
import { PAID_XML, answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawServer } from './testing/raw-server.ts';
import { INVOICE, RESELLER, TERMINAL, connectTill } from './testing/till.ts';

describe('a good answer is read exactly, however it is dressed', () => {
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

  const ask = async (xml: string | Buffer, type?: string): Promise<Extract<Answer<PaymentStatus>, { kind: 'answered' }>> => {
    server.handle(() =>
      typeof xml === 'string'
        ? http(xml, type === undefined ? {} : { type })
        : Buffer.concat([
            Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type ?? 'text/xml'}\r\nContent-Length: ${xml.length}\r\n\r\n`),
            xml,
          ]),
    );
    const answer = await till.getPaymentStatus(TERMINAL, '20151029186719114', 1);
    if (answer.kind !== 'answered') throw new Error(`${answer.kind} ${answer.reason} ${answer.detail}`);
    return answer;
  };

  it('reads the payment: ids as they came, the amount to the last digit, the time of the server', async () => {
    const answer = await ask(PAID_XML);
    expect(answer).toEqual({
      kind: 'answered',
      resultCode: 0,
      resultDescription: 'SUCCESS',
      ersReference: '2015102910184861801032678',
      serverDateMs: Date.UTC(2026, 10, 23, 8, 0, 0),
      tookMs: answer.tookMs,
      value: {
        status: 'PAID',
        version: 2,
        receipt: {
          terminalId: 't1',
          paymentDate: '2015-10-29T10:18:48.663+01:00',
          clientInvoiceId: 'A-1',
          invoiceReference: '20151029186719114',
          paymentReference: '2015102910184861801032678',
          payerTerminalId: 'ab12',
          receiverName: 'Shop',
          totalAmount: money(1010, 'SEK'),
        },
        customerTokens: [],
      },
    });
  });

  it.each([
    ['10.10', 1010],
    ['10.1', 1010],
    ['149.99', 14_999],
    ['1500', 150_000],
    ['.5', 50],
    ['0.29', 29],
    ['99999999.99', 9_999_999_999],
    ['\n  149.00000\n', 14_900],
    ['-3.30', -330],
  ])('takes %j as %i minor units, without a float in between', async (text, minor) => {
    expect((await ask(PAID_XML.replace('10.10', text))).value.receipt?.totalAmount).toEqual(money(minor, 'SEK'));
  });

  it.each(['10.105', '1e2', 'NaN', '10,10', '', '12345678901234567890', '10.10 SEK', '0x10'])(
    'calls %j no amount, but keeps the payment: PAID is never dropped (PF-06)',
    async (text) => {
      const { value } = await ask(PAID_XML.replace('10.10', text));
      expect(value.receipt?.totalAmount).toBe('unreadable');
      expect(value.status).toBe('PAID');
    },
  );

  it.each([
    ['an unknown currency', PAID_XML.replace('SEK', 'XTS')],
    ['two values', PAID_XML.replace('</value>', '</value><value>1.00</value>')],
    ['two totals', PAID_XML.replace('<totalAmount>', '<totalAmount/><totalAmount>')],
    ['two invoices', PAID_XML.replace('<invoice>', '<invoice/><invoice>')],
  ])('calls %s unreadable', async (_name, xml) => {
    expect((await ask(xml)).value.receipt?.totalAmount).toBe('unreadable');
  });

  it('leaves out what the receipt does not name', async () => {
    const xml = answerXml(
      'getPaymentStatus',
      '<resultCode>0</resultCode><status>PAID</status><receipt><receiverName/></receipt><version>1</version>',
    );
    expect((await ask(xml)).value.receipt).toEqual({});
    expect((await ask(xml.replace(/<receipt>.*<\/receipt>/, ''))).value.receipt).toBeNull();
  });

  it.each([
    ['without the description', PAID_XML.replace('<resultDescription>SUCCESS</resultDescription>', '')],
    ['with the members turned round', PAID_XML.replace(/(<status>PAID<\/status>)(.*)(<version>2<\/version>)/, '$3$2$1')],
    ['with other prefixes', PAID_XML.replaceAll('soap:', 'S:').replaceAll('xmlns:soap', 'xmlns:S').replaceAll('ns2', 'q')],
    ['with unknown extra elements', PAID_XML.replace('<status>', '<deliveryAddress><street>x</street></deliveryAddress><status>')],
    ["with a stranger's element of the same name", PAID_XML.replace('<status>', '<o:status xmlns:o="urn:other">ISSUED</o:status><status>')],
    ['with a header', PAID_XML.replace('<soap:Body>', '<soap:Header><t xmlns="urn:t">1</t></soap:Header><soap:Body>')],
    ['with white space everywhere', PAID_XML.replaceAll('><', '>\n  <').replace('>PAID<', '>\n PAID \n<').replace('>2<', '> 2 <')],
    ['with comments', PAID_XML.replaceAll('><', '><!-- <status>FAILED</status> --><')],
    ['with CDATA', PAID_XML.replace('>PAID<', '><![CDATA[PAID]]><').replace('>Kassa<', '><![CDATA[<a><Fault>]]><')],
    ['with a default namespace', PAID_XML.replaceAll('ns2:', '').replace('xmlns:ns2', 'xmlns')],
    ['with a byte order mark', `\ufeff${PAID_XML}`],
    ['as application/xml', PAID_XML, 'application/xml'],
    ['as text/xml in capitals', PAID_XML, 'TEXT/XML;CHARSET=UTF-8'],
    ['in UTF-16', Buffer.from(`\ufeff${PAID_XML.replace('UTF-8', 'UTF-16')}`, 'utf16le'), 'text/xml; charset=utf-16'],
    [
      'in Latin-1, as the XML declaration says',
      Buffer.from(PAID_XML.replace('UTF-8', 'ISO-8859-1').replace('>Shop<', '>Sh\u00f6p<'), 'latin1'),
      'text/xml',
    ],
  ])('counts %s', async (_name, xml, type?: string) => {
    expect((await ask(xml, type)).value).toMatchObject({ status: 'PAID', version: 2 });
  });

  it('keeps a status it does not know as the text that came (PF-07)', async () => {
    expect((await ask(PAID_XML.replace('>PAID<', '>PARTIALLY_PAID<'))).value.status).toBe('PARTIALLY_PAID');
  });

  it('gives no status with a refusal, whatever the answer says beside it', async () => {
    const answer = await ask(PAID_XML.replace('<resultCode>0<', '<resultCode>54<'));
    expect(answer).toMatchObject({ resultCode: 54, value: { status: null } });
  });

  it('takes PAID without a version: it is the one that was asked with (PF-05)', async () => {
    const answer = await ask(PAID_XML.replace('<version>2</version>', ''));
    expect(answer).toMatchObject({ resultCode: 0, value: { status: 'PAID', version: 1 } });
  });

  it.each([
    ['two statuses', PAID_XML.replace('<status>', '<status>ISSUED</status><status>')],
    ['a version that is no number', PAID_XML.replace('<version>2<', '<version>x<')],
  ])('reads a refusal by its code alone, beside %s', async (_what, xml) => {
    const answer = await ask(xml.replace('<resultCode>0<', '<resultCode>54<'));
    expect(answer).toMatchObject({ kind: 'answered', resultCode: 54, value: { status: null } });
  });

  it('reads a refusal that leaves out status and version', async () => {
    const answer = await ask(answerXml('getPaymentStatus', '<resultCode>54</resultCode>'));
    expect(answer).toMatchObject({ resultCode: 54, resultDescription: '', value: { status: null, version: 1 } });
  });

  it('takes a doubled ersReference for none: nobody can say which one is right', async () => {
    expect((await ask(PAID_XML.replace('<ersReference>', '<ersReference>1</ersReference><ersReference>'))).ersReference).toBeNull();
  });

  it('reads tokens, and leaves out one whose status is no number', async () => {
    const token = (status: string): string =>
      `<token><description>Club</description><id>c1</id><status>${status}</status><value>0012</value></token>`;
    const answer = await ask(PAID_XML.replace('<version>', `<customerTokens>${token('0')}${token('x')}</customerTokens><version>`));
    expect(answer.value.customerTokens).toEqual([{ description: 'Club', id: 'c1', status: 0, value: '0012' }]);
  });

  it('reads what the other operations add, empty as null', async () => {
    const on = (xml: string): void => server.handle(() => http(xml));
    on(
      answerXml(
        'sendInvoice',
        '<resultCode>0</resultCode><invoiceQRCode>HTTP://SEQR.SE/R0013</invoiceQRCode><invoiceReference>0013</invoiceReference>',
      ),
    );
    expect(await till.sendInvoice(TERMINAL, INVOICE)).toMatchObject({
      value: { invoiceReference: '0013', invoiceQRCode: 'HTTP://SEQR.SE/R0013' },
    });
    on(answerXml('sendInvoice', '<resultCode>0</resultCode><invoiceReference> </invoiceReference>'));
    expect(await till.sendInvoice(TERMINAL, INVOICE)).toMatchObject({ value: { invoiceReference: null, invoiceQRCode: null } });
    on(answerXml('registerTerminal', '<resultCode>0</resultCode><terminalId>87e7</terminalId>'));
    expect(await till.registerTerminal(RESELLER, { externalTerminalId: 'e', name: 'n', password: 'p' })).toMatchObject({
      value: { terminalId: '87e7' },
    });
    for (const [operation, call] of [
      ['cancelInvoice', () => till.cancelInvoice(TERMINAL, '1')],
      ['unregisterTerminal', () => till.unregisterTerminal(TERMINAL)],
      ['assignSeqrId', () => till.assignSeqrId(TERMINAL, '1')],
      [
        'submitPaymentReceipt',
        () => till.submitPaymentReceipt(TERMINAL, '1', { mimeType: 'Base64', receiptData: '', receiptType: 'OTHER' }),
      ],
      ['benchmarkingNop', () => till.benchmarkingNop()],
    ] as const) {
      on(answerXml(operation, '<resultCode>93</resultCode><resultDescription>SYSTEM_BUSY</resultDescription>'));
      expect(await call(), operation).toMatchObject({ kind: 'answered', resultCode: 93, resultDescription: 'SYSTEM_BUSY', value: {} });
    }
  });
});
