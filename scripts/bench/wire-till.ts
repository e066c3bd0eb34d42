/** A till as the simulator's socket sees it: envelopes over one connection that stays open, with next to no work on this side. */
import { Agent, request as httpRequest } from 'node:http';

const RESELLER = principal('public_test_shop', 'RESELLERUSER', '1234', '<userId>9900</userId>');
const PASSWORD = 'bench-terminal';

export interface WireTill {
  /** The poll's whole document. */
  readonly poll: string;
  readonly send: (url: string, document: string) => Promise<string>;
  readonly close: () => void;
}

function principal(id: string, type: string, password: string, more = ''): string {
  const who = `<initiatorPrincipalId><id>${id}</id><type>${type}</type>${more}</initiatorPrincipalId>`;
  return `<context><clientId>bench</clientId><clientRequestTimeout>0</clientRequestTimeout>${who}<password>${password}</password></context>`;
}

function envelope(operation: string, inner: string): string {
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    `<e:${operation} xmlns:e="http://external.interfaces.ers.seamless.com/">${inner}</e:${operation}></soap:Body></soap:Envelope>`
  );
}

/** @throws unless the answer has the element */
function textOf(document: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]+)<`).exec(document)?.[1];
  if (text === undefined) throw new Error(`the simulator answered without ${element}: ${document.slice(0, 200)}`);
  return text;
}

/** Registers a terminal and sends an invoice that nobody pays. */
export async function openWireTill(soapUrl: string, name: string): Promise<WireTill> {
  // One socket for each server: the simulator and the baseline.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (url: string, document: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        url,
        { method: 'POST', agent, headers: { 'content-type': 'text/xml;charset=UTF-8', soapaction: '""' } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => resolve(Buffer.concat(chunks).toString()));
        },
      );
      request.once('error', reject);
      request.end(document);
    });
  const registration = `<externalTerminalId>${name}</externalTerminalId><password>${PASSWORD}</password><name>${name}</name>`;
  const terminalId = textOf(await send(soapUrl, envelope('registerTerminal', RESELLER + registration)), 'terminalId');
  const terminal = principal(terminalId, 'TERMINALID', PASSWORD);
  const invoice =
    '<invoice><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode><title>Bench</title>' +
    '<totalAmount><currency>SEK</currency><value>25.00</value></totalAmount><cashierId>1</cashierId></invoice>';
  const reference = textOf(await send(soapUrl, envelope('sendInvoice', terminal + invoice)), 'invoiceReference');
  const asked = `<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`;
  return { poll: envelope('getPaymentStatus', terminal + asked), send, close: () => agent.destroy() };
}
