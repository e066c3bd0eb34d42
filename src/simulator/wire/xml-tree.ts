import { XMLParser } from 'fast-xml-parser';
import { XmlRefused, refuseMalformed } from './xml-shape.ts';

/** One element with its namespace resolved. Attributes are read for `xsi:nil` only; nothing else on this service uses them. */
export interface XmlElement {
  /** Namespace URI; empty for an unqualified element. */
  readonly uri: string;
  readonly local: string;
  /** The element's own character data, children's text not included. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export { XmlRefused };

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
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
});

/**
 * Reads a whole document into a tree. A DOCTYPE is refused before anything in it is used, so no entities but the five of
 * XML and character references mean anything. Elements with `xsi:nil="true"` are left out, as an absent element.
 * @throws XmlRefused with a sentence for the fault.
 */
export function parseXml(document: string): XmlElement {
  refuseMalformed(document);
  const roots = new TreeReader().elements(parsedNodes(document), OUTERMOST);
  const [root] = roots.children;
  if (!root || roots.children.length !== 1) throw new XmlRefused('exactly one root element was expected');
  return root;
}

function parsedNodes(document: string): readonly unknown[] {
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

const OUTERMOST: Scope = { declared: new Map([['xml', XML]]), outer: null };

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** Turns the parser's nodes, objects of one key and its attributes, into elements. */
class TreeReader {
  elements(nodes: readonly unknown[], scope: Scope): { readonly text: string; readonly children: readonly XmlElement[] } {
    let text = '';
    const children: XmlElement[] = [];
    for (const node of nodes.map(recordOf)) {
      const [name] = Object.keys(node).filter((key) => key !== ATTRIBUTES);
      if (name === undefined) continue;
      if (name === TEXT) text += decodeText(stringOf(node[TEXT]));
      else if (name === CDATA)
        text += listOf(node[CDATA])
          .map((part) => stringOf(recordOf(part)[TEXT]))
          .join('');
      else {
        const { element, isNil } = this.#element(name, node, scope);
        if (!isNil) children.push(element);
      }
    }
    return { text, children };
  }

  #element(name: string, node: Record<string, unknown>, outer: Scope): { element: XmlElement; isNil: boolean } {
    const attributes = Object.entries(recordOf(node[ATTRIBUTES] ?? {})).map(([key, value]) => [key, decodeText(stringOf(value))] as const);
    const scope = innerScope(outer, attributes);
    const [uri, local] = resolve(name, scope, namespaceOf('', scope) ?? '');
    const names = attributes.filter(([key]) => !isDeclaration(key)).map(([key, value]) => ({ name: resolve(key, scope, ''), value }));
    if (new Set(names.map(({ name: [space, part] }) => `${part} ${space}`)).size < names.length)
      throw new XmlRefused('an attribute is there twice');
    const isNil = names.some(({ name: [space, part], value }) => space === XSI && part === 'nil' && (value === 'true' || value === '1'));
    return { element: { uri, local, ...this.elements(listOf(node[name]), scope) }, isNil };
  }
}

function isDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

function innerScope(outer: Scope, attributes: readonly (readonly [string, string])[]): Scope {
  if (attributes.some(([key]) => key === 'xmlns:')) throw new XmlRefused('"xmlns:" names no prefix');
  const declared = attributes.filter(([key]) => isDeclaration(key)).map(([key, uri]) => [key.slice('xmlns:'.length), uri] as const);
  if (declared.length === 0) return outer;
  for (const [prefix, uri] of declared) {
    const isReserved = prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML);
    if (isReserved || prefix.includes(':') || (uri === '' && prefix !== ''))
      throw new XmlRefused(`"${prefix.slice(0, 80)}" cannot be bound to that namespace`);
  }
  return { declared: new Map(declared), outer };
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
  return raw.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));|&/g,
    (whole, dec?: string, hex?: string, named?: string) => {
      if (named !== undefined && Object.hasOwn(NAMED, named)) return NAMED[named] ?? '';
      const point = dec === undefined ? parseInt(hex ?? '', 16) : Number(dec);
      if (!isXmlCharacter(point)) throw new XmlRefused(`"${whole}" is no character and no entity of XML`);
      return String.fromCodePoint(point);
    },
  );
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
