import { UnmarshallingError, escapeXml } from './codec.ts';
import type { Single } from './codec.ts';
import { OPERATIONS, isOperationName } from './operations.ts';
import type { OperationName, RequestOf, ReturnOf } from './operations.ts';
import { XmlRefused, parseXml } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** The SOAP 1.1 envelope of the service: document/literal wrapped, inner elements unqualified (protocol §1). */
export const SERVICE_NAMESPACE = 'http://external.interfaces.ers.seamless.com/';
const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A request as the world takes it; the union keeps each operation beside its own request type. */
export type IncomingCall = { [N in OperationName]: { readonly operation: N; readonly request: RequestOf<N> } }[OperationName];

export interface SoapFault {
  readonly code: 'Client' | 'Server' | 'VersionMismatch';
  readonly message: string;
}

export type ParsedRequest = { readonly ok: true; readonly call: IncomingCall } | { readonly ok: false; readonly fault: SoapFault };

/** Reads a request document; whatever is wrong with it becomes the fault the service would send. */
export function parseRequest(document: string): ParsedRequest {
  try {
    const wrapper = bodyChild(parseXml(document));
    if (typeof wrapper === 'string') return refused(wrapper);
    if ('code' in wrapper) return { ok: false, fault: wrapper };
    if (wrapper.uri !== SERVICE_NAMESPACE || !isOperationName(wrapper.local)) {
      return refused(`Message part {${wrapper.uri}}${wrapper.local} was not recognized.  (Does it exist in service WSDL?)`);
    }
    return { ok: true, call: readCall(wrapper.local, wrapper) };
  } catch (error) {
    if (error instanceof UnmarshallingError) return refused(`Unmarshalling Error: ${error.message} `);
    if (error instanceof XmlRefused) return refused(`Error reading XMLStreamReader: ${error.message}`);
    throw error;
  }
}

function readCall(operation: OperationName, wrapper: XmlElement): IncomingCall {
  // The description of an operation reads that operation's request; TypeScript cannot correlate the two.
  return { operation, request: OPERATIONS[operation].request.read(wrapper) } as IncomingCall;
}

/** The one element of the body, a fault, or a sentence for a client fault. */
function bodyChild(root: XmlElement): XmlElement | SoapFault | string {
  if (root.local !== 'Envelope') return `Unexpected root element {${root.uri}}${root.local}, a SOAP Envelope was expected`;
  if (root.uri !== SOAP_NAMESPACE) {
    return { code: 'VersionMismatch', message: 'The service speaks SOAP 1.1 only' };
  }
  const bodies = root.children.filter((c) => c.uri === SOAP_NAMESPACE && c.local === 'Body');
  const [body] = bodies;
  if (!body || bodies.length !== 1) return 'A SOAP Envelope holds exactly one Body';
  const [wrapper] = body.children;
  if (!wrapper || body.children.length !== 1) return 'The SOAP Body holds exactly one operation';
  return wrapper;
}

function refused(message: string): ParsedRequest {
  return { ok: false, fault: { code: 'Client', message } };
}

/** What every answer to `operation` begins with, up to and including `<return>`. */
export function answerOpening(operation: string): string {
  return (
    `<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}"><soap:Body>` + `<ns2:${operation}Response xmlns:ns2="${SERVICE_NAMESPACE}"><return>`
  );
}

/** What every answer to `operation` ends with, from `</return>` on. */
export function answerClosing(operation: string): string {
  return `</return></ns2:${operation}Response></soap:Body></soap:Envelope>`;
}

/** The inside of `<return>` in schema order. */
export function writeReturn<N extends OperationName>(operation: N, value: ReturnOf<N>): string {
  // As in readCall: the description of an operation writes that operation's answer.
  const { answer } = OPERATIONS[operation];
  return (answer as Single<ReturnOf<N>>).write(value);
}

export function writeAnswer<N extends OperationName>(operation: N, value: ReturnOf<N>): string {
  return answerOpening(operation) + writeReturn(operation, value) + answerClosing(operation);
}

export function writeFault(fault: SoapFault): string {
  return (
    `<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}"><soap:Body><soap:Fault>` +
    `<faultcode>soap:${fault.code}</faultcode><faultstring>${escapeXml(fault.message)}</faultstring>` +
    `</soap:Fault></soap:Body></soap:Envelope>`
  );
}
