import { SaxesParser } from 'saxes';

/** One element: its name, namespace, own text (CDATA included, entities resolved) and element children in order. */
export interface XmlElement {
  readonly name: string;
  /** Empty if in no namespace. */
  readonly namespace: string;
  /** xsi:nil="true": there, and without a value. */
  readonly isNil: boolean;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export type ParsedXml = { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly detail: string };

/** No SEQR message nests deeper than ten; a thousand levels are somebody's attack on the stack. */
const MAX_DEPTH = 64;

/** What a document may be made of. */
export interface XmlLimits {
  /** Tags, attributes, comments and runs of text together. */
  readonly parts: number;
  /** Processing instructions: SOAP 1.1 forbids them, and the parser takes some that are not well-formed. */
  readonly instructions: 'allowed' | 'refused';
}
/** A receipt that names all two hundred rows of a sale has five thousand parts. This many are read in a few hundredths of a second. */
const MESSAGE: XmlLimits = { parts: 20_000, instructions: 'refused' };
/** A report of fifty thousand payments. */
export const REPORT: XmlLimits = { parts: 1_000_000, instructions: 'allowed' };
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

interface OpenElement extends XmlElement {
  text: string;
  readonly children: XmlElement[];
}

/** Thrown and caught in this file only: leaves the parser at the first fault, with our own words. */
class Refused extends Error {}

/**
 * Reads one complete, well-formed, namespace-correct document. A document type declaration is refused, and with it every
 * entity but XML's own five (protocol §13: such answers are attacks or pages, never SEQR).
 */
export function parseXml(text: string, limits: XmlLimits = MESSAGE): ParsedXml {
  // Whatever version it claims: by the rules of 1.1 even control characters could come in.
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  let parts = 0;

  const countPart = (): void => {
    parts += 1;
    if (parts > limits.parts) throw new Refused('it has too many parts');
  };
  const addText = (more: string): void => {
    countPart();
    const current = open.at(-1);
    if (current) current.text += more;
  };
  parser.on('doctype', () => {
    throw new Refused('it has a document type declaration');
  });
  parser.on('error', () => {
    throw new Refused(`not well-formed at line ${parser.line}, column ${parser.column}`);
  });
  parser.on('attribute', countPart);
  parser.on('comment', countPart);
  parser.on('processinginstruction', () => {
    countPart();
    if (limits.instructions === 'refused') throw new Refused('it has a processing instruction');
  });
  parser.on('opentag', (tag) => {
    countPart();
    if (open.length >= MAX_DEPTH) throw new Refused('it is nested too deeply');
    const nil = Object.values(tag.attributes)
      .find((a) => a.uri === XSI && a.local === 'nil')
      ?.value.trim();
    const element: OpenElement = { name: tag.local, namespace: tag.uri, isNil: nil === 'true' || nil === '1', text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed && open.length === 0) roots.push(closed);
  });

  try {
    parser.write(text).close();
  } catch (error) {
    return { ok: false, detail: error instanceof Refused ? error.message : 'not well-formed' };
  }
  const [root] = roots;
  return root === undefined ? { ok: false, detail: 'it is empty' } : { ok: true, root };
}
