import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of the folders that decide about money without a till around them; `npm run mutants` runs them again and again. */
export default defineConfig({
  root: path.join(import.meta.dirname, '..', '..'),
  test: { include: ['money', 'sale', 'payment', 'disbursement'].map((folder) => `src/${folder}/**/*.test.ts`), isolate: false },
});
