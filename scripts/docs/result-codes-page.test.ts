import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { resultCodesPage } from './result-codes-page.ts';

it('docs/result-codes.md is as the code draws it; if not: npm run docs', () => {
  const page = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'result-codes.md'), 'utf8');
  expect(page).toBe(resultCodesPage());
});
