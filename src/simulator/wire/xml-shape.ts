/*
 * Whether a document is well-formed, tag by tag. The parser behind xml-tree.ts finds the elements but forgives a lot (crossed
 * tags, attributes without a blank between them, half a declaration), and SEQR forgives none of it: a till that was tried
 * against a forgiving simulator would fail at the real one.
 */

/** Why the document is none; the sentence is for the fault. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}

/** Nesting and size limits; the largest real request (an invoice of some hundred rows) stays far below all three. */
const MAX_DEPTH = 32;
const MAX_ELEMENTS = 50_000;
const MAX_ATTRIBUTES = 20_000;

/** XML's, but for two that JavaScript, and so the parser, takes for blanks: U+1680 and U+FEFF. */
const START =
  ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{167f}\\u{1681}-\\u{1fff}\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}' +
  '\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fefe}\\u{ff00}-\\u{fffd}\\u{10000}-\\u{effff}';
const NAME = `[${START}][${START}.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}-]*`;
const BLANK = '[ \\t\\r\\n]';

const DECLARATION = new RegExp(
  `\\ufeff?<\\?xml${BLANK}+version${BLANK}*=${BLANK}*(?:"1\\.\\d+"|'1\\.\\d+')` +
    `(?:${BLANK}+encoding${BLANK}*=${BLANK}*(?:"[A-Za-z][\\w.-]*"|'[A-Za-z][\\w.-]*'))?` +
    `(?:${BLANK}+standalone${BLANK}*=${BLANK}*(?:"(?:yes|no)"|'(?:yes|no)'))?${BLANK}*\\?>`,
  'y',
);
const OPENING = new RegExp(`<(${NAME})`, 'uy');
const ATTRIBUTE = new RegExp(`${BLANK}+(${NAME})${BLANK}*=${BLANK}*(?:"[^<"]*"|'[^<']*')`, 'uy');
const OPENING_END = new RegExp(`${BLANK}*(/?)>`, 'y');
const CLOSING = new RegExp(`</(${NAME})${BLANK}*>`, 'uy');
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** An ampersand that begins none of XML's five entities and no character. */
const LOOSE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)/;

function refuseLooseAmpersand(text: string): void {
  if (LOOSE_AMPERSAND.test(text)) throw new XmlRefused('"&" begins no character and no entity of XML');
}

class Scanner {
  readonly #text: string;
  readonly #open: string[] = [];
  #at = 0;
  #roots = 0;
  #elements = 0;
  #attributes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): void {
    if (this.#take(DECLARATION) === null && this.#text.startsWith('\ufeff')) this.#at = 1;
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf('<', this.#at);
      this.#characters(this.#text.slice(this.#at, next < 0 ? undefined : next));
      if (next < 0) break;
      this.#at = next;
      this.#markup();
    }
    if (this.#open.length > 0) throw new XmlRefused(`no end of "${this.#open.at(-1)?.slice(0, 80) ?? ''}"`);
    if (this.#roots !== 1) throw new XmlRefused('exactly one root element was expected');
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #characters(text: string): void {
    if (this.#open.length === 0 && /[^ \t\r\n]/.test(text)) throw new XmlRefused('text outside the root element');
    refuseLooseAmpersand(text);
    if (text.includes(']]>')) throw new XmlRefused('"]]>" outside a CDATA section');
  }

  #markup(): void {
    const starts = (opening: string): boolean => this.#text.startsWith(opening, this.#at);
    if (starts('<!--')) this.#comment();
    else if (starts('<![CDATA[') && this.#open.length > 0) this.#skipTo(']]>', 'CDATA section');
    else if (/^<!DOCTYPE/i.test(this.#text.slice(this.#at, this.#at + 9))) throw new XmlRefused('DOCTYPE is not allowed');
    else if (starts('<?')) throw new XmlRefused('a processing instruction is not allowed');
    else if (starts('</')) this.#closing();
    else this.#opening();
  }

  #comment(): void {
    const dashes = this.#text.indexOf('--', this.#at + '<!--'.length);
    if (dashes < 0) throw new XmlRefused('a comment without an end');
    if (this.#text[dashes + 2] !== '>') throw new XmlRefused('"--" inside a comment');
    this.#at = dashes + '-->'.length;
  }

  #skipTo(end: string, what: string): void {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) throw new XmlRefused(`a ${what} without an end`);
    this.#at = found + end.length;
  }

  #closing(): void {
    const name = this.#take(CLOSING)?.[1];
    const opened = this.#open.pop();
    if (name === undefined || name !== opened) throw new XmlRefused(`"${opened?.slice(0, 80) ?? ''}" was not closed in its place`);
  }

  #opening(): void {
    const name = this.#take(OPENING)?.[1];
    if (name === undefined) throw new XmlRefused('"<" begins no tag');
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) throw new XmlRefused('Too many elements');
    const names = new Set<string>();
    for (let found = this.#take(ATTRIBUTE); found !== null; found = this.#take(ATTRIBUTE)) {
      const [whole, attribute = ''] = found;
      refuseLooseAmpersand(whole);
      if (names.has(attribute)) throw new XmlRefused(`the attribute "${attribute.slice(0, 80)}" is there twice`);
      names.add(attribute);
    }
    this.#attributes += names.size;
    if (this.#attributes > MAX_ATTRIBUTES) throw new XmlRefused('Too many attributes');
    const end = this.#take(OPENING_END);
    if (end === null) throw new XmlRefused(`the tag "${name.slice(0, 80)}" is not well-formed`);
    if (this.#open.length === 0) this.#roots += 1;
    if (end[1] === '/') return;
    this.#open.push(name);
    if (this.#open.length > MAX_DEPTH) throw new XmlRefused('Nested too deeply');
  }
}

/**
 * Refuses what is not one well-formed document, has a DOCTYPE or processing instructions (SOAP 1.1 forbids both), or is
 * larger than any request. Namespaces and references are checked where they are resolved. Linear in the text.
 * @throws XmlRefused
 */
export function refuseMalformed(document: string): void {
  if (NOT_XML.test(document)) throw new XmlRefused('a character that XML does not allow');
  new Scanner(document).scan();
}
