import { pageFile } from '../page-file.ts';
import type { PageFile } from '../page-file.ts';
import { ACCOUNT_CSS } from './account-css.ts';
import { accountScript } from './account-script.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { CARDS_CSS } from './cards-css.ts';
import { cardsScript } from './cards-script.ts';
import { CARDS_TEXTS } from './cards-texts.ts';
import { PHONE_CSS } from './css.ts';
import { PHONE_HTML } from './html.ts';
import { NOTES_CSS } from './notes-css.ts';
import { notesScript } from './notes-script.ts';
import { NOTES_TEXTS } from './notes-texts.ts';
import { pageTools } from './page-tools.ts';
import type { PageTools } from './page-tools.ts';
import { phoneScript } from './script.ts';
import { PHONE_TEXTS } from './texts.ts';

/** The customer's phone by method and path. */
export const PHONE_FILES: ReadonlyMap<string, PageFile> = new Map([
  ['GET /phone', pageFile('text/html', PHONE_HTML)],
  ['GET /phone.css', pageFile('text/css', PHONE_CSS + NOTES_CSS + CARDS_CSS + ACCOUNT_CSS)],
  ['GET /phone.js', pageFile('text/javascript', script())],
]);

/** The programs with the tools they share; who listens comes before who sends. */
function script(): string {
  return (
    `((tools) => {\n${call(notesScript, NOTES_TEXTS)}${call(cardsScript, CARDS_TEXTS)}` +
    `${call(phoneScript, PHONE_TEXTS)}${call(accountScript, ACCOUNT_TEXTS)}})((${String(pageTools)})());\n`
  );
}

function call<Texts>(program: (tools: PageTools, texts: Texts) => void, texts: Texts): string {
  return `(${String(program)})(tools, ${JSON.stringify(texts)});\n`;
}
