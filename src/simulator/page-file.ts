/** A file of one of the simulator's pages. */
export interface PageFile {
  readonly contentType: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Nothing inline, nothing from elsewhere: the phone also stands inside the app, under this same policy. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function pageFile(contentType: string, text: string): PageFile {
  return {
    contentType: `${contentType};charset=UTF-8`,
    text,
    headers: {
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  };
}
