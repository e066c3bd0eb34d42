import { SaxesParser } from 'saxes';

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
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

interface OpenElement {
  readonly uri: string;
  readonly local: string;
  readonly nil: boolean;
  text: string;
  readonly children: XmlElement[];
}

/**
 * Reads a whole document into a tree. A DOCTYPE is refused before anything in it is used, so entities other than the
 * five of XML never expand. Elements with `xsi:nil="true"` are left out, as an absent element.
 * @throws XmlRefused with a sentence for the fault.
 */
export function parseXml(document: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new XmlRefused('DOCTYPE is not allowed');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (open.length >= MAX_DEPTH) throw new XmlRefused('Elements are nested too deep');
    if (count > MAX_ELEMENTS) throw new XmlRefused('Too many elements');
    const nil = Object.values(tag.attributes).some(
      (a) => a.uri === XSI && a.local === 'nil' && (a.value === 'true' || a.value === '1'),
    );
    open.push({ uri: tag.uri, local: tag.local, nil, text: '', children: [] });
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { nil, ...element } = closed(open.pop());
    const parent = open.at(-1);
    if (!parent) root = element;
    else if (!nil) parent.children.push(element);
  });
  try {
    parser.write(document).close();
  } catch (error) {
    if (error instanceof XmlRefused) throw error;
    throw new XmlRefused(error instanceof Error ? error.message : 'not well-formed');
  }
  if (!root) throw new XmlRefused('no root element');
  return root;
}

function closed(element: OpenElement | undefined): OpenElement {
  if (!element) throw new XmlRefused('an end tag without a start tag');
  return element;
}
