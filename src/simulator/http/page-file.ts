import { pageSources } from './page-sources.ts';

/** A file of one of the simulator's pages. */
export interface PageFile {
  readonly contentType: string;
  readonly text: string;
}

/** Nothing inline, nothing from elsewhere: the phone also stands inside the app, under this same policy. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The operator's page and the customer's phone. What they load lies beside them under its own name. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['/', 'operator/index.html'],
  ['/phone', 'phone/index.html'],
]);
let sources: ReadonlyMap<string, string> | undefined;

/** What lies at a path; undefined where there is nothing. The files are read when somebody first opens a page. */
export function pageFile(pathname: string): PageFile | undefined {
  const contentType = contentTypeOf(pathname);
  if (contentType === undefined) return undefined;
  sources ??= pageSources();
  const text = sources.get(PAGES.get(pathname) ?? pathname.slice(1));
  return text === undefined ? undefined : { contentType, text };
}

function contentTypeOf(pathname: string): string | undefined {
  if (PAGES.has(pathname)) return 'text/html;charset=UTF-8';
  if (pathname.endsWith('.css')) return 'text/css;charset=UTF-8';
  // The types were taken out when it was read.
  return pathname.endsWith('.ts') ? 'text/javascript;charset=UTF-8' : undefined;
}
