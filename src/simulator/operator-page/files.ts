import { pageFile } from '../page-file.ts';
import type { PageFile } from '../page-file.ts';
import { OPERATION_NAMES } from '../wire/operations.ts';
import { controlsPart } from './controls.ts';
import { OPERATOR_CSS } from './css.ts';
import { OPERATOR_HTML } from './html.ts';
import { createKit } from './kit.ts';
import { messagesPart } from './messages.ts';
import { moneyPart } from './money.ts';
import { ENGLISH } from './texts-en.ts';
import { SWEDISH } from './texts-sv.ts';
import { tillsPart } from './tills.ts';

/** The parts as source text, each called with the kit that the first one makes. */
const SCRIPT = `'use strict';
{
const operations = ${JSON.stringify(OPERATION_NAMES)};
const kit = (${String(createKit)})(${JSON.stringify({ en: ENGLISH, sv: SWEDISH })});
(${String(tillsPart)})(kit);
(${String(messagesPart)})(kit, operations);
(${String(moneyPart)})(kit);
(${String(controlsPart)})(kit, operations);
kit.start();
}
`;

/** The page of the person who runs the simulator, by method and path. */
export const OPERATOR_FILES: ReadonlyMap<string, PageFile> = new Map([
  ['GET /', pageFile('text/html', OPERATOR_HTML)],
  ['GET /operator.css', pageFile('text/css', OPERATOR_CSS)],
  ['GET /operator.js', pageFile('text/javascript', SCRIPT)],
]);
