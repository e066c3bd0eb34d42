import { describe, expect, it } from 'vitest';
import { INVOICE_XML, TERMINAL_CONTEXT_XML, envelope } from '../testing/harness.ts';
import { parseRequest, writeFault } from './envelope.ts';
import { maskPasswords } from './mask.ts';

const faultOf = (document: string): string => {
  const parsed = parseRequest(document);
  return parsed.ok ? 'no fault' : `${parsed.fault.code}: ${parsed.fault.message}`;
};

describe('reading a request', () => {
  it('takes children in any order and any prefix, and keeps decimals as written', () => {
    const inner =
      `<invoice><totalAmount><value>10.10</value><currency>SEK</currency></totalAmount><title> a&amp;b </title>` +
      `<invoiceRows><invoiceRow><itemQuantity>0.450</itemQuantity></invoiceRow><invoiceRow/></invoiceRows></invoice>` +
      `<tokens><status>1</status></tokens>${TERMINAL_CONTEXT_XML}<tokens/>`;
    expect(parseRequest(envelope('sendInvoice', inner))).toMatchObject({
      ok: true,
      call: {
        operation: 'sendInvoice',
        request: {
          context: { clientRequestTimeout: 0, password: '12345678' },
          invoice: {
            totalAmount: { currency: 'SEK', value: '10.10' },
            title: ' a&b ',
            invoiceRows: { invoiceRow: [{ itemQuantity: '0.450' }, {}] },
          },
          tokens: [{ status: 1 }, { status: 0 }],
        },
      },
    });
  });

  it('names an unknown element and what was expected, as the service does', () => {
    expect(faultOf(envelope('cancelInvoice', '<reference>1</reference>'))).toBe(
      'Client: Unmarshalling Error: unexpected element (uri:"", local:"reference"). ' +
        'Expected elements are <{}context>,<{}invoiceReference> ',
    );
    expect(faultOf(envelope('benchmarkingNop', '<x/>'))).toContain('Expected elements are (none)');
  });

  it('does not take a qualified child for an unqualified one', () => {
    expect(faultOf(envelope('cancelInvoice', '<e:context/>'))).toContain(
      'unexpected element (uri:"http://external.interfaces.ers.seamless.com/", local:"context")',
    );
  });

  it.each([
    ['an integer that is none', envelope('getPaymentStatus', '<invoiceVersion>one</invoiceVersion>'), 'For input string: "one"'],
    ['an empty integer', envelope('getPaymentStatus', '<invoiceVersion/>'), 'For input string: ""'],
    ['a decimal that is none', envelope('commitReservation', '<amount><value>1e3</value></amount>'), 'is not a valid value for decimal'],
    [
      'a date that is none',
      envelope('sendInvoice', '<invoice><issueDate>today</issueDate></invoice>'),
      'is not a valid value for dateTime',
    ],
    [
      'an unknown mode',
      envelope('sendInvoice', '<invoice><paymentMode>CASH</paymentMode></invoice>'),
      'is not a valid value for paymentMode',
    ],
    [
      'an element twice',
      envelope('cancelInvoice', '<invoiceReference>1</invoiceReference><invoiceReference>2</invoiceReference>'),
      'occurs more than once',
    ],
    ['text between elements', envelope('cancelInvoice', 'hello'), 'unexpected text'],
    ['an unknown operation', envelope('payEverything', ''), 'was not recognized'],
    ['an operation of another namespace', envelope('cancelInvoice', '').replace('ers.seamless', 'ers.other'), 'was not recognized'],
    ['a body with two operations', envelope('benchmarkingNop', '').replace('</s:Body>', '<x/></s:Body>'), 'exactly one operation'],
    ['an empty body', envelope('benchmarkingNop', '').replace(/<e:.*<\/e:benchmarkingNop>/, ''), 'exactly one operation'],
    ['no envelope', '<html><body/></html>', 'a SOAP Envelope was expected'],
    [
      'SOAP 1.2',
      envelope('benchmarkingNop', '').replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
      'SOAP 1.1 only',
    ],
    ['half a document', envelope('sendInvoice', INVOICE_XML).slice(0, 300), 'Error reading XMLStreamReader'],
    ['a DOCTYPE', `<!DOCTYPE x>${envelope('benchmarkingNop', '').slice(38)}`, 'DOCTYPE is not allowed'],
  ])('answers a fault to %s', (_, document, sentence) => {
    expect(faultOf(document)).toContain(sentence);
  });
});

describe('passwords in a log', () => {
  it.each(['<password>1234</password>', '<p:password a="b">1234</p:password>', '<password><![CDATA[1234]]></password>', '<password>1234'])(
    'are masked in %s',
    (document) => {
      expect(maskPasswords(`<a>${document}`)).not.toContain('1234');
    },
  );

  it('are masked without touching the rest', () => {
    expect(maskPasswords('<a><password>1</password><b>2</b><password>3</password></a>')).toBe(
      '<a><password>***</password><b>2</b><password>***</password></a>',
    );
  });
});

describe('an answer', () => {
  it('is a SOAP 1.1 fault when there is no answer', () => {
    expect(writeFault({ code: 'Client', message: 'a < b' })).toBe(
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>' +
        '<faultcode>soap:Client</faultcode><faultstring>a &lt; b</faultstring></soap:Fault></soap:Body></soap:Envelope>',
    );
  });
});
