import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeqrConnection } from '../protocol/index.ts';
import { parseXml } from './xml.ts';
import { answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawRequest, RawServer } from './testing/raw-server.ts';
import { INVOICE, PASSWORD, RESELLER, TERMINAL, connectTill } from './testing/till.ts';

const CONTEXT =
  '<context><channel>ClientWS</channel><clientId>Kassa 0.1.0</clientId><clientReference>K7Q2</clientReference>' +
  '<clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>87e791f9e24148a6892c52aa85bb0331</id><type>TERMINALID</type></initiatorPrincipalId>' +
  '<password>pw-7f3a&amp;&lt;secret&gt;"1</password></context>';
const RESELLER_CONTEXT = CONTEXT.replace('K7Q2', 'wizard-1').replace(
  /<id>.*<\/type>/,
  '<id>public_test_shop</id><type>RESELLERUSER</type><userId>9900</userId>',
);

describe('a request leaves in schema order, exact, with nothing added (protocol §1, §2)', () => {
  let server: RawServer;
  let till: SeqrConnection;
  beforeAll(async () => {
    server = await startRawServer();
    server.handle(() => http(answerXml('benchmarkingNop', '<resultCode>0</resultCode>')));
    till = connectTill(server.url);
  });
  afterAll(async () => {
    till.close();
    await server.close();
  });

  const last = (): RawRequest => {
    const request = server.requests.at(-1);
    if (!request) throw new Error('nothing came');
    return request;
  };
  /** What stands inside the operation's element. */
  const inside = (operation: string): string => {
    const match = new RegExp(
      `^<\\?xml[^>]*\\?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header/><soap:Body>` +
        `<(ns\\d):${operation} xmlns:\\1="http://external.interfaces.ers.seamless.com/"(?:/>|>(.*)</\\1:${operation}>)</soap:Body></soap:Envelope>$`,
      's',
    ).exec(last().body);
    if (!match) throw new Error(last().body);
    return match[2] ?? '';
  };

  it('is a POST of text/xml with an empty SOAPAction', async () => {
    await till.benchmarkingNop();
    expect(inside('benchmarkingNop')).toBe('');
    expect(last().head).toMatch(/^POST \/soap\/merchant\/cashregister-2 HTTP\/1\.1\r\n/);
    expect(last().head.toLowerCase()).toContain('\r\nsoapaction: ""');
    expect(last().head.toLowerCase()).toContain('\r\ncontent-type: text/xml; charset=utf-8');
  });

  it('sends an invoice: rows, amounts with two decimals, the date with its zone, nothing undefined', async () => {
    await till.sendInvoice(TERMINAL, INVOICE);
    expect(inside('sendInvoice')).toBe(
      `${CONTEXT}<invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>` +
        '<issueDate>2026-11-23T09:00:00+01:00</issueDate><title>Kassa</title><clientInvoiceId>A-1</clientInvoiceId><invoiceRows>' +
        '<invoiceRow><itemDescription>Bananas</itemDescription><itemEAN>7310865004703</itemEAN><itemQuantity>0.45</itemQuantity><itemTaxRate>12</itemTaxRate>' +
        '<itemTotalAmount><currency>SEK</currency><value>10.10</value></itemTotalAmount><itemUnit>kg</itemUnit>' +
        '<itemUnitPrice><currency>SEK</currency><value>22.44</value></itemUnitPrice></invoiceRow>' +
        '<invoiceRow><itemDescription>Discount</itemDescription><itemQuantity>1</itemQuantity>' +
        '<itemTotalAmount><currency>SEK</currency><value>-0.10</value></itemTotalAmount></invoiceRow></invoiceRows>' +
        '<totalAmount><currency>SEK</currency><value>10.00</value></totalAmount><cashierId>7</cashierId><footer>Welcome back</footer></invoice>',
    );
  });

  it('sends tokens, a reservation time-out and a date without a zone as they are', async () => {
    await till.sendInvoice(TERMINAL, { ...INVOICE, issueDate: '2015-12-25T12:34:56', commitReservationTimeout: 3600 }, [
      { status: 1, value: '0012', id: 'c1' },
      { status: 90 },
    ]);
    expect(last().body).toContain('<issueDate>2015-12-25T12:34:56</issueDate>');
    expect(last().body).toContain('<commitReservationTimeout>3600</commitReservationTimeout></invoice><tokens><id>c1</id><status>1</status><value>0012</value></tokens><tokens><status>90</status></tokens>');
  });

  it('sends every other operation with its own members and principal', async () => {
    await till.getPaymentStatus(TERMINAL, '20151029186719114', 3);
    expect(inside('getPaymentStatus')).toBe(`${CONTEXT}<invoiceReference>20151029186719114</invoiceReference><invoiceVersion>3</invoiceVersion>`);
    await till.cancelInvoice(TERMINAL, '0013');
    expect(inside('cancelInvoice')).toBe(`${CONTEXT}<invoiceReference>0013</invoiceReference>`);
    await till.unregisterTerminal(TERMINAL);
    expect(inside('unregisterTerminal')).toBe(CONTEXT);
    await till.assignSeqrId(TERMINAL, '004610027501');
    expect(inside('assignSeqrId')).toBe(`${CONTEXT}<seqrId>004610027501</seqrId>`);
    await till.submitPaymentReceipt(TERMINAL, '2015102910184861801032678', { mimeType: 'Base64', receiptData: 'SGVq', receiptType: 'PAYMENT_RECEIPT' });
    expect(inside('submitPaymentReceipt')).toBe(
      `${CONTEXT}<ersReference>2015102910184861801032678</ersReference><receiptDocument><mimeType>Base64</mimeType><receiptData>SGVq</receiptData><receiptType>PAYMENT_RECEIPT</receiptType></receiptDocument>`,
    );
    await till.registerTerminal(RESELLER, { name: 'Till 4', externalTerminalId: 'Store 111/Till 4', password: 'n&w' });
    expect(inside('registerTerminal')).toBe(
      `${RESELLER_CONTEXT}<externalTerminalId>Store 111/Till 4</externalTerminalId><password>n&amp;w</password><name>Till 4</name>`,
    );
  });

  it('never sends an empty reference: SEQR may take it for whatever the terminal has', async () => {
    const before = server.requests.length;
    const answers = [
      await till.getPaymentStatus(TERMINAL, ' ', 0),
      await till.cancelInvoice(TERMINAL, ''),
      await till.submitPaymentReceipt(TERMINAL, '', { mimeType: 'x', receiptData: '', receiptType: 'x' }),
    ];
    expect(answers.map((answer) => answer.kind)).toEqual(['notSent', 'notSent', 'notSent']);
    expect(server.requests.length).toBe(before);
  });

  it('keeps clientReference within 32 characters, without splitting one', async () => {
    await till.cancelInvoice({ ...TERMINAL, clientReference: `${'x'.repeat(31)}\u{1f34c}yz` }, '1');
    expect(last().body).toContain(`<clientReference>${'x'.repeat(31)}\u{1f34c}</clientReference>`);
  });

  it.each([
    ['markup', '</title><totalAmount>', '</title><totalAmount>'],
    ['an entity', '&amp;', '&amp;'],
    ['CDATA', 'a<![CDATA[b]]>c', 'a<! [CDATA[b]]>c'],
    ['control characters', 'a\u0000b\u001bc\tD', 'a b c\tD'],
    ['half a surrogate pair', 'a\ud83cb', 'a\ufffdb'],
    ['a placeholder of ours', 'sealed-0', 'sealed-0'],
    ['keys of the library', '{"$xml":"<x/>"}', '{"$xml":"<x/>"}'],
  ])('lets %s in a title be text', async (_name, title, arrives) => {
    await till.sendInvoice(TERMINAL, { ...INVOICE, title });
    const parsed = parseXml(last().body);
    if (!parsed.ok) throw new Error(parsed.detail);
    const invoice = parsed.root.children[1]?.children[0]?.children[1];
    expect(invoice?.children.map((child) => child.name)).toEqual(
      ['paymentMode', 'acknowledgmentMode', 'issueDate', 'title', 'clientInvoiceId', 'invoiceRows', 'totalAmount', 'cashierId', 'footer'],
    );
    expect(invoice?.children[3]?.text).toBe(arrives);
  });

  it('takes only the members of its own types, whatever else an object carries', async () => {
    const smuggled = { ...INVOICE, $xml: '<x/>', $attributes: { evil: '1' }, $value: 'x', backURL: 'http://x' };
    await till.sendInvoice(TERMINAL, smuggled);
    expect(last().body).not.toMatch(/<x\/>|evil|backURL|\$/);
  });

  it('delivers the password as it is', async () => {
    await till.unregisterTerminal(TERMINAL);
    const parsed = parseXml(last().body);
    expect(parsed.ok && parsed.root.children[1]?.children[0]?.children[0]?.children.at(-1)?.text).toBe(PASSWORD);
  });
});
