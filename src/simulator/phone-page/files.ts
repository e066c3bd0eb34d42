import { ACCOUNT_CSS } from './account-css.ts';
import { accountScript } from './account-script.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { PHONE_CSS } from './css.ts';
import { PHONE_HTML } from './html.ts';
import { phoneScript } from './script.ts';
import { PHONE_TEXTS } from './texts.ts';

export interface PhoneFile {
  readonly contentType: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Nothing inline, nothing from elsewhere: the page also stands inside the app, under this same policy. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function file(contentType: string, text: string): PhoneFile {
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

/** The customer's phone by method and path. The script is functions of this program, sent as their own source text. */
export const PHONE_FILES: ReadonlyMap<string, PhoneFile> = new Map([
  ['GET /phone', file('text/html', PHONE_HTML)],
  ['GET /phone.css', file('text/css', PHONE_CSS + ACCOUNT_CSS)],
  ['GET /phone.js', file('text/javascript', call(phoneScript, PHONE_TEXTS) + call(accountScript, ACCOUNT_TEXTS))],
]);

function call<Texts>(program: (texts: Texts) => void, texts: Texts): string {
  return `(${String(program)})(${JSON.stringify(texts)});\n`;
}
