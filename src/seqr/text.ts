/** Characters XML 1.0 cannot hold. The SOAP library throws on them; a pasted product name may well have one. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Text as it may go on the wire: characters XML cannot hold become blanks, half surrogate pairs U+FFFD. The opening of a
 * CDATA section is broken by a blank, because the SOAP library would take it for markup of its own.
 */
export function wireText(text: string): string {
  return text.toWellFormed().replaceAll(NOT_XML, ' ').replaceAll('<![CDATA', '<! [CDATA');
}

/** Whether XML can hold every character of it. */
export function isWireText(text: string): boolean {
  return text.isWellFormed() && text.search(NOT_XML) === -1;
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}
