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

/** A function of this program as a page's script: its source text, called with plain data. It may use nothing from outside. */
export function scriptCall<Data>(program: (data: Data) => void, data: Data): string {
  return `(${String(program)})(${JSON.stringify(data)});\n`;
}
