/** `npm run docs`: draws the pages of docs/ that come from the code. */
import fs from 'node:fs';
import path from 'node:path';
import { resultCodesPage } from './docs/result-codes-page.ts';

fs.writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'result-codes.md'), resultCodesPage());
