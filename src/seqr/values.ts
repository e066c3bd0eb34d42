import { CURRENCIES, fromDecimal } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import { childrenNamed } from './envelope.ts';
import type { XmlElement } from './xml.ts';

/*
 * Values of an answer. White space around a value is layout; inside it is kept. Ids are opaque text, never numbers
 * (protocol §1).
 */

/** XML's white space only: a no-break space belongs to the value. */
function trimmed(element: XmlElement): string {
  return element.isNil ? '' : element.text.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

/** An element that occurs exactly once and holds nothing but text. */
function single(parent: XmlElement, name: string): XmlElement | null {
  const [first, second] = childrenNamed(parent, name);
  return first !== undefined && second === undefined ? first : null;
}

/** No published value of SEQR's is longer: names, descriptions, dates, amounts. */
const MAX_TEXT = 200;
/** Ids and words of a state are what everything else is found by; the longest published one has 23 characters. */
const MAX_ID = 64;
const MAX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ...['ersReference', 'invoiceReference', 'paymentReference', 'transactionPeriodId', 'terminalId', 'payerTerminalId'].map(asId),
  ...['clientInvoiceId', 'correlationId', 'status', 'id', 'value', 'mimeType', 'currency'].map(asId),
  // A report in Base64: bounded by the bytes of its answer.
  ['content', Number.POSITIVE_INFINITY],
]);

function asId(name: string): readonly [string, number] {
  return [name, MAX_ID];
}

/**
 * Whether a value is longer than any that SEQR gives. It counts as one that is not there: whoever needs it has no answer, and
 * whoever can do without it, does.
 */
export function isOverlong(element: XmlElement): boolean {
  return trimmed(element).length > (MAX_LENGTHS.get(element.name) ?? MAX_TEXT);
}

/** The text of a needed value: there exactly once, without children, not empty, not overlong. Otherwise null. */
export function soleText(parent: XmlElement, name: string): string | null {
  const element = single(parent, name);
  if (element === null || element.children.length > 0) return null;
  const text = trimmed(element);
  return text === '' || text.length > (MAX_LENGTHS.get(name) ?? MAX_TEXT) ? null : text;
}

/** An element that occurs once; null if it is missing or doubled, because then nobody can say which one counts. */
export function soleElement(parent: XmlElement, name: string): XmlElement | null {
  return single(parent, name);
}

export function count(parent: XmlElement, name: string): number {
  return childrenNamed(parent, name).length;
}

const INT_LIMIT = 2 ** 31;

/** An xs:int there exactly once; null for anything else: missing, doubled, not digits, or beyond 32 bits. */
export function soleInt(parent: XmlElement, name: string): number | null {
  const text = soleText(parent, name);
  if (text === null || !/^[+-]?\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= -INT_LIMIT && value < INT_LIMIT ? value + 0 : null;
}

/** An amount, exact to the last digit. `undefined` if there is none, `unreadable` if what is there is no amount. */
export function amount(parent: XmlElement, name: string): Money | 'unreadable' | undefined {
  if (count(parent, name) === 0) return undefined;
  const element = soleElement(parent, name);
  if (element === null) return 'unreadable';
  const code = soleText(element, 'currency');
  const currency = CURRENCIES.find((known) => known === code);
  const value = soleText(element, 'value');
  if (currency === undefined || value === null) return 'unreadable';
  return fromDecimal(value, currency) ?? 'unreadable';
}
