import { pageFile, scriptCall } from '../page-file.ts';
import type { PageFile } from '../page-file.ts';
import { ACCOUNT_CSS } from './account-css.ts';
import { accountScript } from './account-script.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { PHONE_CSS } from './css.ts';
import { PHONE_HTML } from './html.ts';
import { phoneScript } from './script.ts';
import { PHONE_TEXTS } from './texts.ts';

/** The customer's phone by method and path. */
export const PHONE_FILES: ReadonlyMap<string, PageFile> = new Map([
  ['GET /phone', pageFile('text/html', PHONE_HTML)],
  ['GET /phone.css', pageFile('text/css', PHONE_CSS + ACCOUNT_CSS)],
  ['GET /phone.js', pageFile('text/javascript', scriptCall(phoneScript, PHONE_TEXTS) + scriptCall(accountScript, ACCOUNT_TEXTS))],
]);
