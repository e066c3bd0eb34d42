/** `npm run docs`: draws the pages of docs/ that come from the code. */
import fs from 'node:fs';
import path from 'node:path';
import { DRAWN_PAGES } from './docs/pages.ts';

for (const [name, draw] of Object.entries(DRAWN_PAGES)) fs.writeFileSync(path.join(import.meta.dirname, '..', 'docs', name), draw());
