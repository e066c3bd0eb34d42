import type { NoAnswerReason, Operation } from '../protocol/index.ts';
import { parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
/** SEQR's namespace: the operation's wrapper is in it, everything inside is in none (protocol §1). */
export const SEQR = 'http://external.interfaces.ers.seamless.com/';

export interface Refusal {
  readonly ok: false;
  readonly reason: NoAnswerReason;
  /** In our own words; a fault's are the server's, shortened. */
  readonly detail: string;
}
export type EnvelopeContent = { readonly ok: true; readonly payload: XmlElement } | Refusal;

export function refuse(reason: NoAnswerReason, detail: string): Refusal {
  return { ok: false, reason, detail };
}

/** The children named `name`: in no namespace as SEQR sends them, or in SEQR's own as a lenient server might. */
export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name && (child.namespace === '' || child.namespace === SEQR));
}

const FAULT_TEXT_LENGTH = 200;

function faultText(fault: XmlElement): string {
  const part = (name: string): string => childrenNamed(fault, name)[0]?.text.trim() ?? '';
  return [part('faultcode'), part('faultstring')]
    .filter((text) => text !== '')
    .join(': ')
    .slice(0, FAULT_TEXT_LENGTH);
}

/** The one child of the one Body of a SOAP 1.1 envelope that is complete and well-formed (PF-05). A fault is a refusal. */
export function openEnvelope(text: string): EnvelopeContent {
  const parsed = parseXml(text);
  if (!parsed.ok) return refuse('malformed', `the answer is no XML: ${parsed.detail}`);
  const { root } = parsed;
  if (root.name !== 'Envelope' || root.namespace !== SOAP) return refuse('malformed', 'the answer is no SOAP 1.1 envelope');
  const bodies = root.children.filter((child) => child.name === 'Body' && child.namespace === SOAP);
  const [body] = bodies;
  if (body === undefined || bodies.length > 1) return refuse('malformed', `the envelope has ${bodies.length} bodies`);
  const [payload] = body.children;
  if (payload === undefined || body.children.length > 1) return refuse('malformed', `the body has ${body.children.length} children`);
  if (payload.name === 'Fault' && payload.namespace === SOAP) return refuse('soap-fault', faultText(payload));
  return { ok: true, payload };
}

/** The single `return` of the answer to `operation`. */
export function openAnswer(operation: Operation, text: string): EnvelopeContent {
  const content = openEnvelope(text);
  if (!content.ok) return content;
  const { payload } = content;
  if (payload.name !== `${operation}Response` || payload.namespace !== SEQR) {
    return refuse('wrong-operation', `the answer is not one to ${operation}`);
  }
  const returns = childrenNamed(payload, 'return');
  const [only] = returns;
  if (only === undefined || returns.length > 1) return refuse('invalid-value', `the answer has ${returns.length} returns`);
  return { ok: true, payload: only };
}
