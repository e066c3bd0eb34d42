import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DRAWN_PAGES } from './pages.ts';

it.each(Object.entries(DRAWN_PAGES))('docs/%s is as the code draws it; if not: npm run docs', (name, draw) => {
  const page = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
  expect(page).toBe(draw());
});
