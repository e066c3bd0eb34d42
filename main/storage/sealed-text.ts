/*
 * How a secret lies on disk: scheme, version, base64. The version is there so that a later way of sealing can be told
 * from this one; a text in no known form is not opened.
 */

/** `safe`: by the system's keychain. `plain`: readable by whoever reads the file; stored after consent only. */
export type Sealing = 'safe' | 'plain';

const VERSION = 'v1';
const FORM = /^(safe|plain):v1:((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

export function writeSealed(sealing: Sealing, bytes: Uint8Array): string {
  return `${sealing}:${VERSION}:${Buffer.from(bytes).toString('base64')}`;
}

/** Null for anything that `writeSealed` did not write. */
export function readSealed(text: string): { readonly sealing: Sealing; readonly bytes: Buffer } | null {
  const parts = FORM.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined) return null;
  return { sealing: parts[1] === 'safe' ? 'safe' : 'plain', bytes: Buffer.from(parts[2], 'base64') };
}
