/** `text/xml`, `application/xml` and the like; not `application/xhtml+xml`, which is a page. */
export function isXml(contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return type === 'text/xml' || type === 'application/xml' || type === 'application/soap+xml';
}

/** The name of the encoding: from the header, else from the XML declaration, else UTF-8. */
function charsetOf(bytes: Buffer, contentType: string | undefined): string {
  const fromHeader = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  if (fromHeader !== undefined) return fromHeader;
  const start = bytes.subarray(0, 200).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1] ?? 'utf-8';
}

/** The body as text, or null if its bytes are not of the encoding it claims, or nobody knows that encoding. */
export function decodeBody(bytes: Buffer, contentType: string | undefined): string | null {
  try {
    return new TextDecoder(charsetOf(bytes, contentType), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
