import type { Operation } from '../../protocol/index.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const SEQR = 'http://external.interfaces.ers.seamless.com/';

/** An envelope around the children of a Body. */
export function envelope(bodyXml: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body>${bodyXml}</soap:Body></soap:Envelope>`;
}

/** A good envelope with the answer to `operation`, `returned` being what stands inside `return`. */
export function answerXml(operation: Operation, returned: string): string {
  return envelope(`<ns2:${operation}Response xmlns:ns2="${SEQR}"><return>${returned}</return></ns2:${operation}Response>`);
}

/** A status answer that is right in everything: the most dangerous thing to spoil. */
export const PAID_RETURN =
  '<ersReference>2015102910184861801032678</ersReference><resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>' +
  '<status>PAID</status><receipt><terminalId>t1</terminalId><paymentDate>2015-10-29T10:18:48.663+01:00</paymentDate>' +
  '<clientInvoiceId>A-1</clientInvoiceId><invoiceReference>20151029186719114</invoiceReference>' +
  '<paymentReference>2015102910184861801032678</paymentReference><payerTerminalId>ab12</payerTerminalId><receiverName>Shop</receiverName>' +
  '<invoice><title>Kassa</title><totalAmount><currency>SEK</currency><value>10.10</value></totalAmount></invoice></receipt><version>2</version>';

export const PAID_XML = answerXml('getPaymentStatus', PAID_RETURN);

export const FAULT_XML = envelope(
  '<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Unmarshalling Error: unexpected element</faultstring></soap:Fault>',
);

/** The bytes of an HTTP answer. A header given as `''` is left out. */
export function http(body: string, options: { status?: string; type?: string; headers?: string } = {}): string {
  const type = options.type ?? 'text/xml; charset=utf-8';
  return (
    `HTTP/1.1 ${options.status ?? '200 OK'}\r\nDate: Mon, 23 Nov 2026 08:00:00 GMT\r\n${type === '' ? '' : `Content-Type: ${type}\r\n`}` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n${options.headers ?? ''}\r\n${body}`
  );
}
