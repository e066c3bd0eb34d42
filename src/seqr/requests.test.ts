import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { money } from '../money/index.ts';
import type { Answer, SeqrConnection } from '../protocol/index.ts';
import { answerXml, http } from './testing/messages.ts';
import { startRawServer } from './testing/raw-server.ts';
import type { RawRequest, RawServer } from './testing/raw-server.ts';
import { INVOICE, PASSWORD, RESELLER, TERMINAL, connectTill } from './testing/till.ts';
import { parseXml } from './xml.ts';

const CONTEXT =
  '<context><channel>ClientWS</channel><clientId>Kassa 0.1.0</clientId><clientReference>K7Q2</clientReference>' +
  '<clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>87e791f9e24148a6892c52aa85bb0331</id><type>TERMINALID</type></initiatorPrincipalId>' +
  '<password>pw-7f3a&amp;&lt;secret&gt;"1</password></context>';
const INVOICE_XML =
  '<invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>' +
  '<issueDate>2026-11-23T09:00:00+01:00</issueDate><title>Kassa</title><clientInvoiceId>A-1</clientInvoiceId><invoiceRows>' +
  '<invoiceRow><itemDescription>Bananas</itemDescription><itemEAN>7310865004703</itemEAN><itemQuantity>0.45</itemQuantity><itemTaxRate>12</itemTaxRate>' +
  '<itemTotalAmount><currency>SEK</currency><value>10.10</value></itemTotalAmount><itemUnit>kg</itemUnit>' +
  '<itemUnitPrice><currency>SEK</currency><value>22.44</value></itemUnitPrice></invoiceRow>' +
  '<invoiceRow><itemDescription>Discount</itemDescription><itemQuantity>1</itemQuantity>' +
  '<itemTotalAmount><currency>SEK</currency><value>-0.10</value></itemTotalAmount></invoiceRow></invoiceRows>' +
  '<totalAmount><currency>SEK</currency><value>10.00</value></totalAmount><cashierId>7</cashierId><footer>Welcome back</footer></invoice>';
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
    expect(inside('sendInvoice')).toBe(CONTEXT + INVOICE_XML);
  });

  it('sends tokens, a reservation time-out and a date without a zone as they are', async () => {
    await till.sendInvoice(TERMINAL, { ...INVOICE, issueDate: '2015-12-25T12:34:56', commitReservationTimeout: 3600 }, [
      { status: 1, value: '0012', id: 'c1' },
      { status: 90 },
    ]);
    expect(last().body).toContain('<issueDate>2015-12-25T12:34:56</issueDate>');
    expect(last().body).toContain(
      '<commitReservationTimeout>3600</commitReservationTimeout></invoice><tokens><id>c1</id><status>1</status><value>0012</value></tokens><tokens><status>90</status></tokens>',
    );
  });

  it('sends every other operation with its own members and principal', async () => {
    await till.getPaymentStatus(TERMINAL, '20151029186719114', 3);
    expect(inside('getPaymentStatus')).toBe(
      `${CONTEXT}<invoiceReference>20151029186719114</invoiceReference><invoiceVersion>3</invoiceVersion>`,
    );
    await till.cancelInvoice(TERMINAL, '0013');
    expect(inside('cancelInvoice')).toBe(`${CONTEXT}<invoiceReference>0013</invoiceReference>`);
    await till.unregisterTerminal(TERMINAL);
    expect(inside('unregisterTerminal')).toBe(CONTEXT);
    await till.assignSeqrId(TERMINAL, '004610027501');
    expect(inside('assignSeqrId')).toBe(`${CONTEXT}<seqrId>004610027501</seqrId>`);
    await till.submitPaymentReceipt(TERMINAL, '2015102910184861801032678', {
      mimeType: 'Base64',
      receiptData: 'SGVq',
      receiptType: 'PAYMENT_RECEIPT',
    });
    expect(inside('submitPaymentReceipt')).toBe(
      `${CONTEXT}<ersReference>2015102910184861801032678</ersReference><receiptDocument><mimeType>Base64</mimeType><receiptData>SGVq</receiptData><receiptType>PAYMENT_RECEIPT</receiptType></receiptDocument>`,
    );
    await till.registerTerminal(RESELLER, { name: 'Till 4', externalTerminalId: 'Store 111/Till 4', password: 'n&w' });
    expect(inside('registerTerminal')).toBe(
      `${RESELLER_CONTEXT}<externalTerminalId>Store 111/Till 4</externalTerminalId><password>n&amp;w</password><name>Till 4</name>`,
    );
  });

  it('changes an invoice: reference, then the whole invoice, then the tokens', async () => {
    await till.updateInvoice(TERMINAL, '0013', INVOICE);
    expect(inside('updateInvoice')).toBe(`${CONTEXT}<invoiceReference>0013</invoiceReference>${INVOICE_XML}`);
    await till.updateInvoice(TERMINAL, '0013', INVOICE, [{ status: 1, description: 'Club', id: 'c1', value: '0012' }, { status: 99 }]);
    expect(inside('updateInvoice')).toBe(
      `${CONTEXT}<invoiceReference>0013</invoiceReference>${INVOICE_XML}` +
        '<tokens><description>Club</description><id>c1</id><status>1</status><value>0012</value></tokens><tokens><status>99</status></tokens>',
    );
  });

  it('settles a reservation with an amount of its own, or with none: the total of the invoice', async () => {
    await till.commitReservation(TERMINAL, '0013', money(9_990, 'SEK'));
    expect(inside('commitReservation')).toBe(
      `${CONTEXT}<amount><currency>SEK</currency><value>99.90</value></amount><invoiceReference>0013</invoiceReference>`,
    );
    await till.commitReservation(TERMINAL, '0013', null);
    expect(inside('commitReservation')).toBe(`${CONTEXT}<invoiceReference>0013</invoiceReference>`);
  });

  it('gives money back: as a refund of a payment, and as a credit to a user', async () => {
    await till.refundPayment(TERMINAL, '2015102910184861801032678', { ...INVOICE, invoiceRows: [], totalAmount: money(5, 'SEK') });
    expect(inside('refundPayment')).toBe(
      `${CONTEXT}<ersReference>2015102910184861801032678</ersReference>` +
        INVOICE_XML.replace(/<invoiceRows>.*<\/invoiceRows>/, '').replace('10.00', '0.05'),
    );
    await till.creditUser(TERMINAL, { userId: 'u-1', amount: money(10_000, 'EUR'), description: 'Prize, week 3.', correlationId: 'p-1' });
    expect(inside('creditUser')).toBe(
      `${CONTEXT}<creditUserRequest><userId>u-1</userId><amount><currency>EUR</currency><value>100.00</value></amount>` +
        '<description>Prize, week 3.</description><correlationId>p-1</correlationId></creditUserRequest>',
    );
    await till.creditUser(TERMINAL, { userId: 'u-1', amount: money(1, 'SEK') });
    expect(inside('creditUser')).toBe(
      `${CONTEXT}<creditUserRequest><userId>u-1</userId><amount><currency>SEK</currency><value>0.01</value></amount></creditUserRequest>`,
    );
  });

  it('closes the period of a shop or of one terminal, and asks for its report', async () => {
    const terminal = '<entry><key>TERMINALID</key><value>87e7</value></entry>';
    const period = '<entry><key>transactionPeriodId</key><value>2015102910184861801032678</value></entry>';
    await till.markTransactionPeriod(RESELLER, null);
    expect(inside('markTransactionPeriod')).toBe(RESELLER_CONTEXT);
    await till.markTransactionPeriod(RESELLER, '87e7');
    expect(inside('markTransactionPeriod')).toBe(`${RESELLER_CONTEXT}<parameters><parameter>${terminal}</parameter></parameters>`);
    const asked = { transactionPeriodId: '2015102910184861801032678', language: null, terminalId: null };
    await till.executeReport(RESELLER, { ...asked, reportId: 'Reconciliation/Shop.xml' });
    expect(inside('executeReport')).toBe(
      `${RESELLER_CONTEXT}<reportId>Reconciliation/Shop.xml</reportId><parameters><parameter>${period}</parameter></parameters>`,
    );
    await till.executeReport(RESELLER, { ...asked, reportId: 'Reconciliation/STD_RECON_007.xml', language: 'sv', terminalId: '87e7' });
    expect(inside('executeReport')).toBe(
      `${RESELLER_CONTEXT}<reportId>Reconciliation/STD_RECON_007.xml</reportId><language>sv</language>` +
        `<parameters><parameter>${period}${terminal}</parameter></parameters>`,
    );
  });

  it('never sends an empty reference: SEQR may take it for whatever the terminal has', async () => {
    const before = server.requests.length;
    const answers = [
      await till.getPaymentStatus(TERMINAL, ' ', 0),
      await till.getPaymentStatus(TERMINAL, '\u0000', 0),
      await till.cancelInvoice(TERMINAL, ''),
      await till.updateInvoice(TERMINAL, '', INVOICE),
      await till.commitReservation(TERMINAL, '\t', null),
      await till.submitPaymentReceipt(TERMINAL, '', { mimeType: 'x', receiptData: '', receiptType: 'x' }),
      await till.refundPayment(TERMINAL, '', INVOICE),
      await till.creditUser(TERMINAL, { userId: '', amount: money(1, 'SEK') }),
      await till.executeReport(RESELLER, {
        reportId: 'Reconciliation/Shop.xml',
        transactionPeriodId: '',
        terminalId: null,
        language: null,
      }),
    ];
    expect(answers.map((answer) => answer.kind)).toEqual(answers.map(() => 'notSent'));
    expect(server.requests.length).toBe(before);
  });

  it.each<[string, (till: SeqrConnection) => Promise<Answer<unknown>>]>([
    [
      'a quantity with a comma',
      (t) => t.sendInvoice(TERMINAL, { ...INVOICE, invoiceRows: [{ itemTotalAmount: money(1, 'SEK'), itemQuantity: '0,45' }] }),
    ],
    [
      'an empty tax rate',
      (t) => t.updateInvoice(TERMINAL, '1', { ...INVOICE, invoiceRows: [{ itemTotalAmount: money(1, 'SEK'), itemTaxRate: '' }] }),
    ],
    ['a day that does not exist', (t) => t.refundPayment(TERMINAL, '1', { ...INVOICE, issueDate: '2026-02-29T00:00:00Z' })],
    ['a time-out that is not whole', (t) => t.sendInvoice(TERMINAL, { ...INVOICE, commitReservationTimeout: 1.5 })],
    ['a time-out below 0', (t) => t.sendInvoice(TERMINAL, { ...INVOICE, commitReservationTimeout: -1 })],
    ['a token status beyond 32 bits', (t) => t.sendInvoice(TERMINAL, INVOICE, [{ status: 2 ** 31 }])],
    ['a token status that is no number', (t) => t.updateInvoice(TERMINAL, '1', INVOICE, [{ status: Number.NaN }])],
    ['a version that is not whole', (t) => t.getPaymentStatus(TERMINAL, '1', 0.5)],
    ['a receipt that is not Base64', (t) => t.submitPaymentReceipt(TERMINAL, '1', { mimeType: 'x', receiptData: 'SGV', receiptType: 'x' })],
  ])('never sends %s: SEQR could not read the message', async (_name, call) => {
    const before = server.requests.length;
    expect(await call(till)).toMatchObject({ kind: 'notSent', reason: 'invalid-value' });
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
    expect(invoice?.children.map((child) => child.name)).toEqual([
      'paymentMode',
      'acknowledgmentMode',
      'issueDate',
      'title',
      'clientInvoiceId',
      'invoiceRows',
      'totalAmount',
      'cashierId',
      'footer',
    ]);
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
