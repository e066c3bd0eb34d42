import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element with its namespace resolved. Attributes are read for `xsi:nil` only; nothing else on this service uses them. */
export interface XmlElement {
  /** Namespace URI; empty for an unqualified element. */
  readonly uri: string;
  readonly local: string;
  /** The element's own character data, children's text not included. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The text is not XML we read: not well-formed, with a DOCTYPE, too deep or too large. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}

/** Nesting and size limits; the largest real request (an invoice of some hundred rows) stays far below both. */
const MAX_DEPTH = 32;
const MAX_ELEMENTS = 50_000;
const MAX_ATTRIBUTES = 20_000;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

/** Another parser than the till's, so that both ends cannot share a mistake. It finds the tags; names and text are ours. */
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignorePiTags: true,
  ignoreDeclaration: true,
  cdataPropName: CDATA,
  maxNestedTags: MAX_DEPTH,
});

/**
 * Reads a whole document into a tree. A DOCTYPE is refused before anything in it is used, so no entities but the five of
 * XML and character references mean anything. Elements with `xsi:nil="true"` are left out, as an absent element.
 * @throws XmlRefused with a sentence for the fault.
 */
export function parseXml(document: string): XmlElement {
  refuseForeignParts(document);
  const roots = new TreeReader().elements(parsedNodes(document), OUTERMOST);
  const [root] = roots.children;
  if (!root || roots.children.length !== 1) throw new XmlRefused('exactly one root element was expected');
  return root;
}

/** What the parser would let pass: document types, text round the root, characters that XML 1.0 does not have. */
function refuseForeignParts(document: string): void {
  const markup = withoutCommentsAndCdata(document);
  refuseTooMuch(markup);
  if (/<!DOCTYPE/i.test(markup)) throw new XmlRefused('DOCTYPE is not allowed');
  const lastTag = markup.slice(markup.lastIndexOf('<'));
  if (!/^\s*</.test(markup) || !/^<(?:[^<>"']|"[^"]*"|'[^']*')*>\s*$/.test(lastTag)) {
    throw new XmlRefused('text outside the root element');
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(document)) {
    throw new XmlRefused('a character that XML does not allow');
  }
}

/** Before the parser builds anything: a few megabytes of tiny tags or attributes would keep it busy for seconds. */
function refuseTooMuch(markup: string): void {
  if (hasMoreThan(2 * MAX_ELEMENTS, /</g, markup)) throw new XmlRefused('Too many elements');
  if (hasMoreThan(MAX_ATTRIBUTES, /=\s{0,9}["']/g, markup)) throw new XmlRefused('Too many attributes');
}

function hasMoreThan(limit: number, pattern: RegExp, text: string): boolean {
  let count = 0;
  while (count <= limit && pattern.exec(text) !== null) count += 1;
  return count > limit;
}

const HIDDEN_PARTS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** In one pass, also over a document that opens a million comments and closes none. */
function withoutCommentsAndCdata(document: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = document.indexOf('<!', at);
    if (start === -1) return kept + document.slice(at);
    const hidden = HIDDEN_PARTS.find(([opening]) => document.startsWith(opening, start));
    const from = start + (hidden?.[0].length ?? '<!'.length);
    kept += document.slice(at, hidden ? start : from);
    at = from;
    if (!hidden) continue;
    const end = document.indexOf(hidden[1], from);
    if (end === -1) throw new XmlRefused('a comment or CDATA section without an end');
    at = end + hidden[1].length;
  }
}

function parsedNodes(document: string): readonly unknown[] {
  // Deprecated in favour of a package of its own; the parser alone would take crossed and unclosed tags.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const verdict = XMLValidator.validate(document);
  if (verdict !== true) throw new XmlRefused(verdict.err.msg.slice(0, 200));
  try {
    return listOf(PARSER.parse(document));
  } catch (error) {
    throw new XmlRefused(error instanceof Error ? error.message : 'not well-formed');
  }
}

/** The prefixes an element declares, and those of the elements round it. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

const OUTERMOST: Scope = { declared: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), outer: null };

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** Turns the parser's nodes, objects of one key and its attributes, into elements. */
class TreeReader {
  #count = 0;

  elements(nodes: readonly unknown[], scope: Scope): { readonly text: string; readonly children: readonly XmlElement[] } {
    let text = '';
    const children: XmlElement[] = [];
    for (const node of nodes.map(recordOf)) {
      const [name] = Object.keys(node).filter((key) => key !== ATTRIBUTES);
      if (name === undefined) continue;
      if (name === TEXT) text += decodeText(stringOf(node[TEXT]));
      else if (name === CDATA) text += listOf(node[CDATA]).map((part) => stringOf(recordOf(part)[TEXT])).join('');
      else {
        const { element, isNil } = this.#element(name, node, scope);
        if (!isNil) children.push(element);
      }
    }
    return { text, children };
  }

  #element(name: string, node: Record<string, unknown>, outer: Scope): { element: XmlElement; isNil: boolean } {
    this.#count += 1;
    if (this.#count > MAX_ELEMENTS) throw new XmlRefused('Too many elements');
    const attributes = Object.entries(recordOf(node[ATTRIBUTES] ?? {})).map(
      ([key, value]) => [key, decodeText(stringOf(value))] as const,
    );
    const scope = innerScope(outer, attributes);
    const [uri, local] = resolve(name, scope, namespaceOf('', scope) ?? '');
    const isNil = attributes.some(([key, value]) => {
      const [attributeUri, attributeLocal] = key.startsWith('xmlns') ? ['', ''] : resolve(key, scope, '');
      return attributeUri === XSI && attributeLocal === 'nil' && (value === 'true' || value === '1');
    });
    return { element: { uri, local, ...this.elements(listOf(node[name]), scope) }, isNil };
  }
}

function innerScope(outer: Scope, attributes: readonly (readonly [string, string])[]): Scope {
  const declared = attributes.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { declared: new Map(declared.map(([key, uri]) => [key.slice('xmlns:'.length), uri] as const)), outer };
}

/** Namespace and local part of a name; `unprefixed` is the namespace of a name without prefix. */
function resolve(name: string, scope: Scope, unprefixed: string): readonly [uri: string, local: string] {
  const [prefix = '', local, ...more] = name.split(':');
  if (local === undefined) return [unprefixed, prefix];
  const uri = namespaceOf(prefix, scope);
  if (uri === undefined || prefix === '' || local === '' || more.length > 0) {
    throw new XmlRefused(`the prefix of "${name.slice(0, 80)}" is not bound`);
  }
  return [uri, local];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and character references; every other ampersand is an error. */
function decodeText(raw: string): string {
  return raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi, (whole, dec?: string, hex?: string, named?: string) => {
    if (named !== undefined && Object.hasOwn(NAMED, named)) return NAMED[named] ?? '';
    const point = dec === undefined ? parseInt(hex ?? '', 16) : Number(dec);
    if (!isXmlCharacter(point)) throw new XmlRefused(`"${whole}" is no character and no entity of XML`);
    return String.fromCodePoint(point);
  });
}

function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

// The parser's result has no types of its own; these say what was found instead of trusting it.
function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new XmlRefused('not well-formed');
  return value;
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new XmlRefused('not well-formed');
  return value as Record<string, unknown>;
}

function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new XmlRefused('an attribute without a value');
}
