/** Hides the content of every `password` element, closed or cut off, whatever its prefix. */
export function maskPasswords(document: string): string {
  return document.replace(/(<(?:[^\s<>/:]+:)?password(?:\s[^<>]*)?>)[\s\S]*?(?=<\/(?:[^\s<>/:]+:)?password\s*>|$)/gi, '$1***');
}
