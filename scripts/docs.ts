/** `npm run docs`: draws the pages of docs/ that come from the code, and the drawn parts of ARCHITECTURE.md. */
import fs from 'node:fs';
import path from 'node:path';
import { draw, withDrawn } from './docs/architecture-page.ts';
import { DRAWN_PAGES } from './docs/pages.ts';

const ROOT = path.join(import.meta.dirname, '..');
const ARCHITECTURE = path.join(ROOT, 'ARCHITECTURE.md');

for (const [name, page] of Object.entries(DRAWN_PAGES)) fs.writeFileSync(path.join(ROOT, 'docs', name), page());
fs.writeFileSync(ARCHITECTURE, withDrawn(fs.readFileSync(ARCHITECTURE, 'utf8'), draw().parts));
