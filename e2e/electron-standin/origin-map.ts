/**
 * Chromium knows no custom schemes, so `app://kassa/x` is served as `https://kassa.app.invalid/x`: a secure origin whose
 * requests are all answered here (`interception.ts`), under a name that can never exist. The application sees `app://`.
 */
const schemes = new Set<string>();

export function reserveScheme(scheme: string): void {
  schemes.add(scheme);
}

export function isReserved(scheme: string): boolean {
  return schemes.has(scheme);
}

/** @returns the address under which Chromium loads `url`; one that needs no mapping stays as it is */
export function toChromium(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  const scheme = parts?.[1]?.toLowerCase();
  if (parts === null || scheme === undefined || !schemes.has(scheme)) return url;
  const rest = parts[3] ?? '';
  return `https://${parts[2] ?? ''}.${scheme}.invalid${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** @returns what the application calls the address that Chromium calls `url` */
export function fromChromium(url: string): string {
  const parts = /^https:\/\/(.+)\.([a-z0-9+-]+)\.invalid(\/.*)?$/i.exec(url);
  const scheme = parts?.[2];
  if (parts === null || scheme === undefined || !schemes.has(scheme)) return url;
  return `${scheme}://${parts[1] ?? ''}${parts[3] ?? ''}`;
}

/** @returns the origin of an address in the application's terms; `null` as text for opaque ones, as in Electron */
export function originOf(url: string): string {
  const mapped = toChromium(url);
  return URL.canParse(mapped) ? fromChromium(new URL(mapped).origin) : 'null';
}
